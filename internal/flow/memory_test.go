package flow

import "testing"

func TestRoomMemory(t *testing.T) {
	ask(t, []row{
		{"a store through a pointer is one to the variable", `
			x := "a"
			p := &x
			*p = "b"`, "x", `"b"`},
		{"a store to one of two variables may be to either", `
			x, y := "a", "b"
			p := &x
			if b { p = &y }
			*p = "c"`, "x + y", `("a" | "c") + ("b" | "c")`},
		{"a store to one field leaves the other", `
			type pair struct{ l, r string }
			x := pair{"a", "b"}
			x.l = "c"`, "x", `{l: "c", r: "b"}`},
		{"a pointer may refer to one of two fields", `
			type pair struct{ l, r string }
			x := pair{"a", "b"}
			p := &x.l
			if b { p = &x.r }
			*p = "c"`, "x", `{l: "a" | "c", r: "b" | "c"}`},
		{"a copy of a struct is no longer the struct", `
			type pair struct{ l, r string }
			x := pair{"a", "b"}
			y := x
			x.l = "c"`, "y.l", `"a"`},
		{"an element that is not known may be each", `
			x := [2]string{"a", "b"}
			x[n&1] = "c"`, "x", `["a" | "c", "b" | "c"]`},
		{"an element that is not known is one of all", `
			x := [2]string{"a", "b"}`, "x[n&1]", `"a" | "b"`},
		{"a store through a pointer that can't be told changes nothing that nobody has", `
			x := "a"
			**opaque().(**string) = "b"`, "x", `"a"`},
		{"a store through a pointer that can't be told changes what others have", `
			x := "a"
			opaque(&x)
			x = "b"
			*opaque().(*string) = "c"`, "x", `?`},
		{"so does one through a pointer that a goroutine sets", `
			var x, y string
			opaque(&x)
			p, r := &y, &y
			go func() { p = nil }()
			x = "a"
			q := &p
			if b { q = &r }
			**q = "b"`, "x", `?`},
		{"a store goes on only where the pointer is not nil", `
			x := "a"
			var p *string
			if b { p = &x }
			*p = "b"`, "x", `"b"`},
		{"behind a nil pointer nothing is executed", `
			x := "a"
			var p *string
			if b {
				x = "b"
				*p = "c"
			}`, "x", `"a"`},
		{"what a parameter points to keeps what is stored there", `
			func f(p *struct{ name string }) {
				p.name = "a"
				@
			}`, "p.name", `"a"`},
		{"what a parameter points to may be changed by whatever is called", `
			func f(p *struct{ name string }) {
				p.name = "a"
				opaque()
				@
			}`, "p.name", `"a" | ?`},
	})
}
