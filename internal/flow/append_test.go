package flow

import "testing"

func TestRoomAppend(t *testing.T) {
	ask(t, []row{
		{"elements go behind those there are", `
			x := []string{"a"}`, `append(x, []string{"b", "c"}...)`, `["a", "b", "c"]`},
		{"where there is room they go into the array", `
			x := make([]string, 0, 2)
			y := append(x, "a")
			_ = append(x, "b")`, "y", `["b"]`},
		{"where there is none they go into a new one", `
			x := []string{"a"}
			y := append(x, "b")
			y[0] = "c"`, "x", `["a"]`},
		{"a part of a slice has room", `
			x := []string{"a", "b"}
			_ = append(x[:1], "c")`, "x", `["a", "c"]`},
		{"unless its capacity is limited", `
			x := []string{"a", "b"}
			_ = append(x[:1:1], "c")`, "x", `["a", "b"]`},
		{"where the room is not known both may be", `
			x := append([]string(nil), "a")
			y := append(x, "b")
			y[0] = "c"`, "x", `["a" | "c"]`},
		{"a part that ends anywhere may be written behind", `
			x := []string{"a", "b"}
			_ = append(x[:n], "c")`, "x", `[?, ?]`},
		{"what is appended to a slice from elsewhere is written there, perhaps", `
			func f(x []string) {
				x[0] = "a"
				y := append(x[:0], "b")
				y[0] = "c"
				@
			}`, "x[0]", `?`},
		{"a pointer that is appended refers to what it did", `
			x := "a"
			var y []*string
			y = append(y, &x)
			*y[0] = "b"`, "x", `"b"`},
		{"bytes behind bytes are text", `
			x := append([]byte("a"), s...)
			x = append(x, "b"...)`, "string(x)", `"a" + s + "b"`},
		{"bytes that may be overwritten are not known", `
			x := append([]byte("a"), "b"...)
			_ = append(x[:1], "c"...)`, "string(x)", `?`},
	})
}
