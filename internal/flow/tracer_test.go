package flow

import "testing"

func TestRoomTracer(t *testing.T) {
	ask(t, []row{
		{"a constant is known without a function around it", `
			const k = "a"
			func f() { @ }`, `k + "b"`, `"ab"`},
		{"an expression that is never evaluated is unknown", `
			func f() {
				if x := "a"; x == "b" { @ }
			}`, `"a" + opaqueText()`, `?`},
		{"the calls of a function are those of the package", `
			func g(x string) { @ }
			func h() { func() { g("a") }(); go g("b"); defer g("c") }
			func f() { g("d") }`, "called: x", `"a"; "b"; "c"; "d"`},
		{"a call in a package variable's value is one", `
			func f(x string) string { @; return x }
			var y = f("a")`, "called: x", `"a"`},
		{"a call on a way that is not taken is none", `
			func g(x string) { @ }
			func f() {
				if x := "a"; x == "b" { g("a") }
				g("b")
			}`, "called: x", `"b"`},
		{"what is done later is not done yet", `
			func f() {
				x := newClaims("a")
				y := x
				x.Add("k", 1)
				z := sign(x)
				x.Add("l", 2)
				@
			}`, "later: y, z", `newClaims("a").Add("k", 1)`},
		{"at its end an object has all that is done", `
			func f() {
				x := newClaims("a")
				@
				x.Add("k", 1)
				defer x.Add("l", 2)
			}`, "end: x", `newClaims("a").Add("k", 1).Add("l", 2)`},
		{"a chain of methods has one object", `
			func f() {
				x := newClaims("a").Add("k", 1).Add("l", 2)
				@
				x.Add("m", 3)
			}`, "end: x", `newClaims("a").Add("k", 1).Add("l", 2).Add("m", 3)`},
		{"one of several objects is not looked for in a run of the call before it is made", `
			for i := range 2 {
				x := map[string]string{"k": "a"}
				if i == 0 {
					x["k"] = "b"
				}
				@
			}`, "one: x, opaque(x)", `{k: "b"}.opaque?(…) | ?; {k: "a"}`},
	})
}
