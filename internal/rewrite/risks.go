package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
)

// This file is about what a function dereferences.

// risks are what may make a function of the package panic.
type risks struct {
	panics bool
	nilled []int // parameters that must not be nil; -1 is the receiver
}

func (r *risks) needs(param int) bool { return slices.Contains(r.nilled, param) }

// risksOf finds the risks of a function of the package. A function that calls
// itself has those of its body.
func (x *effects) risksOf(fn *types.Func) *risks {
	if r, ok := x.risks[fn]; ok {
		return r
	}
	r := &risks{}
	x.risks[fn] = r
	decl, ok := x.pkg.Decl(fn)
	if !ok {
		return r
	}
	sig := fn.Signature()
	param := func(e ast.Expr) (int, bool) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return 0, false
		}
		v, _ := x.pkg.ObjectOf(id).(*types.Var)
		if v == nil {
			return 0, false
		}
		if v == sig.Recv() {
			return -1, true
		}
		for i := range sig.Params().Len() {
			if v == sig.Params().At(i) {
				return i, true
			}
		}
		return 0, false
	}
	noted := func(e ast.Expr) bool {
		i, ok := param(e)
		if ok && !r.needs(i) {
			r.nilled = append(r.nilled, i)
		}
		return ok || x.isDereferencedBefore(e)
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && x.panics(e, noted) {
			r.panics = true
		}
		return true
	})
	return r
}

// isDereferencedBefore reports whether the function has dereferenced, in any
// case, what it dereferences now.
func (x *effects) isDereferencedBefore(e ast.Expr) bool {
	v := x.rootVar(e)
	cur, ok := x.pkg.Cursor(e)
	if !ok || v == nil || len(x.pkg.Assigned(v)) > 1 {
		return false
	}
	text := types.ExprString(e)
	for ; cur.Node() != nil; cur = cur.Parent() {
		switch kind, idx := cur.ParentEdge(); kind {
		case edge.FuncDecl_Body, edge.FuncLit_Body, edge.Invalid:
			return false
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			for i := range idx {
				if stmt := listed(cur.Parent().Node(), i); stmt != nil && x.derefs(stmt, text, v) {
					return true
				}
			}
		}
	}
	return false
}

// listed returns a statement of a list.
func listed(list ast.Node, i int) ast.Stmt {
	switch n := list.(type) {
	case *ast.BlockStmt:
		return n.List[i]
	case *ast.CaseClause:
		return n.Body[i]
	case *ast.CommClause:
		return n.Body[i]
	}
	return nil
}

// derefs reports whether code dereferences an expression whenever it runs.
func (x *effects) derefs(n ast.Node, text string, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		var of ast.Expr
		switch n := n.(type) {
		case *ast.FuncLit, *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			return false
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				found = found || x.derefs(n.X, text, v)
				return false
			}
		case *ast.StarExpr:
			of = n.X
		case *ast.SelectorExpr:
			if x.dereferences(n) {
				of = n.X
			}
		case *ast.IndexExpr:
			if _, isPointer := underlying(x.pkg.TypeOf(n.X)).(*types.Pointer); isPointer {
				of = n.X
			}
		case *ast.IfStmt:
			if n.Else != nil {
				found = found || n.Init != nil && x.derefs(n.Init, text, v) || x.derefs(n.Cond, text, v)
				return false
			}
		}
		if of != nil && x.rootVar(of) == v && types.ExprString(ast.Unparen(of)) == text {
			found = true
		}
		return !found
	})
	return found
}
