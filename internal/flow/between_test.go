package flow

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/ast/edge"
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

// TestRoomPassage asks about the first and the last call of a function.
func TestRoomPassage(t *testing.T) {
	for _, r := range []struct {
		name, source  string
		calls         int
		loops, always bool
		ok            bool
	}{
		{"one behind the other", `opaque(); println(); opaque()`, 1, false, true, true},
		{"a builtin that changes nothing", `opaque(); _ = len("a"); opaque()`, 0, false, true, true},
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
		if ok != r.ok || ok && (len(p.Calls) != r.calls || p.Loops != r.loops || p.Dominates != r.always) {
			t.Errorf("%s: %+v, %v", r.name, p, ok)
		}
	}
}

// TestRoomPassageOfStatements asks about what runs behind one statement of a function
// and before another, or from the beginning of a statement.
func TestRoomPassageOfStatements(t *testing.T) {
	for _, r := range []struct {
		name, source  string
		first, last   int
		stores, calls int
		sure, assigns bool // the last always runs; n is assigned to
		ok            bool
	}{
		{"nothing", `opaque(); opaque()`, 0, 1, 0, 0, true, false, true},
		{"a variable is set", `opaque(); n = 1; opaque()`, 0, 2, 1, 0, true, true, true},
		{"it is set later", `opaque(); opaque(); n = 1`, 0, 1, 0, 0, true, false, true},
		{"it is set later, but before the next round", `opaque(); for b { opaqueText(); n++ }`, 0, 1, 1, 1, true, true, true},
		{"the function may return", `opaque(); if b { return }; opaque()`, 0, 2, 0, 0, false, false, true},
		{"the function may go on for ever", `opaque(); if b { for { n++ } }; opaque()`, 0, 2, 0, 0, false, false, true},
		{"the function may panic", `opaque(); if b { panic("") }; opaque()`, 0, 2, 0, 0, true, false, true},
		{"a map is changed", `opaque(); m["k"] = 1; opaque()`, 0, 2, 1, 0, true, false, true},
		{"what a pointer refers to is changed", `opaque(); *p++; opaque()`, 0, 2, 1, 0, true, false, true},
		{"backwards", `opaque(); opaque()`, 1, 0, 0, 0, false, false, false},
	} {
		a, err := load("n, b, m, p := 0, false, map[string]int{}, new(int)\n"+r.source+"\n_, _, _, _ = n, b, m, p; @", "n")
		if err != nil {
			t.Fatal(err)
		}
		list := a.pkg.OuterFunction(a.exprs[0]).(*ast.FuncDecl).Body.List[1:]
		p, ok := a.trace.Between(list[r.first], list[r.last], a.frame)
		n := a.variable()
		assigns := false
		for _, cur := range a.pkg.Uses(n) {
			kind, _ := cur.ParentEdge()
			assigns = assigns || (kind == edge.AssignStmt_Lhs || kind == edge.IncDecStmt_X) && p.Runs(cur.Node().(ast.Expr))
		}
		if ok != r.ok || ok && (len(p.Stores) != r.stores || len(p.Calls) != r.calls || p.PostDominates != r.sure || assigns != r.assigns) {
			t.Errorf("%s: %d stores, %d calls, %v, %v, %v", r.name, len(p.Stores), len(p.Calls), p.PostDominates, assigns, ok)
		}
	}
}
