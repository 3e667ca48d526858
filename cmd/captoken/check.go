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
)

// A check is one run of the command: what it found, and what kept it from
// looking.
type check struct {
	*options
	stdout, stderr io.Writer

	only func(file string) bool // the files to report findings in; nil for all

	graphs   []*checker.Graph
	findings []*finding
	hidden   int // findings in other files
	errors   []string
}

// A finding is a diagnostic, with positions that can be printed.
type finding struct {
	analyzer.Finding
	file       string // absolute
	start, end token.Position
	fix        *fix // nil if there is none
}

// A fix is the fix of a finding, in its file.
type fix struct {
	message string
	edits   []edit
}

// An edit replaces the bytes from start to end.
type edit struct {
	start, end int
	text       string
}

// load analyzes packages, with the go command running in dir. Those in which
// there can be no findings are not even loaded.
func (c *check) load(dir string, patterns []string) {
	if relevant, ok := c.relevant(dir, patterns); ok {
		if len(relevant) == 0 {
			return
		}
		patterns = relevant
	}
	conf := &packages.Config{
		Mode:  packages.LoadSyntax | packages.NeedModule,
		Dir:   dir,
		Tests: c.tests,
	}
	if c.tags != "" {
		conf.BuildFlags = []string{"-tags=" + c.tags}
	}
	pkgs, err := packages.Load(conf, patterns...)
	if err != nil {
		c.fail("%s", firstLine(err.Error()))
		return
	}
	if len(pkgs) == 0 {
		c.fail("%s: want patterns of packages that match something, such as ./...", strings.Join(patterns, " "))
		return
	}
	// The main packages that "go test" makes up are nobody's code.
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return strings.HasSuffix(p.ID, ".test") })
	reported := make(map[string]bool) // positions: one error begets others
	for _, p := range pkgs {
		for _, err := range p.Errors {
			if err.Pos == "" || err.Pos == "-" || !reported[err.Pos] {
				reported[err.Pos] = true
				c.fail("%s", c.loadError(err))
			}
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{c.analyzer}, pkgs, nil)
	if err != nil {
		c.fail("%v", err)
		return
	}
	c.graphs = append(c.graphs, graph)
	c.collect(graph)
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
		return text
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
		results, _ := act.Result.([]analyzer.Finding)
		for i, d := range act.Diagnostics {
			f := newFinding(act.Package.Fset, d)
			if i < len(results) {
				f.Finding = results[i]
			}
			real := act.Package.Fset.PositionFor(d.Pos, false).Filename
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

func newFinding(fset *token.FileSet, d analysis.Diagnostic) *finding {
	f := &finding{
		Finding: analyzer.Finding{Pos: d.Pos, End: d.End, Category: d.Category, Message: d.Message},
		start:   fset.Position(d.Pos), end: fset.Position(d.End),
	}
	f.file = f.start.Filename
	if len(d.SuggestedFixes) > 0 {
		f.fix = &fix{message: d.SuggestedFixes[0].Message}
		file := fset.File(d.Pos)
		for _, e := range d.SuggestedFixes[0].TextEdits {
			f.fix.edits = append(f.fix.edits, edit{file.Offset(e.Pos), file.Offset(e.End), string(e.NewText)})
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
		left = nil // as go/analysis has it
	case c.diff:
		err = c.printDiff()
	case c.fix:
		left, err = c.applyFixes()
		if err == nil {
			err = c.print(left)
		}
	default:
		err = c.print(left)
	}
	if err != nil {
		c.errors = append(c.errors, err.Error())
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
		return printSARIF(c.stdout, findings)
	case "github":
		return printGitHub(c.stdout, findings)
	}
	return c.printText(findings)
}
