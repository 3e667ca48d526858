package rewrite

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// A unit is a piece of code that can be removed as a whole, if what it
// changes is of no use.
type unit struct {
	node    ast.Node     // *ast.AssignStmt, *ast.ExprStmt, *ast.DeclStmt, *ast.ValueSpec, *ast.IncDecStmt
	targets []*types.Var // what it defines or changes
	partial bool         // may stay with targets blanked
	values  []ast.Node   // what it evaluates
	changes []ast.Expr   // what refers to the objects that it changes; nil for one that can't be told
	panics  bool         // may panic, besides what it evaluates
}

// unitsOf returns the code that uses a variable and is not gone anyway. It
// reports false if some of it must stay.
func (s *sweep) unitsOf(v *types.Var) ([]*unit, bool) {
	var out []*unit
	for _, cur := range s.env.pkg.Uses(v) {
		id := cur.Node().(*ast.Ident)
		if s.isGone(id) {
			continue
		}
		if s.carried.contain(id) {
			return nil, false
		}
		u := s.unitAround(id)
		if u == nil {
			return nil, false
		}
		if !slices.ContainsFunc(out, func(o *unit) bool { return o.node == u.node }) {
			out = append(out, u)
		}
	}
	return out, true
}

// unitAround returns the unit that an identifier is part of, nil if it is
// part of something that has to stay.
func (s *sweep) unitAround(id *ast.Ident) *unit {
	cur, ok := s.env.pkg.Cursor(id)
	if !ok {
		return nil
	}
	for {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			if kind, _ := cur.ParentEdge(); !isListed(kind) {
				return nil
			}
			return s.assignment(n)
		case *ast.ExprStmt:
			return s.statement(n)
		case *ast.IncDecStmt, *ast.FuncLit:
			return nil
		case *ast.ValueSpec:
			return s.spec(n)
		case ast.Stmt, *ast.FuncDecl, nil:
			return nil
		}
		cur = cur.Parent()
	}
}

func isListed(kind edge.Kind) bool {
	switch kind {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body, edge.IfStmt_Init, edge.SwitchStmt_Init:
		return true
	}
	return false
}

func (s *sweep) assignment(n *ast.AssignStmt) *unit {
	u := &unit{node: n}
	if slices.ContainsFunc(n.Rhs, s.mentionsHeader) {
		return nil // what is done to it is not followed
	}
	for i, lhs := range n.Lhs {
		e := ast.Unparen(lhs)
		id := root(e)
		if id == nil {
			return nil
		}
		if id.Name == "_" {
			continue
		}
		v, ok := s.env.pkg.ObjectOf(id).(*types.Var)
		if !ok || !s.isLocal(v) {
			return nil
		}
		u.targets = append(u.targets, v)
		if id != e {
			u.change(s.env.pkg.Info, e)
			var value ast.Expr
			if len(n.Lhs) == len(n.Rhs) {
				value = n.Rhs[i]
			}
			if s.isForeignHeader(e, value) {
				return nil
			}
			ast.Inspect(e, func(n ast.Node) bool {
				if ix, ok := n.(*ast.IndexExpr); ok {
					u.values = append(u.values, ix.Index)
					u.panics = u.panics || s.env.effects.writesToNil(ix)
				}
				return true
			})
		}
	}
	for _, rhs := range n.Rhs {
		u.values = append(u.values, rhs)
	}
	if len(u.targets) == 0 {
		// Have: _ = x. It goes with x.
		for _, rhs := range n.Rhs {
			id, ok := ast.Unparen(rhs).(*ast.Ident)
			if !ok {
				return nil
			}
			v, ok := s.env.pkg.ObjectOf(id).(*types.Var)
			if !ok || !s.isLocal(v) {
				return nil
			}
			u.targets = append(u.targets, v)
		}
		return u
	}
	u.partial = len(n.Lhs) > 1 && !slices.ContainsFunc(n.Lhs, isPart)
	return u
}

// mentionsHeader reports whether an expression takes the header of a token.
func (s *sweep) mentionsHeader(e ast.Expr) bool {
	return s.env.has(e, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		return ok && s.isHeader(sel)
	})
}

func (s *sweep) isHeader(sel *ast.SelectorExpr) bool {
	name := knowledge.HeaderField(s.env.pkg.TypeOf(sel.X))
	return name != "" && sel.Sel.Name == name
}

// isForeignHeader reports whether an expression is an entry of a token's
// header that an Access Token would not have, or not with a value.
func (s *sweep) isForeignHeader(e, value ast.Expr) bool {
	ix, ok := e.(*ast.IndexExpr)
	if !ok {
		return s.mentionsHeader(e)
	}
	sel, ok := ast.Unparen(ix.X).(*ast.SelectorExpr)
	if !ok || !s.isHeader(sel) {
		return false
	}
	text := func(e ast.Expr) string {
		if tv := s.env.pkg.Info.Types[e]; e != nil && tv.Value != nil {
			return tv.Value.ExactString()
		}
		return ""
	}
	switch text(ix.Index) {
	case `"typ"`:
		return text(value) != `"JWT"`
	case `"alg"`:
		return text(value) != `"HS256"`
	}
	return true
}

func (s *sweep) statement(n *ast.ExprStmt) *unit {
	call, ok := ast.Unparen(n.X).(*ast.CallExpr)
	if !ok || s.env.effects.call(call) != builds {
		return nil
	}
	u := &unit{node: n}
	for {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		for _, a := range call.Args {
			u.values = append(u.values, a)
		}
		u.panics = u.panics || s.mayPanic(call) || s.mayPanic(sel)
		if inner, ok := ast.Unparen(sel.X).(*ast.CallExpr); ok {
			call = inner
			continue
		}
		id := root(sel.X)
		if id == nil {
			return nil
		}
		v, ok := s.env.pkg.ObjectOf(id).(*types.Var)
		if !ok || !s.isLocal(v) {
			return nil
		}
		u.targets = append(u.targets, v)
		u.call(s.env.pkg, sel, v)
		return u
	}
}

// isPart reports whether an expression is a part of what a variable holds.
func isPart(e ast.Expr) bool {
	_, isIdent := ast.Unparen(e).(*ast.Ident)
	return !isIdent
}

// change notes that a unit changes a place. The memory of a variable itself
// is the variable's own.
func (u *unit) change(info *types.Info, e ast.Expr) {
	for {
		e = ast.Unparen(e)
		if sel, ok := e.(*ast.SelectorExpr); ok {
			if s := info.Selections[sel]; s == nil || s.Indirect() && !isPointer(info.TypeOf(sel.X)) {
				u.changes = append(u.changes, nil) // through an embedded pointer
				return
			}
		}
		h := holder(e)
		if h == nil {
			return
		}
		switch t := info.TypeOf(h); t.Underlying().(type) {
		case *types.Struct, *types.Array:
			e = h
		default:
			u.changes = append(u.changes, h)
			return
		}
	}
}

// call notes that a unit calls a method that changes its receiver, which is
// what a variable holds, or a part of it. A struct that was copied may share
// memory with the other:
//
//	d := c
//	d.Allow("alice") // so may c, if it holds a map
func (u *unit) call(pkg *flow.Index, method *ast.SelectorExpr, v *types.Var) {
	info := pkg.Info
	s := info.Selections[method]
	if s == nil {
		return
	}
	fn, ok := s.Obj().(*types.Func)
	if !ok {
		return
	}
	_, isStruct := info.TypeOf(method.X).Underlying().(*types.Struct)
	switch {
	case s.Indirect() && !isPointer(info.TypeOf(method.X)):
		u.changes = append(u.changes, nil)
	case isStruct && isPointer(fn.Signature().Recv().Type()):
		u.change(info, method.X)
		for _, e := range pkg.Assigned(v) {
			if e != nil && root(e) != nil {
				e = nil // of another variable
			}
			u.changes = append(u.changes, e)
		}
	default:
		u.changes = append(u.changes, method.X)
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func (s *sweep) spec(n *ast.ValueSpec) *unit {
	u := &unit{node: n, partial: len(n.Names) > 1}
	for _, id := range n.Names {
		if id.Name == "_" {
			continue
		}
		v, ok := s.env.pkg.ObjectOf(id).(*types.Var)
		if !ok || !s.isLocal(v) {
			return nil
		}
		u.targets = append(u.targets, v)
	}
	for _, e := range n.Values {
		u.values = append(u.values, e)
	}
	if len(u.targets) == 0 {
		return nil
	}
	return u
}
