package analyzer_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/internal/gate"
	"github.com/captoken/captoken/passes/index"
)

// TestGate runs the analyzer over all cases, without the gate: the findings
// must be the same. And by the bytes of a package that has findings, the gate
// must be open.
func TestGate(t *testing.T) {
	if err := index.Analyzer.Flags.Set("gate", "false"); err != nil {
		t.Fatal(err)
	}
	defer index.Analyzer.Flags.Set("gate", "true")
	dir, folders := casesIn(t, "cases")
	var patterns []string
	for _, name := range folders {
		if _, ok := caseOptions[name]; !ok && name != "fixes" { // they have findings of other kinds, and options
			patterns = append(patterns, "cases/"+name+"/...")
		}
	}
	results := analysistest.Run(t, dir, analyzer.New(analyzer.Options{}), patterns...)
	results = append(results, analysistest.Run(ignore{t}, dir, analyzer.New(analyzer.Options{}), "cases/fixes/...")...)

	g := gate.New()
	have, passed := 0, 0
	for _, res := range results {
		pkg := res.Action.Package
		isOpen := passes(t, g, pkg)
		if isOpen {
			passed++
		}
		if len(res.Action.Diagnostics) == 0 {
			continue
		}
		have++
		if !isOpen {
			t.Errorf("%s: %d findings, and the gate is shut", pkg.ID, len(res.Action.Diagnostics))
		}
	}
	if have < 100 {
		t.Errorf("only %d packages have findings", have)
	}
	t.Logf("%d packages have findings, %d pass the gate", have, passed)
}

// passes reports whether the gate is open for a package, because of what it
// is built on, too.
func passes(t *testing.T, g *gate.Gate, pkg *packages.Package) bool {
	t.Helper()
	v := g.Judge(pkg.PkgPath, sources(t, pkg))
	if v.Open || !v.Unsure() {
		return v.Open
	}
	found := false
	packages.Visit([]*packages.Package{pkg}, func(dep *packages.Package) bool {
		first, _, _ := strings.Cut(dep.PkgPath, "/")
		isStd := dep.Module == nil && !strings.Contains(first, ".") && first != "cases"
		if dep != pkg && !isStd {
			found = found || v.Opens(g.Source(sources(t, dep)))
		}
		return !found
	}, nil)
	return found
}

func sources(t *testing.T, pkg *packages.Package) (files [][]byte) {
	t.Helper()
	for _, name := range pkg.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, src)
	}
	return files
}
