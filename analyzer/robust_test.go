package analyzer_test

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/passes/index"
)

// A unit is a package as a driver hands it over.
type unit struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	read  func(name string) ([]byte, error) // nil reads files
	errs  []types.Error
}

// analyze runs an analyzer over a package. It returns the messages, with
// their positions.
func (u unit) analyze(a *analysis.Analyzer) ([]string, error) {
	diagnostics, err := u.diagnose(a)
	var messages []string
	for _, d := range diagnostics {
		messages = append(messages, fmt.Sprintf("%s: %s", u.fset.Position(d.Pos), d.Message))
	}
	return messages, err
}

// diagnose runs an analyzer and what it requires over a package, by hand: as
// little as a driver may give, without facts, a module, or other files.
func (u unit) diagnose(a *analysis.Analyzer) ([]analysis.Diagnostic, error) {
	diagnostics, leftOut, err := u.run(a, true)
	if leftOut && len(diagnostics) > 0 && err == nil {
		err = fmt.Errorf("the index leaves out a package with %d findings", len(diagnostics))
	}
	return diagnostics, err
}

// run does so. It reports whether the index leaves the package out; it is
// analyzed all the same if all is set.
func (u unit) run(a *analysis.Analyzer, all bool) (diagnostics []analysis.Diagnostic, leftOut bool, err error) {
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer) error
	run = func(a *analysis.Analyzer) error {
		if _, ok := results[a]; ok {
			return nil
		}
		for _, req := range a.Requires {
			if err := run(req); err != nil {
				return err
			}
		}
		res, err := a.Run(&analysis.Pass{
			Analyzer: a, Fset: u.fset, Files: u.files, Pkg: u.pkg, TypesInfo: u.info, ResultOf: results, ReadFile: u.read, TypeErrors: u.errs,
			Report: func(d analysis.Diagnostic) { diagnostics = append(diagnostics, d) },
		})
		if pkg, ok := res.(*flow.Index); ok && pkg == nil {
			if leftOut = true; all {
				res = index.Of(u.fset, flow.Unit{Types: u.pkg, Info: u.info, Files: u.files, Broken: len(u.errs) > 0})
			}
		}
		results[a] = res
		return err
	}
	err = run(a)
	return diagnostics, leftOut, err
}

// imports is an importer of the stub libraries below testdata/src, and of
// the standard library.
type imports struct {
	fset *token.FileSet
	std  types.Importer
	done map[string]*types.Package
}

var (
	shared = sync.OnceValue(func() *imports {
		fset := token.NewFileSet()
		return &imports{fset: fset, std: importer.ForCompiler(fset, "source", nil), done: make(map[string]*types.Package)}
	})
	importing sync.Mutex
)

func (im *imports) Import(path string) (*types.Package, error) {
	if p, ok := im.done[path]; ok {
		return p, nil
	}
	names, _ := filepath.Glob(filepath.Join(testdata, "src", filepath.FromSlash(path), "*.go"))
	if len(names) == 0 {
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
			return nil, errors.New("no such package")
		}
		return im.std.Import(path)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(im.fset, name, nil, 0)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	p, err := (&types.Config{Importer: im}).Check(path, im.fset, files, nil)
	if err == nil {
		im.done[path] = p
	}
	return p, err
}

// check parses and type-checks files, whatever is wrong with them. It
// returns the first error.
func check(sources map[string]string) (unit, error) {
	importing.Lock()
	defer importing.Unlock()
	u := unit{fset: shared().fset, info: &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
		Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
	}}
	u.read = func(name string) ([]byte, error) {
		src, ok := sources[name]
		if !ok {
			return nil, os.ErrNotExist
		}
		return []byte(src), nil
	}
	var first error
	note := func(err error) {
		var typeErr types.Error
		if errors.As(err, &typeErr) {
			u.errs = append(u.errs, typeErr)
		}
		if first == nil {
			first = err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		f, err := parser.ParseFile(u.fset, name, sources[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			note(err)
		}
		u.files = append(u.files, f)
	}
	conf := types.Config{Importer: shared(), Error: note, FakeImportC: true}
	u.pkg, _ = conf.Check("example.com/p", u.fset, u.files, u.info)
	return u, first
}

const head = `package p

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)
`

// good makes a token in a file with nothing wrong in it.
const good = head + `
func good(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token)
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}
`

// Code that does not compile is what an editor shows most of the time. What
// can be resolved is reported, and nothing panics.
func TestBrokenCode(t *testing.T) {
	for _, tc := range []struct {
		name, src string
		broken    bool     // has an error
		want      []string // parts of the messages for src
	}{
		{"nothing is wrong", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}`, false, []string{"identity=who, incomingAllow=true"}},
		{"a type error in another function", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}
			func g() int { return "text" }`, true, []string{"identity=who, incomingAllow=true"}},
		{"a type error in the same function", head + `
			func f(sid, token, who string) (string, error) {
				var n int = "text"
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}`, true, []string{"identity=who, incomingAllow=true"}},
		{"a variable that is not declared", head + `
			func f(sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(nobody)
				return c.GenerateToken(time.Hour)
			}`, true, []string{"accountSid=sid"}},
		{"arguments are missing", head + `
			func f() (string, error) {
				c := twilioclient.NewCapability()
				c.AllowClientIncoming()
				return c.GenerateToken()
			}`, true, []string{"accountSid=?"}},
		{"too many arguments", head + `
			func f(sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token, 1)
				c.AllowClientIncoming("a", "b")
				return c.GenerateToken(time.Hour, 1)
			}`, true, []string{"accountSid=sid"}},
		{"a method that is not there", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowEverything(who)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}`, true, []string{"identity=who"}},
		{"an import that is missing", `package p
			import "example.com/lost"
			import "time"
			import "github.com/kevinburke/twilio-go/v2/twilioclient"
			func f(sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(lost.Name())
				return c.GenerateToken(time.Hour)
			}`, true, []string{"accountSid=sid"}},
		{"the library is missing", `package p
			import "example.com/lost/twilioclient"
			import "time"
			func f(sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming("a")
				return c.GenerateToken(time.Hour)
			}`, true, nil},
		{"the library that signs is missing", `package p
			import "example.com/lost/jwt"
			func f(sid, token string) (string, error) {
				claims := jwt.MapClaims{"scope": "scope:client:incoming?clientName=a", "iss": sid, "exp": 1}
				return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(token))
			}`, true, nil},
		{"a syntax error at the end", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}
			func g( {`, true, []string{"identity=who"}},
		{"a syntax error in the middle", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who +)
				c.
				return c.GenerateToken(time.Hour)
			}`, true, []string{"accountSid=sid"}},
		{"an empty file", "", true, nil},
		{"a file with only a package clause", "package p\n", false, nil},
		{"a file with only build tags", "//go:build never\n", true, nil},
		{"a file with build tags and a package clause", "//go:build never\n\npackage p\n", false, nil},
		{"a file that uses C", `package p

			// #include <stdlib.h>
			import "C"
			import "time"
			import "github.com/kevinburke/twilio-go/v2/twilioclient"

			func f(sid, token string) (string, error) {
				who := C.GoString(C.getenv(C.CString("WHO")))
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}`, false, []string{"identity=?"}},
		{"a generic function", head + `
			func f[N ~string](sid, token string, who N) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(string(who))
				return c.GenerateToken(time.Hour)
			}
			var _, _ = f("s", "t", "w")`, false, []string{"identity=string(who), incomingAllow=true"}},
		{"a generic type", head + `
			type maker[T any] struct { c *twilioclient.Capability; v T }
			func (m *maker[T]) f(sid, token, who string) (string, error) {
				m.c = twilioclient.NewCapability(sid, token)
				m.c.AllowClientIncoming(who)
				return m.c.GenerateToken(time.Hour)
			}
			var _ maker[int]`, false, []string{"identity=who, incomingAllow=true"}},
		{"a type that is its own element", head + `
			type t []t
			type u struct { u }
			type v v
			func f(x t, y u, sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(x[0][0])
				return c.GenerateToken(time.Hour)
			}`, true, []string{"accountSid=sid"}},
		{"an initialization cycle", head + `
			var a, b = b, a
			func f(sid, token string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(a)
				return c.GenerateToken(time.Hour)
			}`, true, []string{"accountSid=sid"}},
		{"a function that is declared twice", head + `
			func f(sid, token, who string) (string, error) {
				c := twilioclient.NewCapability(sid, token)
				c.AllowClientIncoming(who)
				return c.GenerateToken(time.Hour)
			}
			func f() {}`, true, []string{"identity=who"}},
		{"another package clause", strings.Replace(good, "package p", "package q", 1), true, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			u, err := check(map[string]string{"src.go": tc.src, "good.go": good})
			if (err != nil) != tc.broken {
				t.Fatalf("the sample's error is %v", err)
			}
			messages, err := u.analyze(analyzer.Analyzer)
			if err != nil {
				t.Fatal(err)
			}
			var others, own []string
			for _, m := range messages {
				if strings.HasPrefix(m, "good.go:") {
					others = append(others, m)
				} else {
					own = append(own, m)
				}
			}
			want := "good.go:10:7: capability token made by twilioclient.NewCapability; access token parameters: " +
				"accountSid=sid, apiKeySid=(new), apiKeySecret=(new), ttl=time.Hour, identity=name, incomingAllow=true; authToken=token: do not use"
			untold := "accountSid=?, apiKeySid=(new), apiKeySecret=(new), ttl=?, identity=?; authToken=?: do not use; no fix: type-errors (the package does not compile)"
			if strings.Contains(tc.src, `import "C"`) {
				want = "good.go:10:7: capability token made by twilioclient.NewCapability; access token parameters: " +
					"accountSid=?, apiKeySid=(new), apiKeySecret=(new), ttl=?, identity=?; authToken=?: do not use; no fix: unresolved (there may be more scopes)"
			}
			if len(u.errs) > 0 {
				want = "good.go:10:7: capability token made by twilioclient.NewCapability; access token parameters: " + untold
				for i := range tc.want {
					tc.want[i] = untold
				}
			}
			if len(others) != 1 || others[0] != want {
				t.Errorf("in the file that is right\n got %q\nwant %q", others, want)
			}
			if len(own) != len(tc.want) {
				t.Fatalf("got %q, want %d messages", own, len(tc.want))
			}
			for i, part := range tc.want {
				if !strings.Contains(own[i], part) {
					t.Errorf("got %q, want %q in it", own[i], part)
				}
			}
		})
	}
	t.Run("no files", func(t *testing.T) {
		u, err := check(nil)
		if err != nil {
			t.Fatal(err)
		}
		if messages, err := u.analyze(analyzer.Analyzer); err != nil || len(messages) > 0 {
			t.Errorf("got %q, %v", messages, err)
		}
	})
}

// load type-checks packages from source, and their imports from what the
// compiler has.
func load(t *testing.T, cfg packages.Config, patterns ...string) []*packages.Package {
	t.Helper()
	cfg.Mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
		packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedTypesSizes | packages.NeedExportFile
	pkgs, err := packages.Load(&cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, err := range p.Errors {
			t.Fatalf("%s: %v", p.PkgPath, err)
		}
	}
	slices.SortFunc(pkgs, func(a, b *packages.Package) int { return cmp.Compare(a.ID, b.ID) })
	return pkgs
}

func analyze(t *testing.T, p *packages.Package) []string {
	t.Helper()
	messages, err := unit{fset: p.Fset, files: p.Syntax, pkg: p.Types, info: p.TypesInfo}.analyze(analyzer.Analyzer)
	if err != nil {
		t.Fatalf("%s: %v", p.PkgPath, err)
	}
	return messages
}

// The standard library has keys, hashes, signatures, tokens and scopes of
// all kinds, and makes no Twilio token.
func TestSilence(t *testing.T) {
	t.Parallel()
	pkgs := load(t, packages.Config{},
		"crypto/...", "encoding/json", "encoding/base64", "go/ast", "go/doc", "go/types", "go/printer", "hash/...",
		"html/template", "log/slog", "mime/multipart", "net/http", "net/http/cookiejar", "net/http/httptest", "net/mail",
		"net/rpc", "net/smtp", "net/textproto", "net/url", "os/exec", "os/user", "text/template", "time")
	if len(pkgs) < 50 {
		t.Errorf("only %d packages", len(pkgs))
	}
	users := 0
	for _, p := range pkgs {
		if p.Imports["crypto/hmac"] != nil || p.Imports["hash"] != nil {
			users++
		}
		t.Run(p.PkgPath, func(t *testing.T) {
			t.Parallel()
			for _, m := range analyze(t, p) {
				t.Error(m)
			}
		})
	}
	if users < 5 {
		t.Errorf("only %d of the packages could sign anything", users)
	}
}

// A baseline of findings is only of use if another run finds the same.
func TestDeterminism(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	cases := func() []*packages.Package {
		return load(t, packages.Config{
			Dir: filepath.Join(root, "src"), Tests: true,
			Env: append(os.Environ(), "GO111MODULE=off", "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOPATH="+root),
		}, "cases/...")
	}
	run := func(pkgs []*packages.Package) []string {
		var out []string
		for _, p := range pkgs {
			out = append(out, analyze(t, p)...)
		}
		return out
	}
	pkgs := cases()
	first := run(pkgs)
	if len(first) < 100 {
		t.Errorf("only %d messages", len(first))
	}
	for range 3 {
		same(t, first, run(pkgs))
	}
	// Files are parsed in parallel, and stand in another order in each
	// program.
	same(t, first, run(cases()))
}

// same fails at the first message in which two lists differ.
func same(t *testing.T, first, second []string) {
	t.Helper()
	for i := range min(len(first), len(second)) {
		if first[i] != second[i] {
			t.Fatalf("message %d is\n%s\nand then\n%s", i, first[i], second[i])
		}
	}
	if len(first) != len(second) {
		t.Fatalf("%d messages, and then %d", len(first), len(second))
	}
}
