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

// livingDir has stand-ins for libraries that can only be had as stubs: they make the tokens that the libraries made.
const livingDir = "testdata/living"

// proofModule makes a module of all cases, as casesModule does, whose stubs make tokens as far as that is possible.
func proofModule(t *testing.T) (dir string, cases []string) {
	t.Helper()
	dir, cases = casesModule(t)
	err := filepath.WalkDir(livingDir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		living, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(livingDir, name)
		if err != nil {
			return err
		}
		stub := filepath.Join(dir, "_stubs", rel)
		if _, err := os.Stat(stub); err != nil {
			return err
		}
		return os.WriteFile(stub, living, 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
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
