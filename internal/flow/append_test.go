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
		{"a part of what was appended may have room", `
			x := append([]string(nil), "a", "b")
			_ = append(x[:1], "c")`, "x", `["a", "b" | "c"]`},
		{"a part that starts elsewhere counts from there", `
			x := append([]string(nil), "a", "b", "c")
			y := append(x[1:2], "d")
			y[0] = "e"`, "x[1]", `?`},
		{"a slice of any length may be written to through what is appended", `
			x := make([]string, n)
			y := append(x, "a")
			y[0] = "b"`, "x[0]", `"" | "a" | "b"`},
		{"and behind a part of it", `
			x := make([]string, n)
			_ = append(x[:1], "a")`, "x[1]", `"" | "a"`},
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
		{"and so is an array from elsewhere", `
			func f(p *[2]string) {
				p[1] = "a"
				_ = append(p[:1], "b")
				@
			}`, "p[1]", `?`},
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
		{"bytes are written to through what is appended", `
			x := append([]byte("a"), s...)
			y := append(x, "b"...)
			y[0] = 'c'`, "string(x)", `?`},
		{"bytes from elsewhere may be overwritten", `
			func f(p []byte) {
				x := string(p)
				_ = append(p[:0], "a"...)
				y := string(p)
				@
			}`, "same: x, y", `false`},
		{"what was appended to a slice before may be overwritten", `
			x := append([]string(nil), "a")
			y := append(x, "b")
			_ = append(x, "c")`, "y", `["a", "b" | "c"]`},
		{"but not what it was appended to", `
			x := append([]string(nil), "a")
			y := append(x, "b")
			_ = append(y, "c")`, "x, y", `["a"], ["a", "b"]`},
		{"nor where there is no room for sure", `
			x := []string{"a"}
			y := append(x, "b")
			_ = append(x, "c")`, "y", `["a", "b"]`},
		{"nor text that was appended to something else", `
			x := append([]byte("a"), s...)
			y := append(x, "b"...)
			_ = append(y, "c"...)`, "string(x), string(y)", `"a" + s, "a" + s + "b"`},
		{"text may be overwritten, too", `
			x := append([]byte("a"), s...)
			y := append(x, "b"...)
			_ = append(x, "c"...)`, "string(y)", `?`},
		{"and what was appended twice", `
			x := append([]string(nil), "a")
			y := append(x, "b")
			y = append(y, "c")
			_ = append(x, "d")`, "y", `["a", "b" | "d", "c"]`},
		{"what a loop appends may be stored to through", `
			x := "a"
			var l []*string
			for range n {
				l = append(l, &x)
			}
			*l[0] = "b"`, "x", `"b"`},
		{"and if it is one of several", `
			x, y := "a", "a"
			var l []*string
			for range n {
				l = append(l, &x, &y)
			}
			*l[0] = "b"`, "x", `"a" | "b"`},
		{"and if it is in a struct", `
			type T struct { p *string; q int }
			x := "a"
			var l []T
			for i := range n {
				l = append(l, T{&x, i})
			}
			*l[0].p = "b"`, "x", `?`},
		{"nothing that is appended to nothing is nil", `
			func f(y []string) {
				x := "a"
				if append([]string(nil), y...) == nil { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"and so it is in a loop", `
			func f(y []string) {
				x := "a"
				var l []string
				for _, v := range y { l = append(l, v) }
				if l == nil { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"and of text", `
			func f(s string) {
				x := "a"
				if append([]byte(nil), s...) == nil { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"a slice that nothing is appended to is the same", `
			func f() {
				x, y := append([]string(nil), []string{}...), append([]string{}, []string{}...)
				a, b := x == nil, y == nil
				@
			}`, "a, b", `true, false`},
		{"bytes of a library may be nil", `
			func f() {
				x := "a"
				if bytes.TrimSpace([]byte(" ")) == nil { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"text goes where there is room", `
			func f() {
				x := make([]byte, 0, 10)
				y := append(x, "a"...)
				z := string(x[:1])
				_ = y
				@
			}`, "z", `?`},
		{"and into an array", `
			func f() {
				var x [4]byte
				y := append(x[:0], "a"...)
				_ = y
				@
			}`, "x[0]", `?`},
		{"a part that was appended to may be appended to again", `
			x := append([]string(nil), "a", "b", "c")
			y := append(x[:1], "d")
			_ = append(y, "e")`, "x", `["a", "b" | "d", "c" | "e"]`},
		{"and so may bytes", `
			x := append([]byte("a"), "bc"...)
			y := append(x[:1], "d"...)
			x = x[:3]
			z := string(x)
			_ = append(y, "e"...)`, "same: z, string(x)", `false`},
		{"bytes that are appended to a parameter may be its array", `
			func f(s, t []byte) { a := append(s, "a"...); _ = append(t, "b"...); x := string(a); @ }`, `x`, `?`},
	})
}
