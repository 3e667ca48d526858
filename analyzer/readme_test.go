package analyzer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
)

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestReadme runs the analyzer over the bad code that the README shows for a
// category, and expects the message that the README shows below it.
func TestReadme(t *testing.T) {
	checkExamples(t, regexp.MustCompile("(?s)```go\n([^`]*?)```\n\n```text\n([^`]*?)\n```").
		FindAllStringSubmatch(read(t, "../README.md"), -1), 4)
}

// TestDoc does the same for the package documentation.
func TestDoc(t *testing.T) {
	doc := strings.ReplaceAll(read(t, "doc.go"), "\n\t", "\n")
	checkExamples(t, regexp.MustCompile(`(?s)With this code:\n\n(.*?)\n\n.*?is:\n\n(capability token .*?)\n`).
		FindAllStringSubmatch(doc, -1), 1)
}

// TestReadmeFixes applies the fixes to the code that the README shows for the
// category, and expects what the README shows for each builder.
func TestReadmeFixes(t *testing.T) {
	readme := read(t, "../README.md")
	before := regexp.MustCompile("(?s)```go\n([^`]*?)```\n\n```text\ncapability token").FindAllStringSubmatch(readme, -1)
	_, section, _ := strings.Cut(readme, "\n## Fixes\n")
	section, _, _ = strings.Cut(section, "\n### ")
	after := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(section, -1)
	cases := []struct {
		example int
		builder string
	}{{0, "auto"}, {0, "twilio-go"}, {1, "golang-jwt"}}
	if len(before) != 2 || len(after) != len(cases) {
		t.Fatalf("found %d examples, and %d of what becomes of them; want 2 and %d", len(before), len(after), len(cases))
	}
	for i, tc := range cases {
		t.Run(tc.builder, func(t *testing.T) {
			src := example(before[tc.example][1])
			dir := exampleDir(t, src)
			var edits []analysis.TextEdit
			base := 0
			for _, result := range analysistest.Run(ignore{t}, dir, analyzer.New(analyzer.Options{Builder: tc.builder}), "example") {
				for _, d := range result.Action.Diagnostics {
					for _, fix := range d.SuggestedFixes {
						edits = append(edits, fix.TextEdits...)
						base = result.Action.Package.Fset.File(d.Pos).Base()
					}
				}
			}
			fixed := string(applied(t, "example.go", []byte(src), edits, base))
			_, body, _ := strings.Cut(fixed, "(string, error) {\n")
			body = strings.TrimSuffix(body, "}\n")
			got := strings.ReplaceAll("\n"+body, "\n\t", "\n")[1:]
			if got != after[i][1] {
				t.Errorf("got\n%s\nwant\n%s", got, after[i][1])
			}
		})
	}
}

// example makes a file of statements that the README shows.
func example(stmts string) string {
	var imports strings.Builder
	jwt := "github.com/golang-jwt/jwt/v5"
	if strings.Contains(stmts, "jwt.CreateAccessToken") {
		jwt = "github.com/twilio/twilio-go/client/jwt"
	}
	for _, path := range []string{"net/url", "os", "time", jwt, "github.com/kevinburke/twilio-go/v2/twilioclient"} {
		name := filepath.Base(strings.TrimSuffix(path, "/v5"))
		if strings.Contains(stmts, name+".") {
			imports.WriteString("\t" + strconv.Quote(path) + "\n")
		}
	}
	return `package example

import (
` + imports.String() + `)

func example(accountSid, authToken, appSid, name, queue string) (string, error) {
	` + strings.ReplaceAll(strings.TrimRight(stmts, "\n"), "\n", "\n\t") + `
}
`
}

// exampleDir makes a GOPATH of a file and the stubs of the libraries.
func exampleDir(t *testing.T, src string) string {
	t.Helper()
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{"example/example.go": src})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cleanup)
	stubs, err := filepath.Abs(filepath.Join(testdata, "src", "github.com"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(stubs, filepath.Join(dir, "src", "github.com")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func checkExamples(t *testing.T, examples [][]string, want int) {
	t.Helper()
	if len(examples) != want {
		t.Fatalf("found %d examples of code with its messages, want %d", len(examples), want)
	}
	for i, ex := range examples {
		dir := exampleDir(t, example(ex[1]))
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			var messages []string
			for _, result := range analysistest.Run(ignore{t}, dir, analyzer.Analyzer, "example") {
				for _, err := range result.Action.Package.Errors {
					t.Error(err)
				}
				for _, d := range result.Action.Diagnostics {
					messages = append(messages, d.Message)
				}
			}
			if got := strings.Join(messages, "\n"); got != ex[2] {
				t.Errorf("got\n%s\nwant\n%s", got, ex[2])
			}
		})
	}
}

// TestCodes holds the lists of codes in the README and in the documentation
// to the constants: each is explained in both, and no other is.
func TestCodes(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../internal/voicetoken/voicetoken.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	constants := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "Code" {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			constants[code] = true
		}
		return true
	})
	if len(constants) == 0 {
		t.Fatal("no constants of type Code found")
	}
	_, doc, _ := strings.Cut(read(t, "doc.go"), "# Codes")
	_, readme, _ := strings.Cut(read(t, "../README.md"), "| code | why | what to do |")
	readme, _, _ = strings.Cut(readme, "\n\n")
	for name, found := range map[string][][]string{
		"doc.go":    regexp.MustCompile(`(?m)^\t([a-z0-9-]+)  `).FindAllStringSubmatch(doc, -1),
		"README.md": regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` ").FindAllStringSubmatch(readme, -1),
	} {
		listed := make(map[string]bool)
		for _, m := range found {
			listed[m[1]] = true
			if !constants[m[1]] {
				t.Errorf("%s explains code %q, which does not exist", name, m[1])
			}
		}
		for code := range constants {
			if !listed[code] {
				t.Errorf("%s does not explain code %q", name, code)
			}
		}
	}
}

// TestReadmeNogo expects the README to name the package to Bazel as rules_go
// and Gazelle name it.
func TestReadmeNogo(t *testing.T) {
	module, dir, _ := strings.Cut(reflect.TypeFor[analyzer.Options]().PkgPath(), "/analyzer")
	host, path, _ := strings.Cut(module, "/")
	domain := strings.Split(host, ".")
	slices.Reverse(domain)
	label := "@" + strings.Join(domain, "_") + "_" + strings.ReplaceAll(path, "/", "_") + "//analyzer" + dir
	if !strings.Contains(read(t, "../README.md"), strconv.Quote(label)) {
		t.Errorf("the README lacks %s", label)
	}
}
