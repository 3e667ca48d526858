package index

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestGuard(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", "package a\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: types.NewPackage("a", "a")}
	result, err := Guard(func(*analysis.Pass) (any, error) { panic("oh") })(pass)
	if result != nil || err == nil || !strings.HasPrefix(err.Error(), "a.go:1:1: captoken failed on this package, please report it: oh\n") {
		t.Errorf("a panic becomes %v, %v", result, err)
	}
	result, err = Guard(func(*analysis.Pass) (any, error) { return 1, nil })(pass)
	if result != 1 || err != nil {
		t.Errorf("a result becomes %v, %v", result, err)
	}
}
