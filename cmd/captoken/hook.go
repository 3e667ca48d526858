package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// hook analyzes the packages of files, as a hook of git hands them over, and
// reports what is in the files.
func hook(args []string, stdout, stderr io.Writer) int {
	o, err := parse("captoken hook", args, stderr)
	if err != nil {
		return exitUsage
	}
	if o == nil {
		return exitClean
	}
	named := make(map[string]bool)
	roots, err := group(o.args, named)
	if err != nil {
		fmt.Fprintln(stderr, "captoken:", err)
		return exitError
	}
	c := check{options: o, stdout: stdout, stderr: stderr}
	if !o.allFiles {
		c.only = func(file string) bool { return named[resolved(file)] }
	}
	for _, root := range slices.Sorted(maps.Keys(roots)) {
		c.load(root, roots[root])
	}
	return c.finish()
}

// group finds the packages of Go files: patterns by the root of the module
// that they are in. It notes the absolute names of the files. Files of no
// module, of vendor and testdata folders, and folders that are gone are left
// out.
func group(files []string, named map[string]bool) (map[string][]string, error) {
	roots := make(map[string][]string)
	for _, name := range files {
		name = filepath.Clean(filepath.FromSlash(name))
		if filepath.Ext(name) != ".go" || isForeign(name) {
			continue
		}
		abs, err := filepath.Abs(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		dir := filepath.Dir(abs)
		root := moduleRoot(dir)
		if root == "" || !hasGo(dir) {
			continue
		}
		named[resolved(abs)] = true
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if pattern := "./" + filepath.ToSlash(rel); !slices.Contains(roots[root], pattern) {
			roots[root] = append(roots[root], pattern)
		}
	}
	for _, patterns := range roots {
		slices.Sort(patterns)
	}
	return roots, nil
}

// isForeign reports whether a file is in a folder that the go command leaves
// out of ./...
func isForeign(name string) bool {
	for _, elem := range strings.Split(filepath.ToSlash(filepath.Dir(name)), "/") {
		if elem == "vendor" || elem == "testdata" || len(elem) > 1 && elem != ".." && (elem[0] == '_' || elem[0] == '.') {
			return true
		}
	}
	return false
}

// moduleRoot returns the folder of the go.mod that a folder belongs to, ""
// if there is none.
func moduleRoot(dir string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// hasGo reports whether a folder has a Go file.
func hasGo(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return filepath.Ext(e.Name()) == ".go" })
}

// resolved returns the name of a file without symbolic links, for
// comparison.
func resolved(file string) string {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		return real
	}
	return file
}
