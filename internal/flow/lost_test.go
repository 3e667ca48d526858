package flow

import "testing"

// What may be changed through a value that is not known must not keep what it
// was: the answer leaves room for "b".
func TestRoomLost(t *testing.T) {
	ask(t, []row{
		{"a range over a map yields any of its pointers", `
			x, y := "a", "a"
			for _, p := range map[string]*string{"k": &x, "l": &y} { *p = "b" }`, "x", `"a" | ?`},
		{"a range over a map yields any of its keys", `
			x, y := "a", "a"
			for p := range map[*string]bool{&x: true, &y: true} { *p = "b" }`, "x", `"a" | ?`},
		{"a range over a map yields any of its functions", `
			x := "a"
			for _, g := range map[string]func(){"k": func() { x = "b" }, "l": func() {}} { g() }`, "x", `?`},
		{"an element that is not known is one of all", `
			x, y := "a", "a"
			l := []*string{&x, &y, new(string), new(string), new(string), new(string), new(string), new(string), new(string),
				new(string), new(string), new(string), new(string), new(string), new(string), new(string), new(string), new(string)}
			*l[n] = "b"`, "x", `?`},
		{"a large array holds what is stored in it", `
			x := "a"
			var l [200]*string
			l[0] = &x
			*l[0] = "b"`, "x", `?`},
		{"a list in another order has the same pointers", `
			x, y := "a", "a"
			l := []*string{&y, &x}
			slices.Reverse(l)
			*l[0] = "b"`, "x", `.slices.Reverse(…) | ?`},
		{"a function is handed what a list holds", `
			x := "a"
			slices.IndexFunc([]*string{&x}, func(p *string) bool { *p = "b"; return false })`, "x", `"a" | ?`},
		{"a function that recovers returns what it set before the panic", `
			func g(x *string) (p *string) { defer func() { recover() }(); p = x; panic(1) }
			func f() {
				x := "a"
				*g(&x) = "b"
				@
			}`, "x", `"b"`},
		{"what is not among them stays known", `
			x, y, z := "a", "a", "a"
			for _, p := range map[string]*string{"k": &x, "l": &y} { *p = "b" }`, "z", `"a"`},
		{"a map that can't be told may be one of many", `
			x := map[string]string{"k": "a"}
			l := [...]map[string]string{x, {"k": "b"}, {"k": "c"}, {"k": "d"}, {"k": "e"}, {"k": "f"}, {"k": "g"}, {"k": "h"}, {"k": "i"}, {"k": "j"}, {"k": "k"}, {"k": "l"}, {"k": "m"}, {"k": "n"}, {"k": "o"}, {"k": "p"}, {"k": "q"}, {"k": "r"}, {"k": "s"}, {"k": "t"}, {"k": "u"}, {"k": "v"}, {"k": "w"}, {"k": "x"}, {"k": "y"}, {"k": "z"}}
			l[n]["k"] = "0"`, `x["k"]`, `?`},
		{"and so may one that something is deleted from", `
			x := map[string]string{"k": "a"}
			l := [...]map[string]string{x, {"k": "b"}, {"k": "c"}, {"k": "d"}, {"k": "e"}, {"k": "f"}, {"k": "g"}, {"k": "h"}, {"k": "i"}, {"k": "j"}, {"k": "k"}, {"k": "l"}, {"k": "m"}, {"k": "n"}, {"k": "o"}, {"k": "p"}, {"k": "q"}, {"k": "r"}, {"k": "s"}, {"k": "t"}, {"k": "u"}, {"k": "v"}, {"k": "w"}, {"k": "x"}, {"k": "y"}, {"k": "z"}}
			delete(l[n], "k")`, `x["k"]`, `?`},
		{"and one that is looked into", `
			x := "a"
			m := map[string]*string{"k": &x}
			l := [...]map[string]*string{m, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}, {"k": new(string)}}
			*l[n]["k"] = "0"`, `x`, `?`},
		{"a function that is looked up can be told", `
			x := "a"
			l := map[string]func(){"x": func() { x = "b" }}
			l[s]()`, "x", `"b"`},
	})
}
