package analyzer_test

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
)

const testdata = "../testdata"

// caseOptions are the options that folders of testdata/src/cases are analyzed
// with; the others have none.
var caseOptions = map[string]analyzer.Options{
	"taskrouter": {TaskRouter: true},
}

// TestCases runs the analyzer over each folder of testdata/src/cases, whose
// want comments hold the whole message. Folders with the same options are
// loaded at once, since each load type-checks the standard library.
func TestCases(t *testing.T) {
	dir, folders := casesIn(t, "cases")
	patterns := make(map[string][]string) // by folder with options of its own, or ""
	for _, name := range folders {
		if name == "fixes" {
			continue // see TestFixes
		}
		key := ""
		if _, ok := caseOptions[name]; ok {
			key = name
		}
		patterns[key] = append(patterns[key], "cases/"+name+"/...")
	}
	for key, patterns := range patterns {
		t.Run(cmp.Or(key, "default"), func(t *testing.T) {
			t.Parallel()
			analysistest.Run(t, dir, analyzer.New(caseOptions[key]), patterns...)
		})
	}
}

// casesIn returns testdata as an absolute name, and the names of the folders
// in a folder of testdata/src.
func casesIn(t *testing.T, folder string) (dir string, names []string) {
	t.Helper()
	dir, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(dir, "src", filepath.FromSlash(folder)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return dir, names
}
