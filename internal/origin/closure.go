package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// throughClosures gives each effect its branches, and moves effects inside
// a closure that has a name to the calls of that closure.
func (t *Tracer) throughClosures(v *types.Var, effs []effect) []effect {
	owner := t.owner(v)
	var out []effect
	byLit := make(map[*ast.FuncLit][]effect)
	var lits []*ast.FuncLit
	for _, e := range effs {
		cur, ok := t.pkg.Cursor(e.node)
		if !ok {
			continue
		}
		if e.op == opRange {
			// The range variable is set inside the loop, before its body.
			e.ctl = t.controls(cur, owner)
			out = append(out, e)
			continue
		}
		if lit := t.namedClosure(cur, owner); lit != nil {
			e.ctl = t.controls(cur, lit)
			if _, ok := byLit[lit]; !ok {
				lits = append(lits, lit)
			}
			byLit[lit] = append(byLit[lit], e)
			continue
		}
		e.ctl = t.controls(cur, owner)
		out = append(out, e)
	}
	for _, lit := range lits {
		sub := byLit[lit]
		slices.SortStableFunc(sub, func(a, b effect) int { return int(a.node.Pos() - b.node.Pos()) })
		for _, call := range t.closureCalls(lit) {
			c := call.Node().(*ast.CallExpr)
			if contains(lit, c.Pos()) {
				continue // recursive
			}
			out = append(out, effect{op: opLit, node: c, call: c, lit: lit, sub: sub, ctl: t.controls(call, owner)})
		}
	}
	return out
}

// namedClosure returns the function literal around cur and below owner
// that is bound to a variable of its own, if there is one.
func (t *Tracer) namedClosure(cur inspector.Cursor, owner ast.Node) *ast.FuncLit {
	var found *ast.FuncLit
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if c.Node() == owner {
			break
		}
		if lit, ok := c.Node().(*ast.FuncLit); ok && t.closureVar(c) != nil {
			found = lit
		}
	}
	return found
}

// closureVar returns the variable that holds only this function literal.
func (t *Tracer) closureVar(lit inspector.Cursor) *types.Var {
	kind, idx := lit.ParentEdge()
	var name ast.Expr
	switch kind {
	case edge.AssignStmt_Rhs:
		as := lit.Parent().Node().(*ast.AssignStmt)
		if len(as.Lhs) == len(as.Rhs) {
			name = as.Lhs[idx]
		}
	case edge.ValueSpec_Values:
		spec := lit.Parent().Node().(*ast.ValueSpec)
		if len(spec.Names) == len(spec.Values) {
			name = spec.Names[idx]
		}
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := t.pkg.ObjectOf(id).(*types.Var)
	if v == nil || t.isGlobal(v) || v.IsField() || t.sets(v) != 1 {
		return nil
	}
	return v
}

// sets counts the definitions of v that give it a value other than zero.
func (t *Tracer) sets(v *types.Var) int {
	n := 0
	for _, cur := range t.pkg.uses[v] {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.RangeStmt_Key, edge.RangeStmt_Value, edge.Field_Names:
			n++
		case edge.ValueSpec_Names:
			if len(cur.Parent().Node().(*ast.ValueSpec).Values) > 0 {
				n++
			}
		case edge.UnaryExpr_X:
			n += 2 // its address is taken
		}
	}
	return n
}

// closureCalls returns the calls of a named closure.
func (t *Tracer) closureCalls(lit *ast.FuncLit) []inspector.Cursor {
	cur, ok := t.pkg.Cursor(lit)
	if !ok {
		return nil
	}
	v := t.closureVar(cur)
	if v == nil {
		return nil
	}
	var calls []inspector.Cursor
	for _, use := range t.pkg.uses[v] {
		if kind, _ := use.ParentEdge(); kind == edge.CallExpr_Fun {
			calls = append(calls, use.Parent())
		}
	}
	return calls
}

// calledLiteral returns the function literal that call runs, if it runs no
// other.
func (t *Tracer) calledLiteral(call *ast.CallExpr) *ast.FuncLit {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.FuncLit:
		return fun
	case *ast.Ident:
		v, ok := t.pkg.ObjectOf(fun).(*types.Var)
		if !ok || v.IsField() || t.sets(v) != 1 {
			return nil
		}
		for _, e := range t.effectsOf(v) {
			if e.op == opSet && e.rhs != nil && len(e.path) == 0 {
				lit, _ := ast.Unparen(e.rhs).(*ast.FuncLit)
				return lit
			}
		}
	}
	return nil
}
