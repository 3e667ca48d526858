package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

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
