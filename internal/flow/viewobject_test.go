package flow

import "testing"

func TestRoomViewObject(t *testing.T) {
	ask(t, []row{
		{"a struct has the fields that are set", `
			x := struct{ l, r string }{r: "a"}`, "x", `{r: "a"}`},
		{"a field that is set on one way may not be", `
			var x struct{ l, r string }
			if b { x.l = "a" }`, "x", `{l?: "a"}`},
		{"a pointer has the fields of what it refers to", `
			x := &struct{ l []string }{[]string{"a"}}`, "x", `{l: ["a"]}`},
		{"a pointer to a field is that", `
			x := struct{ l, r string }{"a", "b"}
			y := &x.r`, "y", `"b"`},
		{"a map has its entries", `
			x := map[any]any{"k": 1, 2: map[string]int{"l": 3}}`, "x", `{k: 1, [2]: {l: 3}}`},
		{"a map under a key that is not known has that", `
			x := map[string]string{s: "a"}`, "x", `{[s]: "a"}`},
		{"a map that others have may hold something else", `
			x := map[string]string{"k": "a"}
			opaque(x)
			x["l"] = "b"`, "x", `{k: "a", l: "b"}.opaque(…) | ?`},
		{"a map that others change is unknown", `
			x := map[string]string{"k": "a"}
			go func() { x["k"] = "b" }()`, "x", `{} | ?`},
		{"a struct that others have may hold something else", `
			type named struct{ name string }
			func f() {
				var p *named
				opaque(&p)
				x := named{"a"}
				p = &x
				opaque()
				@
			}`, "x", `{name: "a"} | ?`},
		{"an array has its elements", `x := [2][]string{{"a"}, nil}`, "x", `[["a"], nil]`},
		{"a slice that is as long as a loop makes it has elements, in any number", `
			x := make([]string, n)
			x[0] = "a"`, "x", `[""*, "a"*] | ?`},
		{"an object shows what it is now", `
			x := newClaims("a")
			x.Name = "b"
			x.Extra = map[string]string{"k": "c"}`, "x", `newClaims("a"){Name: "b", Extra: {k: "c"}}`},
		{"an object that may be changed elsewhere shows what was done to it", `
			x := newClaims("a")
			x.Add("k", 1)
			opaque(x)`, "x", `newClaims("a").Add("k", 1).opaque(…) | ?`},
	})
}
