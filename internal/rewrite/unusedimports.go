package rewrite

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/edit"
)

// importEdits returns the edits to the imports of a file: what the new code
// needs is added, and what nothing needs any more is removed.
func (e *env) importEdits(f *file, needed []naming, s *sweep) []edit.Edit {
	gone := s.dropped()
	var unused []*ast.ImportSpec
	for _, spec := range f.ast.Imports {
		pn := e.pkg.Info.PkgNameOf(spec)
		if pn == nil || pn.Name() == "_" || slices.ContainsFunc(needed, func(n naming) bool { return n.present == pn }) {
			continue
		}
		if n := gone[pn]; n > 0 && n == e.usesIn(f, pn) {
			unused = append(unused, spec)
		}
	}
	return f.changeImports(needed, unused)
}

// usesIn returns how often a file needs one of its imports.
func (e *env) usesIn(f *file, pn *types.PkgName) int {
	if n, ok := f.uses[pn]; ok {
		return n
	}
	n := 0
	if pn.Name() == "." {
		for _, name := range pn.Imported().Scope().Names() {
			for _, cur := range e.pkg.Uses(pn.Imported().Scope().Lookup(name)) {
				if kind, _ := cur.ParentEdge(); kind != edge.SelectorExpr_Sel && f.has(cur.Node()) {
					n++
				}
			}
		}
	} else {
		for _, cur := range e.pkg.Uses(pn) {
			if kind, _ := cur.ParentEdge(); kind != edge.ImportSpec_Name {
				n++
			}
		}
	}
	f.uses[pn] = n
	return n
}

// dropped counts the uses of imports in what is removed, and not written
// elsewhere.
func (s *sweep) dropped() map[*types.PkgName]int {
	counts := make(map[*types.PkgName]int)
	dots := make(map[*types.Package]*types.PkgName)
	count := func(n ast.Node) {
		f := s.env.fileOf(n)
		for _, spec := range f.ast.Imports {
			if pn := s.env.pkg.Info.PkgNameOf(spec); pn != nil && pn.Name() == "." {
				dots[pn.Imported()] = pn
			}
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if x, ok := n.(ast.Expr); ok && s.carries[x] {
				return false
			}
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			switch obj := s.env.pkg.Info.Uses[id].(type) {
			case nil:
			case *types.PkgName:
				counts[obj]++
			default:
				pn := dots[obj.Pkg()]
				if pn == nil || obj.Parent() != obj.Pkg().Scope() {
					break
				}
				cur, ok := s.env.pkg.Cursor(id)
				if kind, _ := cur.ParentEdge(); ok && kind != edge.SelectorExpr_Sel {
					counts[pn]++
				}
			}
			return true
		})
	}
	for _, n := range s.outermost() {
		count(n)
	}
	return counts
}
