package flow

import "testing"

func TestRoomIndex(t *testing.T) {
	ask(t, []row{
		{"a call names its function", `
			func g() int { return 1 }
			func f() { @ }`, "callee: g()", `g`},
		{"a call of a variable that is set once names what it is set to", `
			func g() int { return 1 }
			func f() { h := g; @ }`, "callee: h()", `g`},
		{"a variable that is set twice names nothing", `
			func g() int { return 1 }
			func f() { h := g; h = nil; @ }`, "callee: h()", `?`},
		{"nor does one whose address is taken", `
			func g() int { return 1 }
			func f() { h := g; opaque(&h); @ }`, "callee: h()", `?`},
		{"nor a parameter", `
			func f(h func() int) { @ }`, "callee: h()", `?`},
		{"nor a method that is a value", `
			type name string
			func (name) g() int { return 1 }
			func f(x name) { h := x.g; @ }`, "callee: h()", `?`},
		{"a generic function is that of all types", `
			func g[T any](x T) T { return x }
			func f() { @ }`, "callee: g[int](1)", `g`},
		{"a conversion names nothing", `
			type name string
			func f() { @ }`, `callee: name("a")`, `?`},
		{"a variable is assigned where it is declared, and later", `
			x := "a"
			x = s
			x += "b"
			_, x = 1, t`, "assigned: x", `"a"; s; ?; t`},
		{"one of several results is no expression", `
			x, ok := any(s).(string)
			_ = x`, "assigned: ok", `?`},
		{"a variable that others may set is", `
			x := "a"
			opaque(&x)`, "assigned: x", `"a"; ?`},
		{"a parameter that is never set is constant", ``, "constant: s", `true`},
		{"a parameter that is set is not", `s += "a"`, "constant: s", `false`},
		{"nor one that a loop sets", `for n = range 3 { }`, "constant: n", `false`},
		{"nor one whose address is taken", `opaque(&s)`, "constant: s", `false`},
		{"nor another variable", `x := "a"`, "constant: x", `false`},
	})
}
