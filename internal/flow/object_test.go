package flow

import "testing"

func TestRoomObject(t *testing.T) {
	ask(t, []row{
		{"each call of new makes another", `
			func g() *string { return new(string) }
			func f() {
				x, y := g(), g()
				*x = "a"
				*y = "b"
				@
			}`, "*x", `"a"`},
		{"each literal makes another", `
			type named struct{ name string }
			func f() {
				x, y := &named{"a"}, &named{"a"}
				y.name = "b"
				@
			}`, "x.name", `"a"`},
		{"a variable keeps its object when another is set to it", `
			x := map[string]string{"k": "a"}
			y := x
			x = map[string]string{"k": "b"}
			y["k"] += "c"`, `x["k"] + y["k"]`, `"bac"`},
		{"an entry that one way sets may not be there", `
			x := map[string]string{"k": "a"}
			if b { x["l"] = "b" }`, "x", `{k: "a", l?: "b"}`},
		{"an entry that both ways set is one of two", `
			x := map[string]string{}
			if b { x["k"] = "a" } else { x["k"] = "b" }`, "x", `{k: "a" | "b"}`},
		{"an entry that one way deletes may not be there", `
			x := map[string]string{"k": "a"}
			if b { delete(x, "k") }`, "x", `{k?: "a"}`},
		{"a map that may be changed elsewhere may hold more", `
			x := map[string]string{}
			opaque(x)
			x["k"] = "a"
			opaque()`, "x", `{k: "a"}.opaque(…) | ?`},
		{"an object that one way makes is there on that way", `
			type named struct{ name string }
			x := &named{"a"}
			if b {
				y := &named{"b"}
				y.name += "c"
				x = y
			}`, "x.name", `"a" | "bc"`},
		{"arrays are values", `
			x := [1]string{"a"}
			y := [2][1]string{x, x}
			y[0][0] = "b"`, "y[1][0] + x[0]", `"aa"`},
	})
}
