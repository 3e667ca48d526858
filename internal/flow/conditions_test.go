package flow

import (
	"go/types"
	"strings"
	"testing"
)

// TestRoomConditions asks what has been evaluated when s is. A condition that does
// not decide on it has a ? behind it.
func TestRoomConditions(t *testing.T) {
	for _, r := range []struct{ name, source, want string }{
		{"none", `@`, ``},
		{"within", `if b { @ }`, `b`},
		{"in the other branch", `if b { return } else { @ }`, `b`},
		{"behind one that leaves", `if b { return }; @`, `b`},
		{"behind one that panics", `if b { panic(t) }; @`, `b`},
		{"behind one that goes on", `if b { opaque() }; @`, `b?`},
		{"negated", `if !(n == 2) { return }; @`, `n == 2`},
		{"two at once", `if b && c { @ }`, `c; b`},
		{"one or the other", `if b || c { @ }`, `b?`},
		{"one or the other leaves", `if b || c { return }; @`, `c; b`},
		{"a case", `switch { case n < 2: return; case b: @ }`, `b; n < 2`},
		{"the value of a switch", `switch len(s) { case 2: @ }`, `len(s)`},
		{"a loop", `for n < 2 { n++ }; @`, `n < 2`},
		{"in a loop", `for n < 2 { @; n++ }`, `n < 2`},
		{"behind", `@; if b { return }`, ``},
		{"a literal", `if b { func() { @ }() }`, `b`},
		{"a goto", `if b { goto end }; @; end: opaque()`, `b`},
	} {
		a, err := load("_ = n; if false { return }\n"+r.source, "s")
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
			continue
		}
		var out []string
		for _, c := range a.trace.Conditions(a.exprs[0]) {
			text := types.ExprString(c.Expr)
			if !c.Decides {
				text += "?"
			}
			out = append(out, text)
		}
		if got := strings.Join(out, "; "); got != r.want {
			t.Errorf("%s: %q, want %q", r.name, got, r.want)
		}
	}
}
