package main

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/internal/edit"
)

// A check is one run of the command: what it found, and what kept it from
// looking.
type check struct {
	*options
	stdout, stderr io.Writer

	only        func(file string) bool // the files to report findings in; nil for all
	noWorkspace bool                   // the go.work file is of other modules

	looked   map[string]bool // files of a hook that are looked at
	unlisted bool            // what is loaded can't be listed first

	graphs   []*checker.Graph
	findings []*finding
	hidden   int // findings in other files
	errors   []string
}

// A finding is one of the analyzer, with positions that can be printed.
type finding struct {
	*analyzer.Finding
	file       string // absolute
	start, end token.Position
	fix        *fix     // nil if there is none
	with       *finding // that has the fix of this one, too; nil if this has its own, or none
}

// A fix is the fix of findings, in their file.
type fix struct {
	message string
	edits   []edit.Edit
}

// load analyzes packages, with the go command running in dir. Those in which
// there can be no findings are not even loaded.
func (c *check) load(dir string, patterns []string) {
	if c.unlisted = !c.canList(dir, patterns); !c.unlisted {
		pkgs, err := c.list(dir, "-find", patterns)
		if err != nil {
			c.fail("%s", firstLine(err.Error()))
			return
		}
		if c.looked != nil {
			pkgs = c.hooked(pkgs)
			patterns = nil
			for _, p := range pkgs {
				patterns = append(patterns, p.ImportPath)
			}
		}
		if len(pkgs) == 0 && c.looked == nil {
			c.fail("%v", noMatch(patterns))
		}
		if c.gate {
			patterns = c.relevant(dir, pkgs, patterns)
		}
		if len(pkgs) == 0 || len(patterns) == 0 {
			return
		}
	}
	conf := &packages.Config{
		Mode:  packages.LoadSyntax | packages.NeedModule,
		Dir:   dir,
		Env:   c.env(),
		Tests: c.tests,
	}
	if c.tags != "" {
		conf.BuildFlags = []string{"-tags=" + c.tags}
	}
	pkgs, err := packages.Load(conf, patterns...)
	if err != nil || len(pkgs) == 0 {
		// The go command knows better.
		if _, listErr := c.list(dir, "-deps", patterns); listErr != nil {
			err = listErr
		} else if err == nil {
			err = noMatch(patterns)
		}
		c.fail("%s", firstLine(err.Error()))
		return
	}
	// The main packages that "go test" makes up are nobody's code.
	ids := make(map[string]bool)
	for _, p := range pkgs {
		ids[p.ID] = true
	}
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool {
		tested, isTest := strings.CutSuffix(p.ID, ".test")
		return isTest && p.Name == "main" && ids[tested] // others have such a path, too
	})
	c.loadErrors(pkgs)
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzer.New(c.Options)}, pkgs, nil)
	if err != nil {
		c.fail("%v", err)
		return
	}
	c.graphs = append(c.graphs, graph)
	c.collect(graph)
}

// noMatch is what is wrong with patterns that match nothing.
func noMatch(patterns []string) error {
	return fmt.Errorf("%s: want patterns that match packages: for instance, ./... for all below this directory", strings.Join(patterns, " "))
}

// loadErrors notes what is wrong with packages, and with what they import.
func (c *check) loadErrors(pkgs []*packages.Package) {
	reported := make(map[string]bool) // positions: one error begets others
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		broken := false // something that it imports is
		for _, dep := range p.Imports {
			broken = broken || len(dep.Errors) > 0
		}
		for _, err := range p.Errors {
			if broken && err.Kind == packages.TypeError || err.Pos != "" && err.Pos != "-" && reported[err.Pos] {
				continue
			}
			reported[err.Pos] = true
			c.fail("%s", c.loadError(err))
		}
	})
}

// fail notes what went wrong, on one line.
func (c *check) fail(format string, args ...any) {
	if line := strings.TrimSpace(fmt.Sprintf(format, args...)); !slices.Contains(c.errors, line) {
		c.errors = append(c.errors, line)
	}
}

// loadError words what is wrong with a package.
func (c *check) loadError(err packages.Error) string {
	text := firstLine(err.Msg)
	if err.Pos == "" || err.Pos == "-" {
		return strings.TrimPrefix(text, "-: ")
	}
	file, rest, _ := strings.Cut(err.Pos, ":")
	if filepath.VolumeName(err.Pos) != "" { // C:\dir\file.go:1:2
		volume := filepath.VolumeName(err.Pos)
		file, rest, _ = strings.Cut(err.Pos[len(volume):], ":")
		file = volume + file
	}
	if rest == "" {
		return display(file) + ": " + text
	}
	return display(file) + ":" + rest + ": " + text
}

// firstLine returns the first line of a text that is not a heading of the go
// command, with the next one if it ends in a colon.
func firstLine(text string) string {
	out := ""
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if out != "" {
			return out + " " + line
		}
		if out = line; !strings.HasSuffix(line, ":") {
			break
		}
	}
	return out
}

// collect takes the findings out of a graph. A file may be part of a package
// and of its test variant; the one with more files knows more.
func (c *check) collect(graph *checker.Graph) {
	best := make(map[string]*packages.Package)
	for _, act := range graph.Roots {
		for _, f := range act.Package.Syntax {
			name := act.Package.Fset.PositionFor(f.FileStart, false).Filename
			if old := best[name]; old == nil || len(act.Package.Syntax) > len(old.Syntax) ||
				len(act.Package.Syntax) == len(old.Syntax) && act.Package.ID < old.ID {
				best[name] = act.Package
			}
		}
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			if text := act.Err.Error(); !strings.Contains(text, "analysis skipped due to") {
				c.fail("%s", firstLine(text))
			}
			continue
		}
		res, ok := act.Result.(*analyzer.Result)
		if !ok {
			continue
		}
		fixes := make(map[*analyzer.Fix]*fix)
		byID := make(map[string]*finding)
		for _, r := range res.Findings {
			f := newFinding(act.Package, r, fixes)
			f.with = byID[r.FixedWith]
			byID[r.ID] = f
			real := act.Package.Fset.PositionFor(r.Pos, false).Filename
			switch {
			case best[real] != act.Package:
			case c.only != nil && !c.only(f.file):
				c.hidden++
			default:
				c.findings = append(c.findings, f)
			}
		}
	}
}

// newFinding returns a finding of the analyzer with its place. That is the one in
// the file that the compiler reads, whatever line directives say: there it is to
// be fixed. Of a file that cgo made of another, it is in the other.
func newFinding(pkg *packages.Package, r *analyzer.Finding, fixes map[*analyzer.Fix]*fix) *finding {
	file := pkg.Fset.File(r.Pos)
	byCgo := !slices.Contains(pkg.GoFiles, file.Name())
	f := &finding{Finding: r, start: file.PositionFor(r.Pos, byCgo), end: file.PositionFor(r.End, byCgo)}
	f.file = f.start.Filename
	if r.Fix == nil {
		return f
	}
	if f.fix = fixes[r.Fix]; f.fix == nil {
		f.fix = &fix{message: r.Fix.Message}
		fixes[r.Fix] = f.fix
		for _, e := range r.Fix.Edits {
			f.fix.edits = append(f.fix.edits, edit.Replace(file.Offset(e.Pos), file.Offset(e.End), string(e.NewText)))
		}
	}
	return f
}

// finish prints what was found, or fixes it, and returns the exit status.
func (c *check) finish() int {
	slices.SortStableFunc(c.findings, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.start.Offset, b.start.Offset), cmp.Compare(a.Category, b.Category),
			cmp.Compare(a.Message, b.Message))
	})
	slices.Sort(c.errors)
	var err error
	left := c.findings
	switch {
	case c.json:
		for _, g := range c.graphs {
			err = errors.Join(err, g.PrintJSON(c.stdout))
		}
		if len(c.graphs) == 0 { // nothing to analyze
			_, err = io.WriteString(c.stdout, "{}\n")
		}
		left = nil // as go/analysis has it
	case c.diff:
		err = c.printDiff()
	case c.fix:
		left, err = c.applyFixes()
		err = errors.Join(err, c.print(left))
	default:
		err = c.print(left)
	}
	if err != nil {
		c.errors = append(c.errors, strings.Split(err.Error(), "\n")...)
	}
	for _, text := range c.errors {
		fmt.Fprintln(c.stderr, "captoken:", text)
	}
	if c.hidden > 0 {
		fmt.Fprintf(c.stderr, "captoken: %d more in other files of these packages: add -all-files to see them\n", c.hidden)
	}
	switch {
	case len(c.errors) > 0:
		return exitError
	case len(left) > 0:
		return exitFindings
	}
	return exitClean
}

// print prints findings in the format that was chosen.
func (c *check) print(findings []*finding) error {
	switch c.format {
	case "json":
		return printJSON(c.stdout, findings, c.errors)
	case "sarif":
		return printSARIF(c.stdout, findings, c.errors)
	case "github":
		return printGitHub(c.stdout, findings, c.errors)
	}
	return c.printText(findings)
}
