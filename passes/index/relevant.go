package index

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// needs are those of the tables.
var needs = knowledge.Needs()

// relevant reports whether a package meets a need of the tables, words apart:
// by what it imports and by what it uses. It traverses a package only to see
// whether it spells a scope, if it has what could make a token of that.
func relevant(pass *analysis.Pass) bool {
	if isLibrary(pass.Pkg) || slices.ContainsFunc(pass.Pkg.Imports(), isLibrary) {
		return true
	}
	outside := bodiless(pass)
	canLookInto := func(fn *types.Func) bool { return fn.Pkg() == pass.Pkg && !outside[fn] && !isAbstract(fn) }
	encodes := slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return knowledge.HandsOut(p.Path()) })
	for _, obj := range pass.TypesInfo.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if obj.Pkg() == nil {
				continue
			}
			if isNamed(obj) {
				return true
			}
			encodes = encodes || returnsText(obj.Type()) && knowledge.Encodes(obj.Name(), obj.Pkg().Name()) && !canLookInto(obj.Origin())
		case *types.Var:
			encodes = encodes || returnsText(obj.Type()) && knowledge.Encodes(obj.Name(), "")
		}
	}
	return encodes && spellsScope(pass.Files)
}

// bodiless returns the functions of a package that are declared without a
// body and sound like encoders, nil if there are none.
func bodiless(pass *analysis.Pass) map[types.Object]bool {
	var fns map[types.Object]bool
	for _, f := range pass.Files {
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Body == nil && knowledge.Encodes(d.Name.Name, pass.Pkg.Name()) {
				if fns == nil {
					fns = make(map[types.Object]bool)
				}
				fns[pass.TypesInfo.Defs[d.Name]] = true
			}
		}
	}
	return fns
}

// isAbstract reports whether a function is a method of an interface.
func isAbstract(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// isLibrary reports whether a package is one that the tables are about.
func isLibrary(pkg *types.Package) bool {
	for _, n := range needs {
		if slices.ContainsFunc(n.Paths, func(p knowledge.Path) bool { return p.Match(pkg.Path()) }) {
			return true
		}
	}
	return false
}

// isNamed reports whether a function is a method of a library that can be
// called without importing it.
func isNamed(fn *types.Func) bool {
	for _, n := range needs {
		if slices.Contains(n.Names, fn.Name()) && slices.ContainsFunc(n.Paths, func(p knowledge.Path) bool { return p.Match(fn.Pkg().Path()) }) {
			return true
		}
	}
	return false
}

// returnsText reports whether a type is that of a function whose first result
// is, or may be, text.
func returnsText(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	if !ok || sig.Results().Len() == 0 {
		return false
	}
	first := sig.Results().At(0).Type()
	if s, ok := first.Underlying().(*types.Slice); ok && isParam(s.Elem()) {
		return true
	}
	return isParam(first) || flow.IsText(first)
}

func isParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// spellsScope reports whether a string literal spells the claim scope, or the
// value of one.
func spellsScope(files []*ast.File) bool {
	found := false
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				found = found || knowledge.SpellsScope(lit.Value)
			}
			return !found
		})
	}
	return found
}
