// Package index defines an Analyzer that indexes a package once, for the
// passes that look for tokens in it.
package index

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
)

// Analyzer indexes a package. Its result is an *origin.Package, nil if the
// package can't make a token: it imports no library that could sign one,
// and its text does not mention a scope.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenindex",
	Doc:              "index a package for the passes that look for Twilio tokens",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*origin.Package](),
}

func run(pass *analysis.Pass) (any, error) {
	if !relevant(pass.Pkg, pass.Files) {
		return (*origin.Package)(nil), nil
	}
	return origin.NewPackage(pass.Pkg, pass.TypesInfo, pass.Files), nil
}

func relevant(pkg *types.Package, files []*ast.File) bool {
	if slices.ContainsFunc(pkg.Imports(), makesTokens) {
		return true
	}
	for _, f := range files {
		found := false
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.Contains(lit.Value, "scope") {
				found = true
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

func makesTokens(pkg *types.Package) bool {
	matches := func(p knowledge.Path) bool { return p.Match(pkg.Path()) }
	for _, lib := range knowledge.Capabilities {
		if slices.ContainsFunc(lib.Paths, matches) {
			return true
		}
	}
	for _, lib := range knowledge.JWTs {
		if slices.ContainsFunc(lib.Paths, matches) {
			return true
		}
	}
	return matches(knowledge.TaskRouter.Path) || slices.ContainsFunc(knowledge.Accesses, func(lib *knowledge.Access) bool { return lib.Is(pkg) })
}
