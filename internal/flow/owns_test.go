package flow

import "testing"

func TestRoomOwns(t *testing.T) {
	ask(t, []row{
		{"a map that is made here is the variable's", `
			x := map[string]string{}`, "owns: x, x", `true`},
		{"if the variable may have it", `
			x := map[string]string{}
			y := x
			_ = y`, "owns: x, x", `false`},
		{"and both, if both may", `
			x := map[string]string{}
			y := x`, "owns: x, x, y", `true`},
		{"what a parameter refers to is others'", `
			func f(x map[string]string) { @ }`, "owns: x, x", `false`},
		{"what a field refers to may be that of a variable", `
			type T struct { m map[string]string }
			y := map[string]string{}
			x := T{m: y}`, "owns: x.m, x", `false`},
		{"or of its own", `
			type T struct { m map[string]string }
			x := T{m: map[string]string{}}`, "owns: x.m, x", `true`},
		{"a closure has the variables that it refers to", `
			y := map[string]string{}
			g := func() map[string]string { return y }
			x := g()`, "owns: x, x, g", `false`},
		{"what a function makes is the variable's", `
			func f() {
				x := g()
				@
			}
			func g() map[string]string {
				y := map[string]string{}
				y["k"] = "a"
				return y
			}`, "owns: x, x", `true`},
		{"unless the function keeps it", `
			var kept map[string]string
			func f() {
				x := g()
				@
			}
			func g() map[string]string {
				kept = map[string]string{}
				return kept
			}`, "owns: x, x", `false`},
		{"or hands it on", `
			func f() {
				x := g()
				@
			}
			func g() map[string]string {
				y := map[string]string{}
				opaque(y)
				return y
			}`, "owns: x, x", `false`},
		{"what a goroutine has is not the variable's", `
			x := map[string]string{}
			go func() { x["k"] = "a" }()`, "owns: x, x", `false`},
		{"what is appended refers to what it did", `
			y := map[string]string{}
			x := append([]map[string]string(nil), y)`, "owns: x[0], x", `false`},
		{"what a library makes is the variable's", `
			x := newClaims("a")`, "owns: x, x", `true`},
		{"and so are its parts", `
			x := newClaims("a")`, "owns: x.Extra, x", `true`},
		{"what is not known is not", `
			x, _ := opaque().(map[string]string)`, "owns: x, x", `false`},
		{"one of several has to be, each time", `
			y := map[string]string{}
			x := map[string]string{}
			if b {
				x = y
			}`, "owns: x, x", `false`},
		{"what is appended may be the same array", `
			func f(n int) {
				c := make([]string, n)
				d := append(c[:0], "z")
				_ = d
				@
			}`, "owns: c, c", `false`},
		{"what is appended in its place is one's own", `
			func f(n int) {
				var c []string
				c = append(c, "a")
				c = append(c, "b")
				@
			}`, "owns: c, c", `true`},
		{"a buffer has its bytes", `
			func f() {
				var b bytes.Buffer
				b.WriteString("a")
				c := b.Bytes()
				@
			}`, "owns: c, c", `false`},
		{"a call that is deferred has its operands", `
			func f() {
				c := map[string]string{}
				defer func(m map[string]string) { println(m["k"]) }(c)
				@
			}`, "owns: c, c", `false`},
	})
}
