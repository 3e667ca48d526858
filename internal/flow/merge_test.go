package flow

import "testing"

func TestRoomMerge(t *testing.T) {
	ask(t, []row{
		{"what is evaluated twice is one of two", `
			func f() {
				for _, v := range []string{"a", "b"} { @ }
			}`, "v", `"a" | "b"`},
		{"what is the same each time stays so", `
			func f() {
				for _, v := range []string{"a", "b"} { x := []string{"c", v}; @ }
			}`, "x", `["c", "a" | "b"]`},
		{"a call is one call, with arguments that differ", `
			func f(s string) {
				for _, v := range []string{"a", "b"} { @ }
			}`, "strings.TrimLeft(s, v)", `strings.TrimLeft(s, "a" | "b")`},
		{"what is done between is not done the first time", `
			func f() {
				x := newClaims("a")
				for range 2 { @; x.Add("k", 1) }
			}`, "x", `newClaims("a").Add?("k", 1)`},
		{"an object of each round has what is done in that", `
			func f() {
				for _, v := range []string{"a", "b"} {
					x := newClaims(v)
					x.Add("k", v)
					@
				}
			}`, "x", `newClaims("a" | "b").Add("k", "a" | "b")`},
		{"what is not done each time is conditional", `
			func f() {
				for _, v := range []string{"a", "b"} {
					x := newClaims(v)
					if v == "b" { x.Add("k", v) }
					@
				}
			}`, "x", `newClaims("a" | "b").Add?("k", "b")`},
		{"so is a field that is not set each time", `
			func f(b bool) {
				for i := range 2 {
					var x struct{ name string }
					if i == 0 || b { x.name = "a" }
					@
				}
			}`, "x", `{name?: "a"}`},
		{"a function that is called twice has each", `
			func g(v string) string { return v }
			func f() { x := g("a") + g("b"); @ }`, "x", `"ab"`},
		{"a choice of many is unknown", `
			func f() {
				for v := range 17 { @ }
			}`, "v", `?`},
	})
}
