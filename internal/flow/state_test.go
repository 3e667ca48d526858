package flow

import "testing"

func TestRoomState(t *testing.T) {
	ask(t, []row{
		{"memory that has changed on one way has changed", `
			func f(p *string, b bool) {
				x := *p
				if b { opaque() }
				y := *p
				@
			}`, "same: x, y", `false`},
		{"memory that has changed on no way has not", `
			func f(p, q *string, b bool) {
				x := *p
				if b { _ = *q }
				y := *p
				@
			}`, "same: x, y", `true`},
		{"memory that nobody has looked at has changed, too", `
			func f(p []string, b bool) {
				x := strings.Join(p, "")
				if b { opaque() }
				y := strings.Join(p, "")
				@
			}`, "same: x, y", `false`},
		{"the environment that is set on one way is another", `
			x := os.Getenv("k")
			if b { os.Setenv("k", "a") }
			y := os.Getenv("k")`, "same: x, y", `false`},
		{"calls that two ways defer run for the way taken, before those both have", `
			x := ""
			func() {
				defer func() { x += "a" }()
				if b {
					defer func() { x += "b" }()
				} else {
					defer func() { x += "c" }()
				}
			}()`, "x", `("" | "b") + ("" | "c") + "a"`},
		{"what the way of a return has set is set on that way", `
			g := func() (string, string) {
				if b { return "a", "b" }
				return "c", "d"
			}
			x, y := g()`, "x + y", `("a" | "c") + ("b" | "d")`},
		{"a way that ends adds nothing", `
			x := map[string]string{}
			if b {
				x["k"] = "a"
				panic(x)
			}`, "x", `{}`},
		{"a variable of a call is gone behind it", `
			g := func(v string) string { w := v + "b"; return w }
			x, y := g("a"), g("c")`, "x + y", `"abcb"`},
	})
}
