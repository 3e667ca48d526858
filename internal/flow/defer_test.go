package flow

import "testing"

func TestRoomDefer(t *testing.T) {
	ask(t, []row{
		{"a deferred call sets a result", `
			func g() (x string) {
				defer func() { x += "b" }()
				return "a"
			}
			func f() { @ }`, "g()", `"ab"`},
		{"a deferred call does not set a result without a name", `
			func g() string {
				x := "a"
				defer func() { x = "b" }()
				return x
			}
			func f() { @ }`, "g()", `"a"`},
		{"the last deferred call runs first", `
			x := ""
			func() {
				defer func() { x += "a" }()
				defer func() { x += "b" }()
			}()`, "x", `"ba"`},
		{"the arguments of a deferred call are those of then", `
			x, y := "a", ""
			func() {
				defer func(v string) { y = v + x }(x)
				x = "b"
			}()`, "y", `"ab"`},
		{"a deferred call that does not return ends the function", `
			x := "a"
			if b {
				func() {
					defer os.Exit(1)
					x = "b"
				}()
			}`, "x", `"a"`},
		{"a call that is deferred on one way may run", `
			x := "a"
			func() {
				if b { defer func() { x = "b" }() }
			}()`, "x", `"a" | "b"`},
		{"a call that is deferred in a loop runs for each round", `
			x := ""
			func() {
				for i := range 3 { defer func() { x += strconv.Itoa(i) }() }
			}()`, "x", `"210"`},
		{"with arguments that are not known", `
			func set(p *string) { *p = "b" }
			func f(n int) string {
				x, y := "a", "a"
				func() {
					for i := range n {
						p := &x
						if i > 0 {
							p = &y
						}
						defer set(p)
					}
				}()
				@
				return y
			}`, "y", `"a" | ?`},
		{"and so does a literal that the loop makes", `
			func f(n int) {
				x := "a"
				func() {
					for range n {
						defer func() { x += "b" }()
					}
				}()
				@
			}`, "x", `?`},
		{"two calls that two ways defer in another order run in any", `
			func f(b bool, n int) {
				x := "a"
				set := func(s string) { x = s }
				func() {
					for range n {
						if b {
							defer set("b")
							continue
						}
						defer set("c")
					}
				}()
				@
			}`, "x", `?`},
		{"what is deferred in a round refers to what that made", `
			func f() (out string) {
				var l []*string
				for range 2 {
					p := new(string)
					l = append(l, p)
					defer func() { out += *p }()
				}
				for _, p := range l {
					*p = "b"
				}
				return "a"
			}
			func g() {
				x := f()
				@
			}`, "x", `"abb"`},
		{"a pointer that is stored to may be nil", `
			func g(p *int) (s string) { defer func() { recover() }(); s = "a"; *p = 1; s = "b"; return }
			func f(p *int) {
				x := g(p)
				@
			}`, "x", `"a" | "b"`},
		{"and so may one to a struct", `
			type T struct{ n int }
			func g(p *T) (s string) { defer func() { recover() }(); s = "a"; p.n = 1; s = "b"; return }
			func f(p *T) {
				x := g(p)
				@
			}`, "x", `"a" | "b"`},
		{"but not the address of a variable", `
			type T struct{ n int }
			func g(p *T) (s string) { defer func() { recover() }(); s = "a"; p.n = 1; s = "b"; return }
			func f() {
				x := g(&T{})
				@
			}`, "x", `"b"`},
		{"a shift may panic", `
			func g(n int) (s string) { defer func() { recover() }(); s = "a"; _ = 1 << n; s = "b"; return }
			func f(n int) {
				x := g(n)
				@
			}`, "x", `"a" | "b"`},
		{"a key may have no hash", `
			func g(m map[any]int, n any) (s string) { defer func() { recover() }(); s = "a"; _ = m[n]; s = "b"; return }
			func f(m map[any]int, n any) {
				x := g(m, n)
				@
			}`, "x", `"a" | "b"`},
		{"when it is deleted, too", `
			func g(m map[any]int, n any) (s string) { defer func() { recover() }(); s = "a"; delete(m, n); s = "b"; return }
			func f(m map[any]int, n any) {
				x := g(m, n)
				@
			}`, "x", `"a" | "b"`},
		{"interfaces may hold what can't be compared", `
			func g(m, n any) (s string) { defer func() { recover() }(); s = "a"; _ = m == n; s = "b"; return }
			func f(m, n any) {
				x := g(m, n)
				@
			}`, "x", `"a" | "b"`},
		{"a channel may be closed", `
			func g(n chan int) (s string) { defer func() { recover() }(); s = "a"; close(n); s = "b"; return }
			func f(n chan int) {
				x := g(n)
				@
			}`, "x", `"a" | "b"`},
		{"when something is sent", `
			func g(n chan int) (s string) { defer func() { recover() }(); s = "a"; n <- 1; s = "b"; return }
			func f(n chan int) {
				x := g(n)
				@
			}`, "x", `"a" | "b"`},
		{"or may be", `
			func g(n chan int) (s string) { defer func() { recover() }(); s = "a"; select { case n <- 1: }; s = "b"; return }
			func f(n chan int) {
				x := g(n)
				@
			}`, "x", `"a" | "b"`},
		{"a channel may be too large", `
			func g(n int) (s string) { defer func() { recover() }(); s = "a"; _ = make(chan int, n); s = "b"; return }
			func f(n int) {
				x := g(n)
				@
			}`, "x", `"a" | "b"`},
		{"a receiver may be nil", `
			func g(b *bytes.Buffer) (s string) { defer func() { recover() }(); s = "a"; b.WriteString("x"); s = "b"; return }
			func f(b *bytes.Buffer) {
				x := g(b)
				@
			}`, "x", `"a" | "b"`},
		{"or a map that is one", `
			func g(v url.Values) (s string) { defer func() { recover() }(); s = "a"; v.Set("x", "y"); s = "b"; return }
			func f(v url.Values) {
				x := g(v)
				@
			}`, "x", `"a" | "b"`},
		{"what is deferred runs after a panic, too", `
			func f(l []int) {
				x := "a"
				defer func() { @ }()
				_ = l[3]
				x = "b"
			}`, "x", `"a" | "b" | ?`},
		{"one in a function that is called", `
			func k(l []int, x *string) { defer func() { *x += "c" }(); _ = l[3]; *x = "b" }
			func f(l []int) {
				x := "a"
				defer func() { @ }()
				k(l, &x)
				x = "d"
			}`, "x", `"ac" | "d" | ?`},
		{"but nothing else does if nobody recovers", `
			func f(l []int) {
				x := "a"
				func() { defer func() { x += "c" }(); _ = l[3]; x = "b" }()
				@
			}`, "x", `"bc"`},
		{"with what each round passes", `
			func set(s string) { @ }
			func f(l []string) {
				for i := range l {
					s := "a"
					if i > 0 {
						s = "b"
					}
					defer set(s)
				}
			}`, "called: s", `?`},
		{"very many calls run in any order", `
			func nop() {}
			func f() {
				x := "a"
				func() {
					defer func() { x = "b" }()
					for range 60 {
						defer nop()
						defer nop()
						defer nop()
						defer nop()
					}
				}()
				@
			}`, "x", `?`},
		{"what is deferred behind what may panic runs after a panic, too", `
			func set(p *string, s string) { *p = s }
			var y = "a"
			func g(l []string) { _, _ = l[0], l[0]; defer set(&y, "b"); panic("") }
			func f(l []string) { y = "c"; func() { defer func() { recover() }(); g(l) }(); @ }`, "y", `"b" | "c"`},
		{"a Close of the program may recover", `
			type T struct{}
			func (T) Close() error { recover(); return nil }
			func f(c io.Closer) { x := "a"; func() { defer c.Close(); x = "b"; opaque(); x = "c" }(); @ }`, `x`, `"b" | "c" | ?`},
		{"what a library calls may have done half of it when it panics", `
			var x = "a"
			type T struct{}
			func (T) MarshalJSON() ([]byte, error) { x = "b"; panic("") }
			func f(v any) { x = "c"; func() { defer func() { recover() }(); json.Marshal(v); x = "d" }(); @ }`, `x`, `"a" | "b" | "c" | "d" | ?`},
	})
}
