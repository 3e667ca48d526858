package flow

import "testing"

func TestRoomEscapes(t *testing.T) {
	ask(t, []row{
		{"what stays here does not escape", `
			x := newClaims("a")
			x.Add("k", 1)
			sign(x)`, "escapes: x", ``},
		{"what is passed to a function that is not seen does", `
			x := newClaims("a")
			opaque(x)`, "escapes: x", `passed to opaque`},
		{"so does what such a function may reach from what it has", `
			x := newClaims("a")
			y := []*claims{x}
			opaque(y)`, "escapes: x", `passed to opaque`},
		{"what is stored where others reach it does", `
			func f(p *struct{ c *claims }) {
				x := newClaims("a")
				p.c = x
				@
			}`, "escapes: x", `stored in a field`},
		{"what is sent does", `
			x := newClaims("a")
			ch := make(chan *claims, 1)
			ch <- x`, "escapes: x", `sent on a channel`},
		{"what is returned to code that is not seen does", `
			func F() *claims { return f() }
			func f() *claims {
				x := newClaims("a")
				@
				return x
			}`, "escapes: x", `returned by F`},
		{"what is returned to the package does not", `
			func g() { f().Add("k", 1) }
			func f() *claims {
				x := newClaims("a")
				@
				return x
			}`, "escapes: x", ``},
		{"unless the package lets it", `
			func g() { opaque(f()) }
			func f() *claims {
				x := newClaims("a")
				@
				return x
			}`, "escapes: x", `passed to opaque`},
		{"what another goroutine changes does", `
			x := newClaims("a")
			go func() { x.Name = "b" }()`, "escapes: x", `used by another goroutine`},
		{"what the client sees to does not", `
			x := newClaims("a")
			y := newClaims("b")
			y.Add("k", x)`, "escapes: x", ``},
		{"what refers to it may be returned", `
			func f() *[1]*claims {
				x := newClaims("a")
				@
				return &[1]*claims{x}
			}`, "escapes: x", `returned by f`},
	})
}
