package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
)

// taskRouterCases is the folder of the cases that are analyzed with the option for tokens of TaskRouter.
const taskRouterCases = "taskrouter"

// stubsOnly names the cases that can't be analyzed with the real libraries, and why.
var stubsOnly = map[string]string{}

// TestCasesWithRealLibraries analyzes the cases of the analyzer's own tests once more, compiled against the libraries
// that the stubs stand for. The same comments must hold: what is found in a stub's caller is found in the library's.
func TestCasesWithRealLibraries(t *testing.T) {
	t.Parallel()
	dir, cases := casesModule(t)

	// TestProof runs those of the fixes, with several options.
	cases = slices.DeleteFunc(cases, func(name string) bool { return name == "fixes" })
	var patterns []string
	for _, name := range cases {
		if name != taskRouterCases {
			patterns = append(patterns, "./"+name+"/...")
		}
	}
	seen := make(map[string]bool)
	results := analysistest.Run(t, dir, withoutHint(analyzer.Options{}), patterns...)
	results = append(results, analysistest.Run(t, dir, withoutHint(analyzer.Options{TaskRouter: true}), "./"+taskRouterCases+"/...")...)
	for _, result := range results {
		pkg := result.Action.Package
		// An analyzer that runs despite errors does not report them, and may well find less.
		for _, err := range pkg.Errors {
			t.Errorf("%s: %v", pkg.ID, err)
		}
		if path, ok := strings.CutPrefix(pkg.PkgPath, casesPath+"/"); ok {
			name, _, _ := strings.Cut(path, "/")
			seen[name] = true
		}
	}
	for _, name := range cases {
		if !seen[name] {
			t.Errorf("%s/%s has not been analyzed", casesPath, name)
		}
	}
}

// withoutHint returns the analyzer without its hint at a module that the code does not require: the comments are for
// code in a GOPATH, which has no go.mod.
func withoutHint(opts analyzer.Options) *analysis.Analyzer {
	a := analyzer.New(opts)
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			d.Message, _, _ = strings.Cut(d.Message, "; the fix needs: go get ")
			pass.Report(d)
		}
		return run(&p)
	}
	return a
}

// casesPath is the import path of the cases' folder in the GOPATH. The module is named so as well, so that they find
// each other in both.
const casesPath = "cases"

// casesModule makes a module of all cases that requires the real libraries, and stubs where there are none, and
// returns its folder and the names of the cases.
func casesModule(t *testing.T) (dir string, cases []string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(realDir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	runGo(t, dir, "mod", "edit", "-module="+casesPath)
	for _, module := range stubModules {
		// The underscore keeps the stubs out of ./...
		stub := "./_stubs/" + module.path
		copyDir(t, filepath.Join(stubsDir, "src", filepath.FromSlash(module.path)), filepath.Join(dir, filepath.FromSlash(stub)))
		write(t, filepath.Join(dir, filepath.FromSlash(stub), "go.mod"), []byte("module "+module.path+"\n"))
		runGo(t, dir, "mod", "edit", "-require="+module.path+"@"+module.version, "-replace="+module.path+"="+stub)
	}

	folder := filepath.Join(stubsDir, "src", casesPath)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	present := make(map[string]bool)
	for _, entry := range entries {
		name := entry.Name()
		if !entry.IsDir() {
			continue
		}
		present[name] = true
		if why, ok := stubsOnly[name]; ok {
			t.Logf("%s/%s is left out: %s", casesPath, name, why)
			continue
		}
		copyDir(t, filepath.Join(folder, name), filepath.Join(dir, name))
		cases = append(cases, name)
	}
	for name := range stubsOnly {
		if !present[name] {
			t.Errorf("%s/%s is to be left out, but is not there", casesPath, name)
		}
	}
	if len(cases) == 0 {
		t.Fatalf("no cases in %s", folder)
	}

	// The analysis looks for modules in the module cache only.
	runGo(t, dir, "mod", "download")
	return dir, cases
}

func copyDir(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func runGo(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GO111MODULE=on", "GOWORK=off", "GOFLAGS=-mod=mod")
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, output)
	}
}
