package flow

import "testing"

func TestRoomLate(t *testing.T) {
	ask(t, []row{
		{"a goroutine changes what it stores to at any time", `
			x := "a"
			go func() { x = "b" }()
			x = "c"`, "x", `?`},
		{"a goroutine does not change what it reads", `
			x, y := "a", ""
			go func() { y = x }()`, "x + y", `"a" + ?`},
		{"a goroutine changes what its arguments refer to", `
			x := "a"
			go func(p *string) { *p = "b" }(&x)`, "x", `?`},
		{"the arguments of a goroutine are those of its start", `
			func g(v string) { @ }
			func f() {
				x := "a"
				go g(x)
				x = "b"
			}`, "called: v", `"a"`},
		{"what a goroutine reads may have changed", `
			func g(p *string) { @ }
			func f() {
				x := "a"
				go g(&x)
				x = "b"
			}`, "called: *p", `?`},
		{"a goroutine that is not seen changes what it is handed", `
			x := "a"
			go opaque(&x)
			x = "b"`, "x", `?`},
		{"a function that is kept is called with what is there later", `
			func f() func() {
				x := "a"
				g := func() { @ }
				x = "b"
				return g
			}`, "x", `?`},
		{"but for variables that are set once", `
			func f() func() {
				x := "a"
				return func() { @ }
			}`, "x", `"a"`},
		{"what they refer to may have changed", `
			func f(p *struct{ name string }) func() {
				p.name = "a"
				return func() { @ }
			}`, "p.name", `"a" | ?`},
		{"a library calls a function any number of times", `
			x := "a"
			strings.Map(func(r rune) rune { x = "b"; return r }, s)`, "x", `"a" | "b"`},
		{"and with arguments that are not known", `
			x := 'a'
			strings.Map(func(r rune) rune { x = r; return r }, s)`, "x", `97 | ?`},
		{"a function that can't be told may do anything", `
			func f(g func(rune) rune, s string) {
				var x string
				opaque(&x)
				x = "a"
				strings.Map(g, s)
				@
			}`, "x", `?`},
		{"when a lock is taken others have had a turn", `
			x := "a"
			var mu sync.Mutex
			opaque(&x)
			x = "b"
			mu.Lock()`, "x", `?`},
		{"a part of what a goroutine is handed may change", `
			func g(*claims)
			func f() {
				x := newClaims("a")
				y := x.Header()
				y["k"] = "a"
				go g(x)
				@
			}`, `y["k"]`, `?`},
		{"and so may one that it changes", `
			x := newClaims("a")
			x.Extra["k"] = "a"
			go func() {
				for {
					x.Extra["k"] = "b"
				}
			}()
			x.Extra["k"] = "a"`, `x.Extra["k"]`, `?`},
		{"a part that is read later may have changed", `
			func f() {
				x := newClaims("a")
				x.Extra["k"] = "a"
				opaque(func() { y := x.Extra["k"]; _ = y; @ })
				x.Extra["k"] = "b"
			}`, "y", `?`},
		{"a variable that is not set yet may be set later", `
			func f() {
				var x string
				opaque(func() { @ })
				x = "b"
			}`, "x", `?`},
		{"one that is set already stays", `
			func f() {
				var x string
				x = "b"
				opaque(func() { @ })
			}`, "x", `"b"`},
	})
}
