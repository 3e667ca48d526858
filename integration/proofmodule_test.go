package integration

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// proofModule makes a module of all cases, as casesModule does. Where a case needs a library that is invented, to stand
// for forks, the code of what it is a fork of takes its place, so that the case makes tokens.
func proofModule(t *testing.T) (dir string, cases []string) {
	t.Helper()
	dir, cases = casesModule(t)
	status, original, stderr := run(t, dir, "go", "list", "-f", "{{.Dir}}", "github.com/kevinburke/twilio-go/v2/twilioclient")
	if status != 0 {
		t.Fatal(stderr)
	}
	fork := filepath.Join(dir, "_stubs", "github.com", "acme", "twilio-go", "v3", "twilioclient")
	if err := os.RemoveAll(fork); err != nil {
		t.Fatal(err)
	}
	copyDir(t, strings.TrimSpace(original), fork)
	return dir, cases
}

// casesGoMod makes a module that requires what the cases do, and has no packages.
func casesGoMod(t *testing.T) (dir string) {
	t.Helper()
	dir, cases := proofModule(t)
	for _, name := range cases {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// takeInTests makes the packages' tests part of the packages: a program that is not one of their tests can call them
// then.
func takeInTests(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		inside, isTest := strings.CutSuffix(name, "_test.go")
		if err != nil || !isTest {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
		if err != nil || strings.HasSuffix(file.Name.Name, "_test") {
			return err
		}
		return os.Rename(name, inside+"_taken.go")
	})
	if err != nil {
		t.Fatal(err)
	}
}
