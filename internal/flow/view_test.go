package flow

import "testing"

func TestRoomView(t *testing.T) {
	ask(t, []row{
		{"a parameter is one", ``, "s", `s`},
		{"a parameter through which something is set has it", `
			func f(p *struct{ l, r string }) { p.l = "a"; @ }`, "p", `p{l: "a"}`},
		{"a parameter that may be changed elsewhere may have another", `
			func f(p *struct{ l, r string }) { p.l = "a"; opaque(); @ }`, "p", `p`},
		{"a call that is not seen has its operands", ``, "opaqueText(s, 1)", `opaqueText(s, 1)`},
		{"the results of a call are told apart", `x, y := strings.CutPrefix(s, "a")`, "[]any{x, y}",
			`[strings.CutPrefix(s, "a"), strings.CutPrefix(s, "a")#1]`},
		{"an interface is what it holds", `var x any = []any{1, s}`, "x", `[1, s]`},
		{"a conversion is what it converts", `
			type name string
			x := []byte(name(s))`, "x", `s`},
		{"an operation has its operands", ``, "n*2", `(n * 2)`},
		{"a range has what it goes over", `
			func f(m map[string]string) {
				for k, v := range m { @ }
			}`, "[]string{k, v}", `[key of m, element of m]`},
		{"a value that contains itself ends", `
			type node struct { name string; next *node }
			x := &node{name: "a"}
			x.next = x`, "x", `{name: "a", next: {name: "a", next: ?}}`},
		{"a number that a smaller type has no room for", `
			func g() { f(300) }
			func f(n int) { x := uint8(n); @ }`, `rebound: x`, `44`},
		{"the length of a text is not the text", `
			func g() { f("600") }
			func f(s string) { x := len(s); @ }`, `rebound: x`, `?`},
		{"text that is made of a number is not the number", `
			func f(n int) { x := "a" + string(rune(n)); @ }`, `x`, `"a" + ?`},
		{"a larger type has room", `
			func f(n int32) { x := int64(n); @ }`, `x`, `n`},
	})
}
