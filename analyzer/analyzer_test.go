package analyzer_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
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
// loaded at once, since each load type-checks the standard library; each of
// them is a test of its own:
//
//	go test ./analyzer -run TestCases/default/flow/structcopy
func TestCases(t *testing.T) {
	dir, folders := casesIn(t, "cases")
	byOptions := make(map[string][]string) // by folder with options of its own, or ""
	for _, name := range folders {
		if name == "fixes" {
			continue // see TestFixes
		}
		key := ""
		if _, ok := caseOptions[name]; ok {
			key = name
		}
		byOptions[key] = append(byOptions[key], name)
	}
	ran := 0
	for _, key := range slices.Sorted(maps.Keys(byOptions)) {
		t.Run(cmp.Or(key, "default"), func(t *testing.T) {
			var cases, patterns []string
			for _, name := range byOptions[key] {
				cases = append(cases, packagesBelow(t, dir, "cases/"+name)...)
				patterns = append(patterns, "cases/"+name+"/...")
			}
			errors := sync.OnceValue(func() map[string][]string {
				found := make(errorsByFolder)
				analysistest.Run(found, dir, analyzer.New(caseOptions[key]), patterns...)
				return found
			})
			for _, c := range cases {
				t.Run(strings.TrimPrefix(c, "cases/"), func(t *testing.T) {
					ran++
					for _, e := range errors()[c] {
						t.Error(e)
					}
				})
			}
			if ran > 0 {
				for folder, list := range errors() {
					if !slices.Contains(cases, folder) {
						t.Errorf("%s: %s", folder, strings.Join(list, "\n"))
					}
				}
			}
		})
	}
	if ran == 0 {
		t.Error("no case has a name that -run asks for")
	}
}

// errorsByFolder collects what a test finds wrong, by the folder of the file
// that it names first.
type errorsByFolder map[string][]string

// Errorf implements [analysistest.Testing].
func (e errorsByFolder) Errorf(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	file, _, _ := strings.Cut(text, ":")
	e[path.Dir(filepath.ToSlash(file))] = append(e[path.Dir(filepath.ToSlash(file))], text)
}

// packagesBelow returns the folders with Go files in a folder of testdata/src,
// itself included.
func packagesBelow(t *testing.T, dir, folder string) []string {
	t.Helper()
	var out []string
	src := filepath.Join(dir, "src")
	err := filepath.WalkDir(filepath.Join(src, filepath.FromSlash(folder)), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		rel, err := filepath.Rel(src, filepath.Dir(name))
		if rel = filepath.ToSlash(rel); !slices.Contains(out, rel) {
			out = append(out, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
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
