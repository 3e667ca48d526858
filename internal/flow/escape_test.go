package flow

import "testing"

func TestRoomEscape(t *testing.T) {
	ask(t, []row{
		{"code that is not seen may change what it is handed", `
			x := "a"
			opaque(&x)`, "x", `.opaque(…) | ?`},
		{"it does not change what it is not handed", `
			x := "a"
			opaque(x)`, "x", `"a"`},
		{"it keeps what it was handed once", `
			var x string
			opaque(&x)
			x = "a"
			opaque()`, "x", `?`},
		{"between two calls nothing changes", `
			var x string
			opaque(&x)
			x = "a"`, "x", `"a"`},
		{"it reaches what a field refers to", `
			x := "a"
			opaque(struct{ p *string }{&x})`, "x", `?`},
		{"it reaches what an entry of a map refers to", `
			x := "a"
			opaque(map[string]*string{"k": &x})`, "x", `?`},
		{"it reaches what an element refers to", `
			x := "a"
			opaque([]*string{&x})`, "x", `.opaque(…) | ?`},
		{"it reaches what is stored where it has access", `
			x := "a"
			var p *string
			opaque(&p)
			p = &x
			opaque()`, "x", `?`},
		{"it reaches what a package variable refers to", `
			var p *string
			func f() {
				x := "a"
				p = &x
				opaque()
				@
			}`, "x", `?`},
		{"it reaches what is sent on a channel", `
			x := "a"
			ch := make(chan *string, 1)
			ch <- &x
			opaque()`, "x", `?`},
		{"a function that it is handed may be called at any time", `
			x := "a"
			opaque(func() { x = "b" })
			x = "c"`, "x", `?`},
		{"a function that it is handed changes no more than it stores to", `
			x, y := "a", "b"
			opaque(func() { y = x })`, "x + y", `"a" + ?`},
		{"what an object was is shown with the doubt", `
			x := map[string]string{"k": "a"}
			opaque(x)`, "x", `{k: "a"}.opaque(…) | ?`},
		{"elements that may have changed may differ", `
			func f(n int) {
				x := make([]string, n)
				opaque(x)
				y, z := x[0], x[1]
				@
			}`, "same: y, z", `false`},
		{"and so may objects that a loop has made", `
			type T struct{ n int }
			func f(n int) {
				var first, p *T
				for i := range n {
					p = &T{i}
					if i == 3 { first = p }
				}
				opaque(p, first)
				y, z := p.n, first.n
				@
			}`, "same: y, z", `false`},
	})
}
