package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestGroup maps files to packages, by modules.
func TestGroup(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"go.mod", "a.go", "p/p.go", "p/p_test.go", "p/testdata/t.go", "vendor/v/v.go", "_x/x.go", ".h/h.go",
		"nested/go.mod", "nested/q/q.go",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	named := make(map[string]bool)
	// git and its hooks use slashes on all systems; people don't.
	got, err := group([]string{
		"a.go", "p/p.go", filepath.Join("p", "p_test.go"), "p/gone.go", "p/testdata/t.go", "vendor/v/v.go", "_x/x.go", ".h/h.go",
		"nested/q/q.go", "gone/g.go", "README.md", filepath.Join(dir, "a.go"),
	}, named)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{dir: {"./.", "./p"}, filepath.Join(dir, "nested"): {"./q"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, name := range []string{"a.go", "p/p.go", "p/p_test.go", "p/gone.go", "nested/q/q.go"} {
		if !named[filepath.Join(dir, filepath.FromSlash(name))] {
			t.Errorf("%s is not among the files", name)
		}
	}
	if len(named) != 5 {
		t.Errorf("%d files, want 5: %v", len(named), named)
	}
}
