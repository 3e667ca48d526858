package analyzer_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/passes/handmadetoken"
	"github.com/captoken/captoken/passes/index"
	"github.com/captoken/captoken/passes/libraryaccess"
	"github.com/captoken/captoken/passes/librarytoken"
)

// Bazel's nogo wants a variable of this type and name in each package that
// it is to run, one in a package.
var _ = []*analysis.Analyzer{
	analyzer.Analyzer, index.Analyzer, librarytoken.Analyzer, handmadetoken.Analyzer, libraryaccess.Analyzer,
}

// TestNogo runs the analyzer on a pass that has what nogo gives it, and
// nothing else: no module, no function that reads files, no file versions.
func TestNogo(t *testing.T) {
	const src = `package phone

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"
)

func token(sid, secret, user string) string {
	header, _ := json.Marshal(map[string]string{"alg": "HS256", "typ": "JWT"})
	claims, _ := json.Marshal(map[string]any{
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	text := base64.RawURLEncoding.EncodeToString(header) + "." + base64.RawURLEncoding.EncodeToString(claims)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "phone.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), Instances: make(map[*ast.Ident]types.Instance),
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("phone", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	categories := make(map[string]int)
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, done := results[a]; done {
			return
		}
		of := make(map[*analysis.Analyzer]any)
		for _, required := range a.Requires {
			run(required)
			of[required] = results[required]
		}
		res, err := a.Run(&analysis.Pass{
			Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
			ResultOf: of, Report: func(d analysis.Diagnostic) { categories[d.Category]++ },
		})
		if err != nil {
			t.Fatal(err)
		}
		results[a] = res
	}
	run(analyzer.Analyzer)
	if categories[analyzer.CapabilityToken] != 1 || categories[analyzer.AuthTokenSigning] != 1 {
		t.Errorf("got %v, want a token and its signing", categories)
	}
}
