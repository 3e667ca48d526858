package analyzer_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
)

// The benchmarks measure the analyzer with all that it requires, on packages
// that are parsed and type-checked already. A baseline is committed, which CI
// compares them with; see CONTRIBUTING.md.

// BenchmarkReference is what times are compared with: it parses and
// type-checks a file, and has nothing of the analyzer.
func BenchmarkReference(b *testing.B) {
	src := "package p\n\nimport \"strings\"\n" + strings.Repeat(`
func _(list []string, m map[string][]int) (n int) {
	for i, s := range list {
		for _, f := range strings.Fields(s) {
			m[f] = append(m[f], i)
		}
		n += len(m[s]) * 2
	}
	return n
}
`, 500)
	std := importer.ForCompiler(token.NewFileSet(), "source", nil)
	b.ReportAllocs()
	for b.Loop() {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			b.Fatal(err)
		}
		info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object)}
		if _, err := (&types.Config{Importer: std}).Check("p", fset, []*ast.File{f}, info); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIrrelevant is about packages that make no tokens: a small one, one
// with many functions that sound like it, and net/http.
func BenchmarkIrrelevant(b *testing.B) {
	b.Run("small", func(b *testing.B) {
		measureFiles(b, map[string]string{"p.go": `package p

import "strings"

// Design designs: Sign is not the only word with these letters.
func Design(list []string) string { return strings.Join(list, " ") }
`}, 0)
	})
	b.Run("encoders", func(b *testing.B) {
		var src strings.Builder
		src.WriteString("package p\n")
		for i := range 2000 {
			fmt.Fprintf(&src, "\nfunc NewToken%d() string { return \"scope\" }\n\nvar _ = NewToken%[1]d()\n", i)
		}
		measureFiles(b, map[string]string{"p.go": src.String()}, 0)
	})
	b.Run("nethttp", func(b *testing.B) {
		pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Context: b.Context()}, "net/http")
		if err != nil || len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
			b.Fatal("net/http does not load", err)
		}
		p := pkgs[0]
		measure(b, unit{fset: p.Fset, files: p.Syntax, pkg: p.Types, info: p.TypesInfo}, 0)
	})
}

// BenchmarkSites is about packages with one token in each function, and a
// hundred functions in each file.
func BenchmarkSites(b *testing.B) {
	for _, n := range []int{1, 100, 1000, 10000} {
		for name, site := range map[string]string{"library": libraryToken, "byhand": handToken} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				measureFiles(b, sites(site, n, 100), n)
			})
		}
	}
}

// BenchmarkOneFile is the same in one file, whose fixes depend on each other.
func BenchmarkOneFile(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { measureFiles(b, sites(handToken, n, n), n) })
	}
}

const (
	libraryToken = `
func token%d(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret)
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
`
	handToken = `
func token%d(sid, secret, user string) (string, error) {
	claims := jwt.MapClaims{
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}
`
	headOfSites = `package p

import (
	"time"

	%q
)
`
)

// sites returns files with n functions in all, and at most so many in each.
func sites(function string, n, inFile int) map[string]string {
	path := "github.com/golang-jwt/jwt/v5"
	if function == libraryToken {
		path = "github.com/kevinburke/twilio-go/v2/twilioclient"
	}
	files := make(map[string]string)
	for i := 0; i < n; i += inFile {
		var src strings.Builder
		fmt.Fprintf(&src, headOfSites, path)
		for j := i; j < min(i+inFile, n); j++ {
			fmt.Fprintf(&src, function, j)
		}
		files[fmt.Sprintf("p%05d.go", i)] = src.String()
	}
	return files
}

// BenchmarkAdversarial is about functions that nobody would write, but for
// the first, which is only long. They are ten times as long in the second of
// two sizes.
func BenchmarkAdversarial(b *testing.B) {
	const head = "package p\n\nimport (\n\t\"time\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\nfunc token(sid, secret, user string, on bool) (string, error) {\n"
	const sign = "return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"iss\": sid, \"exp\": time.Now().Add(time.Hour).Unix(), \"scope\": s}).SignedString([]byte(secret))\n}\n"
	for _, tc := range []struct{ name, first, again string }{
		{"long", "s := \"scope:client:incoming?clientName=\" + user\n", "if on { x := len(user); _ = x + 1 }\n"},
		{"concatenated", "s := \"scope:client:incoming?clientName=\" + user\n", "s = s + user\n"},
		{"branches", "s := \"scope:client:incoming?clientName=\" + user\n", "if on { s = s + user } else { s = user + s }\n"},
		{"assigned", "s := \"scope:client:incoming?clientName=\" + user\n", "s = \"scope:client:incoming?clientName=\" + user\n"},
		{"closures", "s := \"scope:client:incoming?clientName=\" + user\n", "func() { s = s + user }()\n"},
		{"signed", "s := \"scope:client:incoming?clientName=\" + user\n", "if on { return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"iss\": sid, \"exp\": time.Now().Add(time.Hour).Unix(), \"scope\": s}).SignedString([]byte(secret)) }\n"},
	} {
		for _, n := range []int{100, 1000} {
			b.Run(fmt.Sprintf("%s/%d", tc.name, n), func(b *testing.B) {
				measureFiles(b, map[string]string{"p.go": head + tc.first + strings.Repeat(tc.again, n) + sign}, -1)
			})
		}
	}
}

// measureFiles measures the analysis of files, which must have some findings about
// Capability Tokens, if that is not negative.
func measureFiles(b *testing.B, files map[string]string, want int) {
	b.Helper()
	u, err := check(files)
	if err != nil {
		b.Fatal(err)
	}
	measure(b, u, want)
}

func measure(b *testing.B, u unit, want int) {
	b.Helper()
	a := analyzer.New(analyzer.Options{})
	if want <= 1 { // what is made once, in go/types for instance, is not what is measured
		if _, _, err := u.run(a, false); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		got := 0
		found, _, err := u.run(a, false)
		for _, d := range found {
			if d.Category == analyzer.CapabilityToken {
				got++
			}
		}
		if err != nil || want >= 0 && got != want {
			b.Fatalf("%d findings, want %d (%v)", got, want, err)
		}
	}
}
