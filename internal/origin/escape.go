package origin

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// An Escape is a way on which an object leaves what is followed.
type Escape struct {
	Node ast.Node
	How  string // a few words: "stored in a field"
}

// Escapes lists the ways on which the object that e makes gets to code that
// is not seen, or to where the order of events is not known: a field, a
// package variable, an exported function's result, a function of another
// package for which known answers false.
func (t *Tracer) Escapes(e ast.Expr, known func(*types.Func) bool) []Escape {
	cur, ok := t.pkg.Cursor(e)
	if !ok {
		return nil
	}
	w := escapes{t: t, known: known, seen: make(map[any]bool)}
	w.expr(cur)
	return w.out
}

type escapes struct {
	t     *Tracer
	known func(*types.Func) bool
	seen  map[any]bool
	out   []Escape
}

func (w *escapes) add(n ast.Node, how string) { w.out = append(w.out, Escape{n, how}) }

// expr follows the object that is the value of an expression.
func (w *escapes) expr(cur inspector.Cursor) {
	if w.seen[cur.Node()] || !w.t.spend() {
		return
	}
	w.seen[cur.Node()] = true
	kind, idx := cur.ParentEdge()
	parent := cur.Parent()
	switch kind {
	case edge.ParenExpr_X, edge.StarExpr_X, edge.TypeAssertExpr_X, edge.UnaryExpr_X:
		w.expr(parent)
	case edge.AssignStmt_Rhs:
		as := parent.Node().(*ast.AssignStmt)
		if len(as.Rhs) == 1 {
			idx = 0
		}
		if idx < len(as.Lhs) {
			w.assigned(as.Lhs[idx], as)
		}
	case edge.ValueSpec_Values:
		spec := parent.Node().(*ast.ValueSpec)
		if len(spec.Values) == 1 {
			idx = 0
		}
		if idx < len(spec.Names) {
			w.assigned(spec.Names[idx], spec)
		}
	case edge.CallExpr_Args:
		w.passed(parent, idx)
	case edge.SelectorExpr_X:
		w.selected(parent)
	case edge.ReturnStmt_Results:
		w.returned(parent)
	case edge.KeyValueExpr_Value, edge.CompositeLit_Elts:
		w.add(cur.Node(), "stored in a field")
	case edge.SendStmt_Value:
		w.add(cur.Node(), "sent on a channel")
	}
}

func (w *escapes) assigned(lhs ast.Expr, stmt ast.Node) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := w.t.pkg.ObjectOf(lhs).(*types.Var); ok {
			if w.t.isGlobal(v) {
				w.add(stmt, "stored in a package variable")
				return
			}
			w.variable(v)
		}
	case *ast.SelectorExpr:
		w.add(stmt, "stored in a field")
	default:
		w.add(stmt, "stored in a container")
	}
}

func (w *escapes) variable(v *types.Var) {
	if w.seen[v] {
		return
	}
	w.seen[v] = true
	for _, use := range w.t.pkg.uses[v] {
		w.expr(use)
	}
}

func (w *escapes) passed(call inspector.Cursor, idx int) {
	c := call.Node().(*ast.CallExpr)
	if w.t.pkg.IsConversion(c) {
		w.expr(call)
		return
	}
	if w.t.pkg.builtin(c) != "" {
		w.add(c, "stored in a container")
		return
	}
	fn := w.t.pkg.Callee(c)
	if fn != nil && w.known(fn) {
		return
	}
	var decl ast.Node
	if fn != nil {
		if d, ok := w.t.pkg.decls[fn]; ok {
			decl = d.Node()
		}
	} else if lit := w.t.calledLiteral(c); lit != nil {
		decl = lit
	}
	if decl == nil {
		w.add(c, "passed to "+types.ExprString(c.Fun))
		return
	}
	ftype, _ := funcType(decl)
	if isVariadic(ftype) && idx >= ftype.Params.NumFields()-1 {
		w.add(c, "passed to "+types.ExprString(c.Fun))
		return
	}
	if v := w.t.pkg.paramVar(decl, idx); v != nil {
		w.variable(v)
	}
}

// selected follows x.f and x.m().
func (w *escapes) selected(sel inspector.Cursor) {
	s, ok := w.t.pkg.Info.Selections[sel.Node().(*ast.SelectorExpr)]
	if !ok || s.Kind() == types.FieldVal {
		return
	}
	kind, _ := sel.ParentEdge()
	if kind != edge.CallExpr_Fun {
		w.add(sel.Node(), "used as a method value")
		return
	}
	call := sel.Parent()
	typ := w.t.pkg.TypeOf(call.Node().(*ast.CallExpr))
	if typ == nil {
		return
	}
	if types.Identical(deref(typ), deref(s.Recv())) {
		w.expr(call) // a fluent method
	}
	if fn, ok := s.Obj().(*types.Func); ok {
		if decl, ok := w.t.pkg.decls[fn.Origin()]; ok {
			if v := w.t.pkg.paramVar(decl.Node(), -1); v != nil {
				w.variable(v)
			}
		}
	}
}

func (w *escapes) returned(ret inspector.Cursor) {
	fn := function(ret)
	if lit, ok := fn.(*ast.FuncLit); ok {
		calls := w.t.closureCalls(lit)
		if len(calls) == 0 {
			w.add(ret.Node(), "returned")
		}
		for _, c := range calls {
			w.expr(c)
		}
		return
	}
	obj := w.t.pkg.FuncOf(fn)
	if obj == nil {
		return
	}
	callers := w.t.pkg.callers[obj]
	if obj.Exported() && w.t.pkg.Types.Name() != "main" || len(callers) == 0 {
		w.add(ret.Node(), "returned by "+obj.Name())
	}
	for _, call := range callers {
		w.expr(call)
	}
}
