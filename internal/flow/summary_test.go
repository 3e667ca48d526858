package flow

import "testing"

func TestRoomSummary(t *testing.T) {
	const server = `
		type server struct{ name string; in struct{ key string } }
		func (x *server) serve() string { return x.name }
`
	ask(t, []row{
		{"a field that is not known is what the program stores there, or else", server + `
			func open() *server { return &server{name: "a"} }
			func (x *server) rename() { x.name = "b" }
			func f(x *server) { @ }`, "x.name", `"a" | "b" | ?`},
		{"and what it stores is taken from it", server + `
			func open() *server { return &server{name: "a"} }
			func f(x *server) { @ }`, "stored: x.name", `"a"`},
		{"unless there are two", server + `
			func open() *server { return &server{name: "a"} }
			func (x *server) rename() { x.name = "b" }
			func f(x *server) { @ }`, "stored: x.name", `"a" | "b" | ?`},
		{"what a caller hands on is stored", server + `
			func open(name string) *server { return &server{name: name} }
			func start() { open("a"); open("b") }
			func f(x *server) { @ }`, "x.name", `"a" | "b" | ?`},
		{"a parameter that nobody hands on is one", server + `
			func open(name string) *server { return &server{name: name} }
			func f(x *server) { @ }`, "x.name", `name | ?`},
		{"another field is another", server + `
			func open() *server { return &server{name: "a"} }
			func f(x *server) { @ }`, "x.in.key", `?`},
		{"a field of a field is one", server + `
			func open() *server { x := &server{}; x.in.key = "a"; return x }
			func f(x *server) { @ }`, "x.in.key", `"a" | ?`},
		{"a field that is filled from a field has what that has", server + `
			type copied struct{ name string }
			func open() *server { return &server{name: "a"} }
			func (x *server) copy() copied { return copied{x.name} }
			func f(x copied) { @ }`, "x.name", `"a" | ?`},
		{"a package variable is what functions store in it, or else", `
			var name string
			func open() { name = "a" }
			func f() { @ }`, "name", `"a" | ?`},
		{"a field of a generic type is one for all its types", `
			type box[T any] struct{ in T }
			func fill() *box[string] { return &box[string]{"a"} }
			func f(x *box[string]) { @ }`, "x.in", `"a" | ?`},
		{"a field that is known is only that", server + `
			func (x *server) rename() { x.name = "b" }
			func f() { x := &server{name: "a"}; @ }`, "x.name", `"a"`},
		{"what is stored through a pointer is not known", `
			type T struct { s string }
			func g(t *T) { t.s = "a" }
			func h(t *T, v string) {
				p := &t.s
				*p = v
			}
			func f(t *T) { @ }`, "stored: t.s", `"a" | ?`},
		{"nor what the program itself does not know", `
			type T struct { s string }
			func g(t *T) { t.s = "a" }
			func h(t *T) { t.s = opaqueText() }
			func f(t *T) { @ }`, "stored: t.s", `"a" | opaqueText() | ?`},
		{"a function of the program has the address", `
			type T struct{ s string }
			func set(p *string) { *p = "b" }
			func g(t *T) { set(&t.s) }
			func h(t *T) { t.s = "a" }
			func f(t *T) { @ }`, "stored: t.s", `"a" | "b" | ?`},
	})
}
