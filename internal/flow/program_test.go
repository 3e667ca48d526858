package flow

import "testing"

func TestRoomProgram(t *testing.T) {
	ask(t, []row{
		{"a variable that is set once is known later", `
			func f(g func() string) func() {
				x := g()
				y := x + "a"
				return func() { @ }
			}`, "y", `? + "a"`},
		{"a variable that is set twice is not", `
			func f() func() {
				x := "a"
				x += "b"
				return func() { @ }
			}`, "x", `?`},
		{"nor one that the function sets", `
			func f() func() {
				x := "a"
				return func() { @; x = "b" }
			}`, "x", `?`},
		{"nor one whose address others have", `
			func f() func() {
				x := "a"
				opaque(&x)
				return func() { @ }
			}`, "x", `?`},
		{"nor one that another function sets through a pointer", `
			func f() (func(), func(string)) {
				x := "a"
				p := &x
				return func() { @ }, func(v string) { *p = v }
			}`, "x", `?`},
		{"a field that is only read is known later", `
			func f() func() {
				x := struct{ name string }{"a"}
				return func() { @ }
			}`, "x.name", `"a"`},
		{"a field that is set is not", `
			func f() func() {
				x := struct{ name string }{"a"}
				x.name = "b"
				return func() { @ }
			}`, "x.name", `?`},
		{"a function of the package that recovers lets its caller go on", `
			func rescue() { recover() }
			func f(b bool) {
				x := "a"
				func() {
					defer rescue()
					x = "b"
					if b { panic(x) }
					x = "c"
				}()
				@
			}`, "x", `"b" | "c"`},
		{"a function that calls one that recovers does not", `
			func rescue() { recover() }
			func leave() { rescue() }
			func f(b bool) {
				x := "a"
				func() {
					defer leave()
					x = "b"
					if b { panic(x) }
					x = "c"
				}()
				@
			}`, "x", `"c"`},
		{"a deferred function that can't be told may recover", `
			func f(g func(), b bool) {
				x := "a"
				func() {
					defer g()
					x = "b"
					if b { panic(x) }
					x = "c"
				}()
				@
			}`, "x", `"b" | "c" | ?`},
		{"a function of the tables does not recover", `
			x := "a"
			func() {
				_, cancel := context.WithCancel(context.Background())
				defer cancel()
				x = "b"
				if b { panic(x) }
				x = "c"
			}()`, "x", `"c"`},
	})
}
