package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/flow"
)

// A place is a statement of a list, before which other statements can be
// put so that they run whenever it does, and right before it.
type place struct {
	stmt ast.Stmt
	list ast.Node // *ast.BlockStmt, *ast.CaseClause, or *ast.CommClause that holds it
	fn   ast.Node // innermost *ast.FuncDecl or *ast.FuncLit
	file *file
}

// placeOf finds the place for what is needed to evaluate n; false if there
// is none.
func placeOf(pkg *flow.Index, n ast.Node) (place, bool) {
	cur, ok := pkg.Cursor(n)
	if !ok {
		return place{}, false
	}
	for {
		kind, _ := cur.ParentEdge()
		switch kind {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			stmt := cur.Node().(ast.Stmt)
			if kind == edge.BlockStmt_List {
				switch above, _ := cur.Parent().ParentEdge(); above {
				case edge.SwitchStmt_Body, edge.TypeSwitchStmt_Body, edge.SelectStmt_Body:
					return place{}, false // a clause
				}
			}
			return place{stmt: stmt, list: cur.Parent().Node(), fn: pkg.Function(n)}, true
		case edge.ForStmt_Cond, edge.ForStmt_Post, edge.IfStmt_Else, edge.CaseClause_List, edge.CommClause_Comm,
			edge.LabeledStmt_Stmt, edge.FuncDecl_Body, edge.FuncLit_Body, edge.Invalid:
			return place{}, false
		case edge.IfStmt_Cond:
			if cur.Parent().Node().(*ast.IfStmt).Init != nil {
				return place{}, false
			}
		case edge.SwitchStmt_Tag:
			if cur.Parent().Node().(*ast.SwitchStmt).Init != nil {
				return place{}, false
			}
		case edge.BinaryExpr_Y:
			if op := cur.Parent().Node().(*ast.BinaryExpr).Op; op == token.LAND || op == token.LOR {
				return place{}, false
			}
		}
		cur = cur.Parent()
		if cur.Node() == nil {
			return place{}, false
		}
	}
}

// encloses reports whether whatever is declared at p can be seen at q, and
// runs before it.
func (p place) encloses(q place) bool {
	return p.file == q.file && p.list.Pos() <= q.stmt.Pos() && q.stmt.End() <= p.list.End() && p.stmt.Pos() < q.stmt.Pos()
}

// contains reports whether a node is in the tree under another.
func contains(outer, n ast.Node) bool {
	return outer.Pos() <= n.Pos() && n.End() <= outer.End()
}

// lookup finds what a name denotes right before the statement.
func (p place) lookup(pkg *flow.Index, name string) types.Object {
	var scope *types.Scope
	switch fn := p.fn.(type) { // not that of the file, which has all functions in it
	case *ast.FuncDecl:
		scope = pkg.Info.Scopes[fn.Type]
	case *ast.FuncLit:
		scope = pkg.Info.Scopes[fn.Type]
	}
	if scope == nil {
		return nil
	}
	if inner := scope.Innermost(p.stmt.Pos()); inner != nil {
		scope = inner
	}
	_, obj := scope.LookupParent(name, p.stmt.Pos())
	return obj
}

// jumps reports whether there is a goto in a function: what runs when is then
// not told by where it stands.
func jumps(cur inspector.Cursor) bool {
	for c := range cur.Preorder((*ast.BranchStmt)(nil)) {
		if c.Node().(*ast.BranchStmt).Tok == token.GOTO {
			return true
		}
	}
	return false
}
