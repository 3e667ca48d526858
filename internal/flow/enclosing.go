package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Cursor returns the cursor of a node of the program.
func (p *Index) Cursor(n ast.Node) (inspector.Cursor, bool) {
	i, ok := p.index[n]
	if !ok {
		return inspector.Cursor{}, false
	}
	return p.root.Inspector().At(i), true
}

// File returns the file that a node is in, nil if it is in none.
func (p *Index) File(n ast.Node) *ast.File { return p.source(n).file }

// Package returns the package that a node is in, nil if it is in none.
func (p *Index) Package(n ast.Node) *types.Package { return p.source(n).pkg }

func (p *Index) source(n ast.Node) source {
	i, found := slices.BinarySearchFunc(p.sorted, n.Pos(), func(s source, pos token.Pos) int { return cmp.Compare(s.file.FileStart, pos) })
	if !found {
		i--
	}
	if i < 0 || n.Pos() >= p.sorted[i].file.FileEnd {
		return source{}
	}
	return p.sorted[i]
}

// Rank tells where a node is in the order of the program. Positions do not,
// because drivers parse files in any order.
func (p *Index) Rank(n ast.Node) int { return int(p.index[n]) }

// function returns the innermost function around cur: an *ast.FuncDecl or
// *ast.FuncLit, or nil at package level.
func function(cur inspector.Cursor) ast.Node {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.Node()
	}
	return nil
}

// Function returns the innermost function around n: an *ast.FuncDecl or
// *ast.FuncLit, or nil at package level.
func (p *Index) Function(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		return function(cur)
	}
	return nil
}

// OuterFunction returns the declared function around n, nil at package level.
func (p *Index) OuterFunction(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
			return c.Node()
		}
	}
	return nil
}

// FuncOf returns the object of a declared function, nil for a literal.
func (p *Index) FuncOf(fn ast.Node) *types.Func {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		obj, _ := p.Info.Defs[decl.Name].(*types.Func)
		return obj
	}
	return nil
}
