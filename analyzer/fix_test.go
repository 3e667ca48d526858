package analyzer_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
)

var update = flag.Bool("update", false, "write the golden files of TestFixes")

// optionsOf are the options that the folders of testdata/src/cases/fixes are
// analyzed with, by the start of their names; the others have none.
var optionsOf = map[string]analyzer.Options{
	"twiliogo_":   {Builder: "twilio-go"},
	"golangjwt_":  {Builder: "golang-jwt"},
	"kevinburke_": {Builder: "kevinburke"},
	"identity_":   {Identity: `"lobby"`},
	"region_":     {Region: "ie1"},
	"named_":      {Identity: "user", Builder: "twilio-go"},
}

// TestFixes applies the fixes for each folder of testdata/src/cases/fixes,
// all at once, as a driver does that neither formats nor cleans up. The
// result must be the golden files, compile, be in gofmt's form, and have no
// fix left. Folders with the same options are loaded at once, as in TestCases.
func TestFixes(t *testing.T) {
	dir, folders := casesIn(t, "cases/fixes")
	patterns := make(map[string][]string) // by prefix of the folder, or ""
	for _, name := range folders {
		key := ""
		for prefix := range optionsOf {
			if strings.HasPrefix(name, prefix) {
				key = prefix
			}
		}
		patterns[key] = append(patterns[key], "cases/fixes/"+name+"/...")
	}
	for key, patterns := range patterns {
		t.Run(cmp.Or(strings.TrimSuffix(key, "_"), "default"), func(t *testing.T) {
			t.Parallel()
			testFixes(t, dir, optionsOf[key], patterns)
		})
	}
}

// A fixCount is how many findings a package has.
type fixCount struct {
	reported, offered   int // before the fix
	again               int // after it
	signed, stillSigned int // about signing with the auth token, before the fix and after it
}

func testFixes(t *testing.T, dir string, opts analyzer.Options, patterns []string) {
	fixed := t.TempDir()
	if err := os.CopyFS(filepath.Join(fixed, "src"), os.DirFS(filepath.Join(dir, "src"))); err != nil {
		t.Fatal(err)
	}
	counts := make(map[string]*fixCount) // by package
	var mu sync.Mutex
	count := func(pkg string) *fixCount {
		if counts[pkg] == nil {
			counts[pkg] = new(fixCount)
		}
		return counts[pkg]
	}
	signed := func(pkg string) { mu.Lock(); defer mu.Unlock(); count(pkg).signed++ }
	stillSigned := func(pkg string) { mu.Lock(); defer mu.Unlock(); count(pkg).stillSigned++ }
	edits := make(map[string][]analysis.TextEdit)
	offset := make(map[string]int)
	for _, result := range analysistest.Run(t, dir, withoutSignings(t, analyzer.New(opts), signed), patterns...) {
		n := count(result.Action.Package.PkgPath)
		for _, d := range result.Action.Diagnostics {
			n.reported++
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: more than one fix", d.Message)
			}
			if d.Category == analyzer.CapabilityToken && (len(d.SuggestedFixes) > 0) == strings.Contains(d.Message, "no fix: ") {
				t.Errorf("%s: has %d fixes", d.Message, len(d.SuggestedFixes))
			}
			file := result.Action.Package.Fset.File(d.Pos)
			for _, fix := range d.SuggestedFixes {
				n.offered++
				for _, e := range fix.TextEdits {
					if got := result.Action.Package.Fset.File(e.Pos); got != file {
						t.Errorf("%s: edits %s", file.Name(), got.Name())
					}
				}
				edits[file.Name()] = append(edits[file.Name()], fix.TextEdits...)
				offset[file.Name()] = file.Base()
			}
		}
	}
	for name, edits := range edits {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := applied(t, name, src, edits, offset[name])
		if formatted, err := format.Source(got); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(formatted, got) {
			t.Errorf("%s, fixed, is not in gofmt's form", name)
		}
		had := importsOf(t, name, src)
		for path, n := range importsOf(t, name, got) {
			if n > had[path]+1 {
				t.Errorf("%s, fixed, imports %s under several names", name, path)
			}
		}
		golden := name + ".golden"
		if *update {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s, fixed, is not what %s has:\n%s", name, filepath.Base(golden), got)
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		// Line comments with wants are for the code as it was.
		if err := os.WriteFile(filepath.Join(fixed, rel), bytes.ReplaceAll(got, []byte("// want "), []byte("// was  ")), 0o666); err != nil {
			t.Fatal(err)
		}
	}

	for _, result := range analysistest.Run(ignore{t}, fixed, withoutSignings(t, analyzer.New(opts), stillSigned), patterns...) {
		pkg := result.Action.Package
		for _, err := range pkg.Errors {
			t.Errorf("fixed: %v", err)
		}
		for _, d := range result.Action.Diagnostics {
			if d.Category == analyzer.AccessTokenIdentity {
				continue // the client name was as wrong
			}
			count(pkg.PkgPath).again++
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: fixed, has a fix: %s", pkg.Fset.Position(d.Pos), d.Message)
			}
		}
	}
	for pkg, n := range counts {
		// A helper that is left without a caller may still sign with it.
		if n.stillSigned > n.signed {
			t.Errorf("%s: the auth token signs at %d places, and at %d after the fix", pkg, n.signed, n.stillSigned)
		}
		if n.again != n.reported-n.offered {
			t.Errorf("%s: %d findings, %d of them fixed, leave %d", pkg, n.reported, n.offered, n.again)
		}
	}
}

// withoutSignings holds the findings about signing with the auth token to
// their promise, and leaves them out: one goes with each Capability Token
// made by hand, and has its fix. It counts them, by the path of their package.
func withoutSignings(t *testing.T, a *analysis.Analyzer, count func(pkg string)) *analysis.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		fixes := make(map[string]bool) // by the position of the first edit, and the number of them
		key := func(fix analysis.SuggestedFix) string {
			return fmt.Sprint(fix.Message, fix.TextEdits[0].Pos, len(fix.TextEdits))
		}
		var signings []analysis.Diagnostic
		p.Report = func(d analysis.Diagnostic) {
			if d.Category == analyzer.AuthTokenSigning {
				signings = append(signings, d)
				return
			}
			for _, fix := range d.SuggestedFixes {
				fixes[key(fix)] = true
			}
			pass.Report(d)
		}
		res, err := run(&p)
		for _, d := range signings {
			count(pass.Pkg.Path())
			for _, fix := range d.SuggestedFixes {
				if !fixes[key(fix)] {
					t.Errorf("%s: %s: has a fix that no token has", pass.Fset.Position(d.Pos), d.Message)
				}
			}
		}
		return res, err
	}
	return a
}

// importsOf counts how often a file imports each path.
func importsOf(t *testing.T, name string, src []byte) map[string]int {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	count := make(map[string]int)
	for _, spec := range f.Imports {
		count[spec.Path.Value]++
	}
	return count
}

// ignore drops what analysistest has to say about comments that want
// findings.
type ignore struct{ *testing.T }

func (ignore) Errorf(string, ...any) {}

// applied makes edits. The same may be there several times.
func applied(t *testing.T, name string, src []byte, edits []analysis.TextEdit, base int) []byte {
	t.Helper()
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
	})
	edits = slices.CompactFunc(edits, func(a, b analysis.TextEdit) bool {
		return a.Pos == b.Pos && a.End == b.End && bytes.Equal(a.NewText, b.NewText)
	})
	var out []byte
	last := 0
	for _, e := range edits {
		start, end := int(e.Pos)-base, int(e.End)-base
		if start < last {
			t.Fatalf("%s: edits overlap", name)
		}
		out = append(out, src[last:start]...)
		out = append(out, e.NewText...)
		last = end
	}
	return append(out, src[last:]...)
}
