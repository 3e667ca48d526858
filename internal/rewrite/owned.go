package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// onOwn reports whether a method call is on a variable of the function, or
// is none.
func (x *effects) onOwn(call *ast.CallExpr, decl *ast.FuncDecl) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	if _, isMethod := x.pkg.Info.Selections[sel]; !isMethod {
		return true
	}
	id := root(sel.X)
	if id == nil {
		return x.makes(sel.X)
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	return ok && decl.Body.Pos() <= v.Pos() && v.Pos() < decl.Body.End() && x.isFresh(v)
}

// isOwn reports whether assigning to e changes a variable of the function
// only, and what it alone holds.
func (x *effects) isOwn(e ast.Expr, decl *ast.FuncDecl) bool {
	id := root(e)
	if id == nil {
		return x.makes(e)
	}
	if id.Name == "_" {
		return true
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	if !ok || v.Pos() < decl.Body.Pos() || decl.Body.End() <= v.Pos() {
		return id == ast.Unparen(e) && ok && decl.Pos() <= v.Pos() && v.Pos() < decl.End()
	}
	return id == ast.Unparen(e) || x.isFresh(v) && x.isWithin(e)
}

// isWithin reports whether an expression denotes a part of what its root
// holds, not of something that this points to.
func (x *effects) isWithin(e ast.Expr) bool {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		if s, ok := x.pkg.Info.Selections[sel]; ok && len(s.Index()) > 1 {
			return false // promoted, through a pointer maybe
		}
	}
	inner := holder(e)
	if inner == nil {
		return false
	}
	if _, isRoot := ast.Unparen(inner).(*ast.Ident); isRoot {
		return true
	}
	t := x.pkg.TypeOf(inner)
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return x.isWithin(inner)
	}
	return false
}

// isFresh reports whether a variable holds what nothing else refers to: a
// value, or an object that was made for it.
func (x *effects) isFresh(v *types.Var) bool {
	for _, e := range x.pkg.Assigned(v) {
		if e == nil || !x.makes(e) {
			return false
		}
	}
	return true
}

// makes reports whether an expression yields a new object, or no object.
func (x *effects) makes(e ast.Expr) bool {
	e = ast.Unparen(e)
	if tv, ok := x.pkg.Info.Types[e]; ok && tv.Value != nil {
		return true
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		_, isLit := ast.Unparen(e.X).(*ast.CompositeLit)
		return e.Op == token.AND && isLit
	case *ast.CallExpr:
		if x.pkg.IsConversion(e) {
			return x.makes(e.Args[0])
		}
		if b := x.pkg.Builtin(e); b != "" {
			return b == "make" || b == "new" || b == "append" && x.makesOrOwn(e)
		}
		if fn := x.pkg.Callee(e); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "bytes" && !strings.HasPrefix(fn.Name(), "New") {
			break // a part of its argument
		}
		if g := x.call(e); g == free || g == builds && (x.pkg.Callee(e) == nil || !x.pkg.Declares(x.pkg.Callee(e))) {
			return true
		}
	}
	t := x.pkg.TypeOf(e)
	if t == nil {
		return false
	}
	_, isBasic := t.Underlying().(*types.Basic)
	return isBasic
}

// makesOrOwn reports whether append extends a slice that is new, or the one
// that it is assigned to.
func (x *effects) makesOrOwn(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	id, isIdent := ast.Unparen(call.Args[0]).(*ast.Ident)
	if !isIdent {
		return x.makes(call.Args[0])
	}
	if kind, _ := x.pkg.Info.Types[call.Args[0]]; kind.IsNil() {
		return true
	}
	cur, ok := x.pkg.Cursor(call)
	if !ok {
		return false
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != len(assign.Rhs) {
		return false
	}
	to, ok := assign.Lhs[max(0, slices.Index(assign.Rhs, ast.Expr(call)))].(*ast.Ident)
	return ok && x.pkg.ObjectOf(to) == x.pkg.ObjectOf(id)
}

// root returns the variable at the start of a chain of selectors, indices,
// and assertions, nil if there is none.
func root(e ast.Expr) *ast.Ident {
	for e != nil {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			return id
		}
		e = holder(e)
	}
	return nil
}

// holder returns what an expression is a part of, nil if it is no part.
func holder(e ast.Expr) ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return e.X
	case *ast.IndexExpr:
		return e.X
	case *ast.StarExpr:
		return e.X
	case *ast.TypeAssertExpr:
		return e.X
	}
	return nil
}
