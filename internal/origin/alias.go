package origin

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// collectFluent follows a chain x.A().B(): if A's result has the type of
// its receiver, B acts on x too.
func (t *Tracer) collectFluent(call inspector.Cursor, path []step, effs *[]effect, seen visited) {
	c := call.Node().(*ast.CallExpr)
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	s, ok := t.pkg.Info.Selections[sel]
	if !ok || t.pkg.TypeOf(c) == nil || !isReference(t.pkg.TypeOf(c)) {
		return
	}
	recv := s.Recv()
	if ptr, ok := recv.Underlying().(*types.Pointer); ok {
		recv = ptr.Elem()
	}
	res := t.pkg.TypeOf(c)
	if ptr, ok := res.Underlying().(*types.Pointer); ok {
		res = ptr.Elem()
	}
	if !types.Identical(recv, res) {
		return
	}
	if len(s.Index()) > 1 {
		return
	}
	t.collectUse(call, path, effs, seen)
}

// collectAlias follows x in "x := place": what is done to x is done to
// what place holds, if x never holds anything else. If it does, or if it is
// a copy of what refers to the same elements, what is done to it is lost.
func (t *Tracer) collectAlias(lhs ast.Expr, rhs inspector.Cursor, path []step, effs *[]effect, seen visited) {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		if e, ok := rhs.Node().(ast.Expr); ok && isReference(t.pkg.TypeOf(e)) {
			// Have: other.field = place. What is done through it is not seen.
			*effs = append(*effs, effect{op: opTaint, path: path, node: rhs.Parent().Node()})
		}
		return
	}
	if id.Name == "_" {
		return
	}
	v, ok := t.pkg.ObjectOf(id).(*types.Var)
	if !ok {
		t.collectClauses(rhs, path, effs, seen)
		return
	}
	if t.isGlobal(v) || !sharesState(v.Type()) && !isSlice(v.Type()) {
		return
	}
	if e, ok := rhs.Node().(ast.Expr); ok && isInterface(v.Type()) && !isReference(t.pkg.TypeOf(e)) {
		return // a copy
	}
	exact := isReference(v.Type()) && t.definitions(v) == 1
	var sub []effect
	t.collect(v, path, &sub, seen)
	for _, e := range sub {
		switch {
		case e.op == opSet && len(e.path) == len(path) && !t.throughPointer(v, e):
			continue // the alias itself gets a value
		case exact, isSlice(v.Type()) && t.definitions(v) == 1 && e.op == opSet && len(e.path) > len(path):
			*effs = append(*effs, e)
		case e.op == opPass && !isReference(v.Type()), len(e.path) == len(path) && isSlice(v.Type()):
			// A slice that is appended to, or read, elsewhere.
		default:
			*effs = append(*effs, effect{op: opTaint, path: path, node: e.node})
		}
	}
}

// throughPointer reports whether an assignment sets what the pointer v
// points to: *v = x.
func (t *Tracer) throughPointer(v *types.Var, e effect) bool {
	as, ok := e.node.(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range as.Lhs {
		if star, ok := ast.Unparen(lhs).(*ast.StarExpr); ok {
			if id, ok := ast.Unparen(star.X).(*ast.Ident); ok && t.pkg.ObjectOf(id) == v {
				return true
			}
		}
	}
	return false
}

// collectClauses follows x in "switch x := place.(type)".
func (t *Tracer) collectClauses(rhs inspector.Cursor, path []step, effs *[]effect, seen visited) {
	for c := range rhs.Enclosing((*ast.TypeSwitchStmt)(nil)) {
		for _, clause := range c.Node().(*ast.TypeSwitchStmt).Body.List {
			if v, ok := t.pkg.Info.Implicits[clause].(*types.Var); ok && isReference(v.Type()) {
				t.collect(v, path, effs, seen)
			}
		}
		return
	}
}
