package flow

import "testing"

func TestRoomAlias(t *testing.T) {
	const pair = "type pair struct{ l, r string }\n"
	ask(t, []row{
		{"what two pointers refer to may be one place", `
			func f(p, q *string) {
				*p = "a"
				*q = "b"
				@
			}`, "*p", `?`},
		{"the last store is known", `
			func f(p, q *string) {
				*p = "a"
				*q = "b"
				@
			}`, "*q", `"b"`},
		{"pointers to types of two kinds refer to two places", `
			func f(p *string, q *int) {
				*p = "a"
				*q = 1
				@
			}`, "*p", `"a"`},
		{"pointers to types with one underlying type may be one", `
			type name string
			func f(p *string, q *name) {
				*p = "a"
				*q = "b"
				@
			}`, "*p", `?`},
		{"a variable that nobody else has is not what a pointer refers to", `
			func f(p *string) {
				x := "a"
				*p = "b"
				@
			}`, "x", `"a"`},
		{"a variable that others have may be", `
			func f(p *string) {
				var x string
				opaque(&x)
				x = "a"
				*p = "b"
				@
			}`, "x", `?`},
		{"one field of two structs may be one place", pair + `
			func f(p, q *pair) {
				p.l = "a"
				q.l = "b"
				@
			}`, "p.l", `?`},
		{"two fields are two places", pair + `
			func f(p, q *pair) {
				p.l = "a"
				q.r = "b"
				@
			}`, "p.l", `"a"`},
		{"a pointer may refer to a field", pair + `
			func f(p *pair, q *string) {
				p.l = "a"
				*q = "b"
				@
			}`, "p.l", `?`},
		{"a pointer may refer to what is around a field", pair + `
			func f(p *pair, q *pair) {
				p.l = "a"
				*q = pair{}
				@
			}`, "p.l", `"a" | ?`},
		{"a pointer may refer to what is around the struct of a field", pair + `
			func f(p *pair, q *struct{ in pair }) {
				p.l = "a"
				q.in = pair{}
				@
			}`, "p.l", `"a" | ?`},
		{"a pointer may refer to all of that", pair + `
			func f(p *pair, q *struct{ in pair }) {
				p.l = "a"
				*q = struct{ in pair }{}
				@
			}`, "p.l", `"a" | ?`},
		{"bytes are other text after a store to one", `
			func f(p []byte) {
				x := string(p)
				p[0] = 'a'
				y := string(p)
				@
			}`, "same: x, y", `false`},
		{"a pointer may refer to an element", `
			func f(p []string, q *string) {
				p[0] = "a"
				*q = "b"
				@
			}`, "p[0]", `?`},
		{"the elements of two slices may be one place", `
			func f(p, q []string) {
				p[0] = "a"
				q[1] = "b"
				@
			}`, "p[0]", `?`},
		{"an element is another value after a store to one", `
			func f(p, q []string) {
				x := p[0]
				q[1] = "a"
				y := p[0]
				@
			}`, "same: x, y", `false`},
		{"a struct that is stored may change its fields", `
			type T struct{ a, b string }
			func f(x *string, y *T) {
				*x = "a"
				*y = T{}
				@
			}`, "*x", `?`},
		{"and those of structs in it", `
			type T struct{ a, b string }
			func f(x *string, y *struct{ t [1]T }) {
				*x = "a"
				y.t = [1]T{}
				@
			}`, "*x", `?`},
		{"but no memory of another type", `
			type T struct{ a, b string }
			func f(x *int, y *T) {
				*x = 1
				*y = T{}
				@
			}`, "*x", `1`},
		{"an interface may refer to one type here, and to another there", `
			func f(y any, q *string) {
				switch p := y.(type) {
				case *int: *p = 1
				case *string:
					*p = "a"
					*q = "b"
					x := *p
					@
				}
			}`, "x", `?`},
		{"and to one map or another", `
			func f(y any, q map[string]string) {
				switch p := y.(type) {
				case map[string]int: p["k"] = 1
				case map[string]string:
					p["k"] = "a"
					q["k"] = "b"
					x := p["k"]
					@
				}
			}`, "x", `?`},
		{"a type parameter may be any type", `
			func g[T any](p *T, q *string, v T) {
				*q = "a"
				*p = v
				@
			}
			func f(q *string) { g(q, q, "b") }`, "*q", `?`},
		{"in a field, too", `
			type box[T any] struct { v T }
			func g[T any](p *box[T], k T, q *box[string]) {
				q.v = "a"
				p.v = k
				@
			}
			func f(q *box[string]) { g(q, "k", q) }`, `q.v`, `"a" | "k" | ?`},
		{"and as a key", `
			func g[K comparable](p map[K]string, k K, q map[string]string) {
				q["k"] = "a"
				p[k] = "b"
				@
			}
			func f(q map[string]string) { g(q, "k", q) }`, `q["k"]`, `?`},
		{"and in an assertion", `
			func g[T any](v T) {
				x := "a"
				if _, ok := any("s").(T); ok { x = "b" }
				@
			}
			func f() { g(1) }`, "x", `"a" | "b"`},
	})
}
