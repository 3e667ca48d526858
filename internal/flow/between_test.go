package flow

import (
	"go/ast"
	"testing"
)

func TestRoomBetween(t *testing.T) {
	ask(t, []row{
		{"what is called within one statement", `
			func f(x string) { @ }`, "between: opaqueText(), opaqueText(strings.ToUpper(x)), strings.Clone(x)", `strings.ToUpper; opaqueText`},
		{"a literal is one call", `
			func f(x string) { @ }`, "between: opaqueText(), func() int { opaque(); return 0 }(), strings.Clone(x)", `func`},
		{"a channel may wait", `
			func f(x chan string) { @ }`, "between: opaqueText(), <-x, strings.Clone(\"\")", `?`},
	})
}

// TestPassage asks about the first and the last call of a function.
func TestPassage(t *testing.T) {
	for _, r := range []struct {
		name, source  string
		calls         int
		loops, always bool
		ok            bool
	}{
		{"one behind the other", `opaque(); println(); opaque()`, 0, false, true, true},
		{"a call between", `opaque(); opaqueText(); opaque()`, 1, false, true, true},
		{"a loop", `opaque(); for range n { opaqueText() }; opaque()`, 1, true, true, true},
		{"the last in a loop", `opaque(); for range n { opaque(); opaqueText() }`, 2, true, true, true},
		{"the first on one way", `if b { opaque() }; opaqueText(); opaque()`, 1, false, false, true},
		{"a range over a function", `opaque(); for range func(y func(int) bool) { y(1) } { println() }; opaque()`, 1, false, true, true},
		{"no way", `if b { opaque() } else { opaque() }`, 0, false, false, false},
		{"a goroutine", `opaque(); go opaqueText(); opaque()`, 0, false, false, false},
	} {
		a, err := load(r.source+"\n@", "n")
		if err != nil {
			t.Fatal(err)
		}
		var calls []*ast.CallExpr
		for _, cur := range a.pkg.Calls() {
			call := cur.Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "opaque" {
				calls = append(calls, call)
			}
		}
		p, ok := a.trace.Between(calls[0], calls[1], a.frame)
		if ok != r.ok || ok && (len(p.Calls) != r.calls || p.Loops != r.loops || p.Always != r.always) {
			t.Errorf("%s: %+v, %v", r.name, p, ok)
		}
	}
}
