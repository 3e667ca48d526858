package flow

import "testing"

func TestRoomOrder(t *testing.T) {
	ask(t, []row{
		{"a variable beside a call is read before it or after", `
			x := "a"
			set := func() string { x = "b"; return x }
			y := []string{x, set()}`, "y", `["a" | "b", "b"]`},
		{"and behind it, too", `
			x := "a"
			set := func() string { x = "b"; return x }
			y := []string{set(), x}`, "y", `["b", "b"]`},
		{"calls run from left to right", `
			x := ""
			add := func(v string) string { x += v; return x }
			y := add("a") + add("b")`, "y", `"aab"`},
		{"what is read for an argument may be read late", `
			x := "a"
			set := func() string { x = "b"; return "" }
			g := func(v, w string) string { return v }`, "g(x, set())", `"a" | "b"`},
		{"so is what is put together", `
			x := "a"
			set := func() string { x = "b"; return "c" }`, "x + set()", `("a" | "b") + "c"`},
		{"and an element", `
			x := []string{"a"}
			set := func() string { x[0] = "b"; return "c" }
			y := [2]string{x[0], set()}`, "y", `["a" | "b", "c"]`},
		{"and an entry of a map", `
			x := map[string]string{"k": "a"}
			set := func() string { x["k"] = "b"; return "c" }
			y := struct{ l, r string }{x["k"], set()}`, "y", `{l: "a" | "b", r: "c"}`},
		{"a statement before is done before", `
			x := "a"
			set := func() string { x = "b"; return x }
			y := x
			z := set()`, "y + z", `"ab"`},
		{"a builtin function changes nothing", `
			x := "a"
			y := []any{x, len(x)}`, "y", `["a", 1]`},
		{"what a call does not change is the same either way", `
			x, y := "a", "b"
			set := func() string { y = "c"; return y }
			z := []string{x, set()}`, "z", `["a", "c"]`},
	})
}
