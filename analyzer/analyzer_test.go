package analyzer_test

import (
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
// want comments hold the whole message.
func TestCases(t *testing.T) {
	dir, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(dir, "src", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() == "fixes" {
			continue // see TestFixes
		}
		t.Run(e.Name(), func(t *testing.T) {
			t.Parallel()
			analysistest.Run(t, dir, analyzer.New(caseOptions[e.Name()]), "cases/"+e.Name()+"/...")
		})
	}
}
