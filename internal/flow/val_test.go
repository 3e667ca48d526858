package flow

import "testing"

func TestRoomVal(t *testing.T) {
	ask(t, []row{
		{"a parameter is one value", `x, y := s, s`, "same: x, y", `true`},
		{"two parameters are two", ``, "same: s, t", `false`},
		{"equal texts are one value", `x, y := "a", "a"`, "same: x, y", `true`},
		{"texts of equal pieces are", `x, y := s + "a", s + "a"`, "same: x, y", `true`},
		{"texts of other pieces are not", `x, y := s + "a", t + "a"`, "same: x, y", `false`},
		{"one of two is not one value", `
			x := "a"
			if b { x = "b" }
			y := x`, "same: y + s, x + s", `false`},
		{"a number of other type is another value", `x, y := any(1), any(int8(1))`, "same: x, y", `false`},
		{"two operations are one value if they are the same", `x, y := n*2, n*2`, "same: x, y", `true`},
		{"and another if they are not", `x, y := n*2, n/2`, "same: x, y", `false`},
		{"parts of one value are the same part, or another", `
			func f(p struct{ l, r string }) {
				x, y := p.l, p.l
				@
			}`, "same: x + p.r, y + p.r", `true`},
		{"two parts are two values", `
			func f(p struct{ l, r string }) { @ }`, "same: p.l, p.r", `false`},
		{"two pointers to one variable are one value", `x, y := &s, &s`, "same: x, y", `true`},
		{"two to two are not", `x, y := &s, &t`, "same: x, y", `false`},
		{"nor are two to two fields", `var x struct{ l, r string }`, "same: &x.l, &x.r", `false`},
	})
}
