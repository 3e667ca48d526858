package flow

import "testing"

func TestRoomFrames(t *testing.T) {
	ask(t, []row{
		{"a function has a frame for each call", `
			func g(x string) { @ }
			func f() { g("a"); g("b") }`, "called: x", `"a"; "b"`},
		{"a literal runs in the frame of the function around it", `
			func g(x string) { func(y string) { @ }(x + "b") }
			func f() { g("a") }`, "called: y", `"ab"`},
		{"so do two calls of a literal", `
			func f() {
				g := func(y string) { @ }
				g("a")
				g("b")
			}`, "y", `"a" | "b"`},
		{"a recursion has a frame for each depth", `
			func g(n int) { @; if n > 0 { g(n-1) } }
			func f() { g(2) }`, "called: n", `(n - 1); 2`},
		{"a method has one for its receiver", `
			type name string
			func (x name) g() { @ }
			func f() { name("a").g(); name("b").g() }`, "called: x", `"a"; "b"`},
		{"a generic function has one for each call", `
			func g[T any](x T) { @ }
			func f() { g("a"); g(1) }`, "called: x", `"a"; 1`},
	})
}
