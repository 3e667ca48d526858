package flow

import "testing"

func TestRoomValue(t *testing.T) {
	const server = "type server struct{ name string; n int }\n"
	ask(t, []row{
		{"what is stored where others may store is taken from it", server + `
			func open() *server { return &server{name: "a"} }
			func f(x *server) { @ }`, "stored: x.name", `"a"`},
		{"what is one of two is not", `
			x := "a"
			if b { x = "b" }`, "stored: x", `"a" | "b"`},
		{"what is known is that", `x := "a"`, "stored: x", `"a"`},
		{"one parameter beside what others store is not left out", server + `
			func open(s string) *server { return &server{name: s} }
			func f(x *server) { @ }`, "stored: x.name", `s`},
		{"two views of one call are one value", `
			x := newClaims("a")
			y := x
			x.Add("k", 1)`, "same: x, y", `true`},
		{"values of two calls are two", `x, y := newClaims("a"), newClaims("a")`, "same: x, y", `false`},
		{"what may differ each time is only itself", `
			x := "a"
			if b { x = "b" }
			y := x`, "same: x, y", `false`},
	})
}
