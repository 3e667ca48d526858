package integration

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
)

const (
	corpusDir    = "testdata/corpus"
	findingsFile = corpusDir + "/findings.txt"
)

var update = flag.Bool("update", false, "write the findings of TestCorpus to "+findingsFile+": new ones untriaged")

// corpusAnalyzer returns the analyzer with all that it can report: what is silent by default may be wrong as well.
func corpusAnalyzer() *analysis.Analyzer {
	return analyzer.New(analyzer.Options{TaskRouter: true})
}

// TestCorpus runs the analyzer over modules that others wrote, their tests and examples included. Everything found
// there has been judged by a reader, in testdata/corpus/findings.txt.
func TestCorpus(t *testing.T) {
	t.Parallel()
	data := readCorpus(t, "modules.txt")
	modules, illTyped, err := parseCorpus(data)
	if err != nil {
		t.Fatal(err)
	}
	var total corpusCount
	var found []string
	var table strings.Builder
	folders := byFolder(modules)
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		modules := folders[folder]
		pkgs := loadCorpus(t, folder, modules)
		checkErrors(t, pkgs, illTyped)
		for _, module := range modules {
			own := module.own(pkgs)
			count := countCorpus(own)
			if count.packages < module.packages {
				t.Errorf("%s: %d packages analyzed, want %d or more: see modules.txt", module.id(), count.packages, module.packages)
			}
			lines := diagnose(t, module, own)
			fmt.Fprintf(&table, "%s: %s, %d findings\n", module.id(), count, len(lines))
			found = append(found, lines...)
			total.add(count)
		}
	}
	for pkg := range illTyped {
		t.Errorf("%s has no error of the kind that modules.txt says it has", pkg)
	}

	triage, err := parseTriage(readCorpus(t, "findings.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		write(t, findingsFile, triage.format(found))
	}
	for _, reason := range triage.compare(found) {
		t.Error(reason)
	}
	t.Logf("%s%d modules, %s; %s", &table, len(modules), total, triage.summary(found))
}

func readCorpus(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A corpusModule is a line of modules.txt.
type corpusModule struct {
	folder        string // of the go.mod that requires it
	path, version string
	packages      int // the least number of packages to be analyzed
	patterns      []string
}

func (m corpusModule) id() string { return m.path + "@" + m.version }

// own returns the module's packages among those loaded.
func (m corpusModule) own(pkgs []*packages.Package) []*packages.Package {
	var own []*packages.Package
	for _, pkg := range pkgs {
		if pkg.Module != nil && pkg.Module.Path == m.path && pkg.Module.Version == m.version {
			own = append(own, pkg)
		}
	}
	return own
}

// parseCorpus reads modules.txt. It returns the modules, and by package what its errors say.
func parseCorpus(data string) (modules []corpusModule, illTyped map[string]string, err error) {
	illTyped = make(map[string]string)
	for n, line := range corpusLines(data) {
		line, why, _ := strings.Cut(line, " | ")
		fields := strings.Fields(line)
		if len(fields) < 3 || why == "" {
			return nil, nil, fmt.Errorf("modules.txt:%d: want a folder, a module, a number, patterns, and a reason; or an error", n)
		}
		if fields[0] == "error" {
			illTyped[fields[1]] = strings.Join(fields[2:], " ")
			continue
		}
		m := corpusModule{folder: fields[0], patterns: fields[3:]}
		m.path, m.version, _ = strings.Cut(fields[1], "@")
		if m.packages, err = strconv.Atoi(fields[2]); err != nil || m.packages < 1 || m.version == "" || len(m.patterns) == 0 {
			return nil, nil, fmt.Errorf("modules.txt:%d: want a module with a version, a number from 1, and patterns", n)
		}
		modules = append(modules, m)
	}
	return modules, illTyped, nil
}

// corpusLines returns the lines, by number, that are neither empty nor comments.
func corpusLines(data string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, line := range strings.Split(data, "\n") {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !yield(i+1, line) {
				return
			}
		}
	}
}

func byFolder(modules []corpusModule) map[string][]corpusModule {
	folders := make(map[string][]corpusModule)
	for _, m := range modules {
		folders[m.folder] = append(folders[m.folder], m)
	}
	return folders
}

// corpusPatterns returns the patterns of the packages of modules.
func corpusPatterns(modules []corpusModule) (patterns []string) {
	for _, m := range modules {
		for _, pattern := range m.patterns {
			patterns = append(patterns, strings.TrimSuffix(m.path+"/"+pattern, "/."))
		}
	}
	return patterns
}

// loadCorpus loads the packages of modules that one go.mod requires, from source and with their tests.
func loadCorpus(t *testing.T, folder string, modules []corpusModule) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		// As the command does: there are no facts, so dependencies need no source.
		Mode:    packages.LoadSyntax | packages.NeedModule,
		Context: t.Context(),
		Dir:     filepath.Join(corpusDir, folder),
		Env:     append(os.Environ(), "GO111MODULE=on", "GOWORK=off", "GOFLAGS=-mod=readonly"),
		Tests:   true,
	}, corpusPatterns(modules)...)
	if err != nil {
		t.Fatal(err)
	}
	// The go command writes a main package for each package with tests.
	return slices.DeleteFunc(pkgs, func(pkg *packages.Package) bool { return strings.HasSuffix(pkg.ID, ".test") })
}

// checkErrors holds the packages to compile, but for those known not to, which it deletes from that list. What does
// not compile is analyzed only in part, and silence about it says nothing.
func checkErrors(t *testing.T, pkgs []*packages.Package, illTyped map[string]string) {
	t.Helper()
	excused, told := make(map[string]bool), make(map[string]bool)
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			part, ok := illTyped[pkg.PkgPath]
			switch {
			case ok && strings.Contains(err.Msg, part):
				excused[pkg.PkgPath] = true
			case !told[pkg.PkgPath]: // the first error is enough
				told[pkg.PkgPath] = true
				t.Errorf("%s does not compile, and modules.txt does not say so: %v", pkg.ID, err)
			}
		}
	}
	maps.DeleteFunc(illTyped, func(pkg, _ string) bool { return excused[pkg] })
}

// diagnose returns the findings in a module's packages as findings.txt has them: without their reasons, each once,
// though most packages are loaded twice, for their tests as well.
func diagnose(t *testing.T, module corpusModule, pkgs []*packages.Package) []string {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%s: panic: %v\n%s", module.id(), r, debug.Stack())
		}
	}()
	// One after the other, so that a panic is this goroutine's.
	graph, err := checker.Analyze([]*analysis.Analyzer{corpusAnalyzer()}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[corpusFinding]bool)
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Errorf("%s: %v", action.Package.ID, action.Err)
		}
		for _, d := range action.Diagnostics {
			pos := action.Package.Fset.Position(d.Pos)
			file, err := filepath.Rel(action.Package.Module.Dir, pos.Filename)
			if err != nil {
				t.Fatal(err)
			}
			words, _, _ := strings.Cut(d.Message, ";")
			found[corpusFinding{filepath.ToSlash(file), pos.Line, d.Category, words}] = true
		}
	}
	var lines []string
	for _, f := range slices.SortedFunc(maps.Keys(found), corpusFinding.compare) {
		lines = append(lines, fmt.Sprintf("%s %s:%d %s: %s", module.id(), f.file, f.line, f.category, f.words))
	}
	return lines
}

// A corpusFinding is a diagnostic, as far as it is recorded.
type corpusFinding struct {
	file            string // relative to the module
	line            int
	category, words string
}

func (f corpusFinding) compare(g corpusFinding) int {
	return cmp.Or(cmp.Compare(f.file, g.file), cmp.Compare(f.line, g.line), cmp.Compare(f.category, g.category), cmp.Compare(f.words, g.words))
}

// A corpusCount says how much has been analyzed.
type corpusCount struct{ packages, files, lines int }

func (c *corpusCount) add(d corpusCount) {
	c.packages += d.packages
	c.files += d.files
	c.lines += d.lines
}

func (c corpusCount) String() string {
	return fmt.Sprintf("%d packages, %d files, %d lines of Go", c.packages, c.files, c.lines)
}

// countCorpus counts what is in the packages, each package and file once.
func countCorpus(pkgs []*packages.Package) corpusCount {
	var c corpusCount
	paths, files := make(map[string]bool), make(map[string]bool)
	for _, pkg := range pkgs {
		if len(pkg.Syntax) == 0 {
			continue
		}
		if !paths[pkg.PkgPath] {
			paths[pkg.PkgPath] = true
			c.packages++
		}
		for _, file := range pkg.Syntax {
			f := pkg.Fset.File(file.FileStart)
			if !files[f.Name()] {
				files[f.Name()] = true
				c.files++
				c.lines += f.LineCount()
			}
		}
	}
	return c
}

// A corpusTriage is what findings.txt says.
type corpusTriage struct {
	header []string // the comments before the first finding
	lines  map[string]verdict
}

// A verdict is what a reader says of a finding.
type verdict struct {
	word string // true, false, or untriaged
	why  string
}

func parseTriage(data string) (*corpusTriage, error) {
	triage := &corpusTriage{lines: make(map[string]verdict)}
	for line := range strings.Lines(data) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		triage.header = append(triage.header, line)
	}
	for n, line := range corpusLines(data) {
		finding, why, _ := strings.Cut(line, " | ")
		word, finding, _ := strings.Cut(finding, " ")
		finding = strings.TrimSpace(finding)
		switch {
		case word != "true" && word != "false" && word != "untriaged":
			return nil, fmt.Errorf("findings.txt:%d: begins with %q, want true, false, or untriaged", n, word)
		case word != "untriaged" && why == "":
			return nil, fmt.Errorf("findings.txt:%d: want a reason after %q", n, " | ")
		case triage.lines[finding] != verdict{}:
			return nil, fmt.Errorf("findings.txt:%d: is there twice", n)
		}
		triage.lines[finding] = verdict{word, why}
	}
	return triage, nil
}

// compare returns what is wrong with the findings: all that are not as a reader has judged them.
func (t *corpusTriage) compare(found []string) []string {
	const read = "read the code, "
	var wrong []string
	for _, finding := range found {
		switch verdict, ok := t.lines[finding]; {
		case !ok:
			wrong = append(wrong, "new: "+finding+"\n\t"+read+
				"and add it to "+findingsFile+" as true or false, with a reason; -update adds it as untriaged")
		case verdict.word == "untriaged":
			wrong = append(wrong, "untriaged: "+finding+"\n\t"+read+
				"and write true or false in its line of "+findingsFile+", and a reason after \" | \"")
		}
	}
	for _, finding := range slices.Sorted(maps.Keys(t.lines)) {
		if !slices.Contains(found, finding) {
			wrong = append(wrong, "vanished: "+finding+"\n\tit was triaged as "+t.lines[finding].word+
				": if it is right that it is gone, delete its line in "+findingsFile+", or run with -update")
		}
	}
	return wrong
}

// format returns findings.txt with these findings, and what is known of each, and makes that what it says.
func (t *corpusTriage) format(found []string) []byte {
	lines := make(map[string]verdict)
	var b bytes.Buffer
	b.WriteString(strings.Join(t.header, ""))
	for _, finding := range found {
		v, ok := t.lines[finding]
		if !ok {
			v.word = "untriaged"
		}
		lines[finding] = v
		fmt.Fprintf(&b, "%s %s", v.word, finding)
		if v.why != "" {
			b.WriteString(" | " + v.why)
		}
		b.WriteString("\n")
	}
	t.lines = lines
	return b.Bytes()
}

// summary counts the findings by category and verdict.
func (t *corpusTriage) summary(found []string) string {
	counts := make(map[string]int)
	for _, finding := range found {
		place, _, _ := strings.Cut(finding, ": ")
		category := place[strings.LastIndex(place, " ")+1:]
		counts[category+" "+cmp.Or(t.lines[finding].word, "new")]++
	}
	parts := []string{fmt.Sprintf("%d findings", len(found))}
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s: %d", key, counts[key]))
	}
	return strings.Join(parts, ", ")
}

// TestTriage shows that TestCorpus can fail: on what is found and not judged, and on what was judged and is not found.
func TestTriage(t *testing.T) {
	const (
		a = "m@v1.0.0 a.go:1 capability-token: capability token made by f"
		b = "m@v1.0.0 b.go:2 capability-token: capability token made by g"
	)
	for _, tc := range []struct {
		name, triage string
		found        []string
		want         []string // how each error begins
		updated      string
	}{
		{"all judged", "# c\ntrue " + a + " | why\nfalse " + b + " | why\n", []string{a, b}, nil,
			"# c\ntrue " + a + " | why\nfalse " + b + " | why\n"},
		{"one new", "true " + a + " | why\n", []string{a, b}, []string{"new: " + b}, "true " + a + " | why\nuntriaged " + b + "\n"},
		{"one not judged", "true " + a + " | why\nuntriaged " + b + "\n", []string{a, b}, []string{"untriaged: " + b},
			"true " + a + " | why\nuntriaged " + b + "\n"},
		{"one gone", "true " + a + " | why\nfalse " + b + " | why\n", []string{a}, []string{"vanished: " + b}, "true " + a + " | why\n"},
		{"one moved", "true " + a + " | why\n", []string{b}, []string{"new: " + b, "vanished: " + a}, "untriaged " + b + "\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			triage, err := parseTriage(tc.triage)
			if err != nil {
				t.Fatal(err)
			}
			got := triage.compare(tc.found)
			if !slices.EqualFunc(got, tc.want, strings.HasPrefix) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if got := string(triage.format(tc.found)); got != tc.updated {
				t.Errorf("updated to\n%s\nwant\n%s", got, tc.updated)
			}
		})
	}
	for _, wrong := range []string{"true " + a, "perhaps " + a + " | why", "true " + a + " | why\nfalse " + a + " | why"} {
		if _, err := parseTriage(wrong); err == nil {
			t.Errorf("no error for %q", wrong)
		}
	}
}
