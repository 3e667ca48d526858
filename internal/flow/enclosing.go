package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Cursor returns the cursor of a node of the package.
func (p *Package) Cursor(n ast.Node) (inspector.Cursor, bool) {
	i, ok := p.index[n]
	if !ok {
		return inspector.Cursor{}, false
	}
	return p.root.Inspector().At(i), true
}

// File returns the file that a node is in.
func (p *Package) File(n ast.Node) *ast.File {
	i, found := slices.BinarySearchFunc(p.sorted, n.Pos(), func(f *ast.File, pos token.Pos) int { return cmp.Compare(f.FileStart, pos) })
	if !found {
		i--
	}
	if i < 0 || n.Pos() >= p.sorted[i].FileEnd {
		return nil
	}
	return p.sorted[i]
}

// Rank orders the nodes of a package: by the order of its files, and by
// their order in the file. Positions do not, because drivers parse files in
// any order.
func (p *Package) Rank(n ast.Node) int { return int(p.index[n]) }

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
func (p *Package) Function(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		return function(cur)
	}
	return nil
}

// OuterFunction returns the declared function around n, nil at package level.
func (p *Package) OuterFunction(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
			return c.Node()
		}
	}
	return nil
}

// FuncOf returns the object of a declared function, nil for a literal.
func (p *Package) FuncOf(fn ast.Node) *types.Func {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		obj, _ := p.Info.Defs[decl.Name].(*types.Func)
		return obj
	}
	return nil
}
