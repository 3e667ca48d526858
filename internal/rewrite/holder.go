package rewrite

import "go/ast"

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
