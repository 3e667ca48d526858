package flow

import "testing"

func TestRoomRebind(t *testing.T) {
	ask(t, []row{
		{"a parameter is what each call passes", `
			func g(x string) { @ }
			func f() { g("a"); g("b") }`, "rebound: x", `"a"; "b"`},
		{"and what is made of it is made of that", `
			func g(x string) { y := "<" + x + ">"; @ }
			func f(s string) { g("a"); g(s) }`, "rebound: y", `"<a>"; "<" + s + ">"`},
		{"what is not made of one is not", `
			func g(x string) { y := "a"; @ }
			func f() { g("b") }`, "rebound: y", ``},
		{"a function that nobody calls has none", `
			func f(x string) { @ }`, "rebound: x", ``},
		{"a call in another function of the package is one", `
			func g(x string) { @ }
			func h(y string) { g(y + "c") }
			func f() { h("a"); g("b") }`, "rebound: x", `y + "c"; "b"`},
		{"a receiver is what the method is called on", `
			type name string
			func (x name) g() { y := "<" + x; @ }
			func f() { name("a").g() }`, "rebound: y", `"<a"`},
		{"the number is what is passed for it", `
			func g(x int) { y := x * 10; @ }
			func f() { g(2) }`, "rebound: y", `(2 * 10)`},
		{"a call in a loop makes it several times", `
			func g(s string) {
				y := s + "x"
				@
			}
			func f() {
				for _, v := range []string{"a", "b"} { g(v) }
			}`, "rebound: y", `("a" | "b") + "x"`},
	})
}
