package integration

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/proof"
)

// TestParity runs every driver over one module, which has most cases of the analyzer's tests: the findings must be the
// same, and so must what the fixes write.
func TestParity(t *testing.T) {
	t.Parallel()
	exe := build(t)
	dir, cases := casesModule(t)
	var patterns []string
	for _, name := range cases {
		switch {
		case name == "robust": // code that does not compile, which the go command does not vet
		case name == "flow", strings.HasPrefix(name, "silent_"): // a hundred packages, with little to fix
		default:
			patterns = append(patterns, "./"+name+"/...")
		}
	}
	// What was compiled in one folder need not be compiled in the next. The go command itself, however, would take the
	// fixes that it has cached for one folder for those of another, and write them to the first.
	env := append(os.Environ(), "GOFLAGS=-mod=mod -trimpath")
	goEnv := append(os.Environ(), "GOFLAGS=-mod=mod")
	args := func(first ...string) []string { return append(first, patterns...) }

	findings := map[string]func() []string{
		"captoken": func() []string {
			_, _, stderr := in(t, dir, env, exe, args()...)
			return textFindings(stderr)
		},
		"captoken -format=json": func() []string {
			_, stdout, _ := in(t, dir, env, exe, args("-format=json")...)
			var report struct {
				Findings []struct {
					File, Message string
					Line, Column  int
				}
			}
			if err := json.Unmarshal([]byte(stdout), &report); err != nil {
				t.Fatalf("%v\n%s", err, stdout)
			}
			var lines []string
			for _, f := range report.Findings {
				lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message))
			}
			return lines
		},
		"captoken hook": func() []string {
			files, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
			if err != nil {
				t.Fatal(err)
			}
			for _, depth := range []string{"*/*/*.go", "*/*/*/*.go"} {
				more, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(depth)))
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, more...)
			}
			files = slices.DeleteFunc(files, func(name string) bool {
				rel, err := filepath.Rel(dir, name)
				return err != nil || strings.HasPrefix(rel, "robust") || strings.HasPrefix(rel, "flow") || strings.HasPrefix(rel, "silent_") || strings.HasPrefix(rel, "_")
			})
			_, _, stderr := in(t, dir, env, exe, append([]string{"hook"}, files...)...)
			return textFindings(stderr)
		},
		"go vet": func() []string {
			_, _, stderr := in(t, dir, goEnv, "go", args("vet", "-vettool="+exe)...)
			return textFindings(stderr)
		},
	}
	fixes := map[string]func(dir string){
		"captoken": func(dir string) { in(t, dir, env, exe, args("-fix")...) },
		"go vet":   func(dir string) { in(t, dir, goEnv, "go", args("vet", "-vettool="+exe, "-fix")...) },
		"go fix":   func(dir string) { in(t, dir, goEnv, "go", args("fix", "-fixtool="+exe)...) },
	}
	if os.Getenv("CAPTOKEN_LIGHT") == "" || os.Getenv("CI") != "" {
		golangci := buildGolangci(t)
		config := func(dir string) {
			writeIn(t, dir, ".golangci.yml", `version: "2"
linters:
  default: none
  enable: [captoken]
  settings: {custom: {captoken: {type: module}}}
  exclusions: {generated: disable}
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
output: {formats: {text: {path: stdout, print-issued-lines: false, colors: false}}}
`)
		}
		env := append(env, "GOLANGCI_LINT_CACHE="+filepath.Join(t.TempDir(), "cache"))
		findings["golangci-lint"] = func() []string {
			config(dir)
			_, stdout, _ := in(t, dir, env, golangci, args("run")...)
			return textFindings(strings.ReplaceAll(stdout, " (captoken)\n", "\n"))
		}
		fixes["golangci-lint"] = func(dir string) {
			config(dir)
			in(t, dir, env, golangci, args("run", "--fix")...)
		}
	}

	var matrix strings.Builder
	all := make(map[string][]string)
	for _, name := range slices.Sorted(maps.Keys(findings)) {
		all[name] = findings[name]()
		fmt.Fprintf(&matrix, "%-24s %4d findings\n", name, len(all[name]))
	}
	want := all["captoken"]
	if len(want) < 200 {
		t.Errorf("captoken has %d findings, want hundreds", len(want))
	}
	for name, got := range all {
		missing, more := onlyIn(want, got)
		if len(missing)+len(more) > 0 {
			t.Errorf("%s lacks %d findings\n\t%s\nand has %d more\n\t%s", name, len(missing), firstOf(missing), len(more), firstOf(more))
		}
	}

	before := readTree(t, dir)
	fixed := make(map[string]proof.Tree)
	for _, name := range slices.Sorted(maps.Keys(fixes)) {
		copied := filepath.Join(t.TempDir(), "cases")
		copyDir(t, dir, copied)
		fixes[name](copied)
		fixed[name] = readTree(t, copied)
		fmt.Fprintf(&matrix, "%-24s %4d files fixed\n", name+" -fix", len(before.Changed(fixed[name])))
	}
	for name, tree := range fixed {
		if changed := fixed["captoken"].Changed(tree); len(changed) > 0 {
			t.Errorf("%s writes other bytes than captoken -fix into %s", name, changed)
		}
	}
	t.Logf("%s", &matrix)
}

var finding = regexp.MustCompile(`^[^\s:]+\.go:\d+:\d+: .* token .*$`)

// textFindings returns the findings in what a driver prints, sorted.
func textFindings(output string) []string {
	var lines []string
	for line := range strings.Lines(output) {
		if line = strings.TrimRight(line, "\r\n"); finding.MatchString(line) {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

// onlyIn returns what is in the first list only, and what in the second.
func onlyIn(want, got []string) (missing, more []string) {
	for _, line := range want {
		if !slices.Contains(got, line) {
			missing = append(missing, line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			more = append(more, line)
		}
	}
	return missing, more
}

func firstOf(lines []string) string {
	return strings.Join(lines[:min(len(lines), 5)], "\n\t")
}
