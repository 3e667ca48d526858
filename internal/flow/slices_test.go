package flow

import "testing"

func TestRoomSlices(t *testing.T) {
	ask(t, []row{
		{"a part of a slice shares its elements", `
			x := []string{"a", "b", "c"}
			y := x[1:]
			y[0] = "d"`, "x", `["a", "d", "c"]`},
		{"a part reaches beyond its end", `
			x := []string{"a", "b", "c"}
			y := x[:1]`, "y[1:3]", `["b", "c"]`},
		{"a part of a part counts from its start", `
			x := []string{"a", "b", "c", "d"}`, "x[1:][1:2]", `["c"]`},
		{"a slice of an array shares its elements", `
			x := [2]string{"a", "b"}
			y := x[:]
			y[1] = "c"`, "x", `["a", "c"]`},
		{"a part whose start is not known may write each element", `
			x := []string{"a", "b"}
			x[n:][0] = "c"`, "x", `["a" | "c", "b" | "c"]`},
		{"a part of one of two slices may be written to", `
			x, y := []string{"a", "b"}, []string{"c", "d"}
			z := x
			if b { z = y }
			z[1:][0] = "e"`, "x, y", `[?, ?], [?, ?]`},
		{"a part whose end is not known has elements of the slice", `
			x := []string{"a", "b"}`, "x[:n][0]", `"a" | "b"`},
		{"an index that is not known is one of all", `
			x := []string{"a", "b"}`, "x[n]", `"a" | "b"`},
		{"in an array, too", `
			func g() [2]string { return [2]string{"a", "b"} }
			func f(n int) { @ }`, "g()[n&1]", `"a" | "b"`},
		{"an index beyond the end does not go on", `
			x, y := []string{"a"}, "b"
			if b {
				y = "c"
				_ = x[1]
			}`, "y", `"b"`},
		{"a pointer to an element is one to the slice", `
			x := []string{"a", "b"}
			p := &x[1]
			*p = "c"`, "x", `["a", "c"]`},
		{"what make makes is zero", `
			x := make([]string, 2)
			x[1] = "a"`, "x", `["", "a"]`},
		{"what make makes in a number that is not known is zero, or set", `
			x := make([]string, n)
			x[n-1] = "a"`, "x[0]", `"" | "a"`},
		{"a range over a slice goes to the length it had", `
			x, y := []string{"a", "b"}, ""
			for i, v := range x {
				x = append(x, "c")
				x[1] = "d"
				y += v + strconv.Itoa(i)
			}`, "y", `"a0b1"`},
		{"a range over an array goes over a copy", `
			x, y := [2]string{"a", "b"}, ""
			for _, v := range x {
				x[1] = "c"
				y += v
			}`, "y", `"ab"`},
		{"a part of a text", `x := "hello"`, "x[1:3] + x[:n]", `"el" + ?`},
	})
}
