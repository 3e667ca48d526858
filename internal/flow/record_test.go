package flow

import "testing"

func TestRoomRecord(t *testing.T) {
	ask(t, []row{
		{"calls are noted in order", `
			x := newClaims("a")
			x.Add("k", s)
			x.Add("l", 1)`, "x", `newClaims("a").Add("k", s).Add("l", 1)`},
		{"what is asked earlier has none of those that follow", `
			func f() {
				x := newClaims("a")
				@
				x.Add("k", 1)
			}`, "x", `newClaims("a")`},
		{"but at the end", `
			func f() {
				x := newClaims("a")
				@
				x.Add("k", 1)
			}`, "end: x", `newClaims("a").Add("k", 1)`},
		{"a call on one way may not have been", `
			x := newClaims("a")
			if b { x.Add("k", 1) } else { x.Add("l", 2) }
			x.Add("m", 3)`, "x", `newClaims("a").Add?("k", 1).Add?("l", 2).Add("m", 3)`},
		{"a call on both ways has", `
			x := newClaims("a")
			x.Add("k", 1)
			if b { x.Name = "b" }`, "x", `newClaims("a"){Name?: "b"}.Add("k", 1)`},
		{"a call in a loop may have been, once or often", `
			x := newClaims("a")
			for range n { x.Add("k", 1) }`, "x", `newClaims("a").Add?("k", 1)`},
		{"a call that is made again may have been made once", `
			x := newClaims("a")
			for range 2 { x.Add("k", 1) }`, "x", `newClaims("a").Add?("k", 1)`},
		{"a call through another variable is one of the object", `
			x := newClaims("a")
			y := x
			y.Add("k", 1)`, "x", `newClaims("a").Add("k", 1)`},
		{"a call on one of two objects may be on either", `
			x, y := newClaims("a"), newClaims("b")
			z := x
			if b { z = y }
			z.Add("k", 1)`, "x", `newClaims("a").Add?("k", 1)`},
		{"another object has none of it", `
			x, y := newClaims("a"), newClaims("b")
			x.Add("k", 1)`, "y", `newClaims("b")`},
		{"a function of the package notes what it does", `
			func g(x *claims) { x.Add("k", 1) }
			func f() {
				x := newClaims("a")
				g(x)
				@
			}`, "x", `newClaims("a").Add("k", 1)`},
		{"an object that others have may hold something else", `
			x := newClaims("a")
			opaque(x)`, "x", `newClaims("a").opaque(…) | ?`},
		{"each of two that a function makes has its own", `
			func g(name string) *claims { return newClaims(name) }
			func f() {
				x, y := g("a"), g("b")
				x.Add("k", 1)
				@
			}`, "x, y", `newClaims("a").Add("k", 1), newClaims("b")`},
		{"an object of an earlier round is another", `
			x := newClaims("a")
			for range n {
				y := newClaims("b")
				x.Add("k", 1)
				x = y
			}
			y := newClaims("c")`, "y", `newClaims("c")`},
		{"arguments are those of the call", `
			x, y := newClaims("a"), "b"
			x.Add("k", y)
			y = "c"`, "x", `newClaims("a").Add("k", "b")`},
	})
}
