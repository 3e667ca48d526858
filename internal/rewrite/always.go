package rewrite

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/captoken/captoken/internal/flow"
)

// alwaysBefore reports whether a statement that is wanted runs on every way
// from the statement of a place to a node behind it.
func (p *plan) alwaysBefore(from place, to ast.Node, wanted func(ast.Stmt) bool) bool {
	rest := stmts(from.list)
	rest = rest[slices.Index(rest, from.stmt)+1:]
	for {
		i := slices.IndexFunc(rest, func(st ast.Stmt) bool { return contains(st, to) })
		if i < 0 {
			return false
		}
		if slices.ContainsFunc(rest[:i], func(st ast.Stmt) bool { return always(p.env.pkg, st, wanted) }) {
			return true
		}
		// Have: none before the statement that has the node in it. Look at
		// those in it.
		inner := innerList(rest[i], to)
		if inner == nil {
			return false
		}
		rest = stmts(inner)
	}
}

// innerList returns the outermost list in a statement that has a node in it.
func innerList(st ast.Stmt, to ast.Node) (list ast.Node) {
	ast.Inspect(st, func(n ast.Node) bool {
		if list != nil || n == nil || !contains(n, to) {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CaseClause, *ast.CommClause:
			list = n
		case *ast.BlockStmt:
			if len(n.List) > 0 {
				switch n.List[0].(type) {
				case *ast.CaseClause, *ast.CommClause:
					return true
				}
			}
			list = n
		}
		return list == nil
	})
	return list
}

func stmts(list ast.Node) []ast.Stmt {
	switch list := list.(type) {
	case *ast.BlockStmt:
		return list.List
	case *ast.CaseClause:
		return list.Body
	case *ast.CommClause:
		return list.Body
	}
	return nil
}

// always reports whether a statement that is wanted runs whenever st does,
// and what is behind st is reached.
func always(pkg *flow.Package, st ast.Stmt, wanted func(ast.Stmt) bool) bool {
	in := func(list []ast.Stmt) bool {
		return slices.ContainsFunc(list, func(st ast.Stmt) bool { return always(pkg, st, wanted) }) || leaves(pkg, list)
	}
	switch st := st.(type) {
	case *ast.ExprStmt:
		return wanted(st)
	case *ast.BlockStmt:
		return in(st.List)
	case *ast.IfStmt:
		switch els := st.Else.(type) {
		case *ast.BlockStmt:
			return in(st.Body.List) && in(els.List)
		case *ast.IfStmt:
			return in(st.Body.List) && always(pkg, els, wanted)
		}
	case *ast.SwitchStmt:
		return clauses(st.Body, in)
	case *ast.TypeSwitchStmt:
		return clauses(st.Body, in)
	}
	return false
}

// clauses reports whether all clauses of a switch satisfy in, and one of
// them is taken.
func clauses(body *ast.BlockStmt, in func([]ast.Stmt) bool) bool {
	hasDefault := false
	for _, st := range body.List {
		clause, ok := st.(*ast.CaseClause)
		if !ok || !in(clause.Body) || breaks(clause) {
			return false
		}
		hasDefault = hasDefault || clause.List == nil
	}
	return hasDefault
}

// breaks reports whether there is a break, a goto, or a fallthrough in a
// clause.
func breaks(clause *ast.CaseClause) bool {
	found := false
	ast.Inspect(clause, func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok && b.Tok != token.CONTINUE {
			found = true
		}
		return !found
	})
	return found
}

// leaves reports whether a list of statements ends in leaving the function.
func leaves(pkg *flow.Package, list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch st := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.ExprStmt:
		call, ok := st.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		return pkg.Builtin(call) == "panic"
	}
	return false
}
