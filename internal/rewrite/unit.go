package rewrite

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
)

// A unit is a piece of code that can be removed as a whole, if what it
// changes is of no use.
type unit struct {
	node    ast.Node     // *ast.AssignStmt, *ast.ExprStmt, *ast.DeclStmt, *ast.ValueSpec, *ast.IncDecStmt
	targets []*types.Var // what it defines or changes
	partial bool         // may stay with targets blanked
	values  []ast.Node   // what it evaluates
	changes bool         // changes an object, rather than to define a variable
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
	if slices.ContainsFunc(n.Rhs, mentionsHeader) {
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
			u.changes = true
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
	u.partial = len(n.Lhs) > 1 && !u.changes
	return u
}

// mentionsHeader reports whether an expression takes the header of a token.
func mentionsHeader(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		found = found || ok && sel.Sel.Name == "Header"
		return !found
	})
	return found
}

// isForeignHeader reports whether an expression is an entry of a token's
// header that an Access Token would not have, or not with a value.
func (s *sweep) isForeignHeader(e, value ast.Expr) bool {
	ix, ok := e.(*ast.IndexExpr)
	if !ok {
		return mentionsHeader(e)
	}
	sel, ok := ast.Unparen(ix.X).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Header" {
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
	u := &unit{node: n, changes: true}
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
		return u
	}
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
