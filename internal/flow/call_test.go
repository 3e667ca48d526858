package flow

import "testing"

func TestRoomCall(t *testing.T) {
	const named = "type named struct{ name string }\n"
	ask(t, []row{
		{"a call returns what the function does", `
			func g(x string) (string, int) { return x + "b", 1 }
			func f() { x, y := g("a"); @ }`, "x, y", `"ab", 1`},
		{"a function has what each call hands it", `
			func g(x string) { @ }
			func f() { g("a"); g("b") }`, "called: x", `"a"; "b"`},
		{"and on its own it does not know", `
			func g(x string) { @ }
			func f() { g("a"); g("b") }`, "x", `x`},
		{"a call changes what its argument refers to", named + `
			func (x *named) set(v string) { x.name = v }
			func f() {
				x := &named{"a"}
				x.set("b")
				@
			}`, "x.name", `"b"`},
		{"a method of a value changes a copy", named + `
			func (x named) set(v string) { x.name = v }
			func f() {
				x := named{"a"}
				x.set("b")
				@
			}`, "x.name", `"a"`},
		{"a method that is a value keeps its receiver", named + `
			func (x *named) set(v string) { x.name = v }
			func f() {
				x, y := &named{"a"}, &named{"b"}
				g := x.set
				x = y
				g("c")
				@
			}`, "x.name", `"b"`},
		{"a method of a value that is a value keeps a copy", named + `
			func (x named) get() string { return x.name }
			func f() {
				x := named{"a"}
				g := x.get
				x.name = "b"
				@
			}`, "g()", `"a"`},
		{"an interface calls the method of what it holds", named + `
			type other struct{ name string }
			func (x *named) get() string { return x.name }
			func (x other) get() string { return "other " + x.name }
			func f(b bool) {
				var x interface{ get() string } = &named{"a"}
				if b { x = other{"b"} }
				@
			}`, "x.get()", `"a" | "other b"`},
		{"an embedded struct has its methods", named + `
			func (x *named) set(v string) { x.name = v }
			func f() {
				x := struct{ named }{named{"a"}}
				x.set("b")
				@
			}`, "x.name", `"b"`},
		{"a generic function is followed for each type", `
			func set[T any](p *T, v T) { *p = v }
			func f() {
				x, y := "a", 1
				set(&x, "b")
				set(&y, 2)
				@
			}`, "x, y", `"b", 2`},
		{"one of two functions is called", `
			x := "a"
			g := func() { x = "b" }
			if b { g = func() { x = "c" } }
			g()`, "x", `"b" | "c"`},
		{"a function that can't be told may do anything", `
			func f(g func()) {
				var x string
				opaque(&x)
				x = "a"
				g()
				@
			}`, "x", `?`},
		{"but not to what nobody has", `
			func f(g func()) {
				x := "a"
				g()
				@
			}`, "x", `"a"`},
		{"one of many functions is called at any time", `
			x := "a"
			g := func() { x = "b" }
			switch n {
			case 1: g = func() { x = "c" }
			case 2: g = func() { x = "d" }
			case 3: g = func() { x = "e" }
			case 4: g = func() { x = "f" }
			}
			g()`, "x", `?`},
		{"a nil function does not go on", `
			var g func()
			x := "a"
			if b {
				x = "b"
				g()
			}`, "x", `"a"`},
		{"nor does a nil interface", `
			var v fmt.Stringer
			x := "a"
			if b {
				x = "b"
				_ = v.String()
			}`, "x", `"a"`},
		{"a recursion ends at what it returns", `
			func g(n int) string {
				if n == 0 { return "a" }
				return g(n-1) + "b"
			}
			func f() { @ }`, "g(2)", `"abb"`},
		{"a recursion that is too deep may do anything", `
			func g(p *string, n int) {
				if n > 0 {
					g(p, n-1)
				} else {
					*p = "b"
				}
			}
			func f(n int) {
				x := "a"
				g(&x, n)
				@
			}`, "x", `"b" | ?`},
		{"variables are those of one call", `
			func g(n int) (x string) {
				x = strconv.Itoa(n)
				if n > 0 { g(n-1) }
				return x
			}
			func f() { @ }`, "g(2)", `"2"`},
		{"the elements of a variadic parameter are those of the slice", `
			func g(v ...string) { v[0] = "b" }
			func f() {
				x := []string{"a"}
				g(x...)
				@
			}`, "x", `["b"]`},
	})
}
