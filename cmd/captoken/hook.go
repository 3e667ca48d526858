package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// hook analyzes the packages of files, as a hook of git hands them over, and
// reports what is in the files.
func hook(args []string, stdout, stderr io.Writer) int {
	o, status := parse("captoken hook", args, stderr)
	if o == nil {
		return status
	}
	named := make(map[string]bool)
	roots, err := group(o.args, named)
	if err != nil {
		fmt.Fprintln(stderr, "captoken:", err)
		return exitError
	}
	c := check{options: o, stdout: stdout, stderr: stderr, looked: make(map[string]bool)}
	if !o.allFiles {
		c.only = func(file string) bool { return named[resolved(file)] }
	}
	for _, root := range slices.Sorted(maps.Keys(roots)) {
		c.noWorkspace = !inWorkspace(root)
		c.load(root, roots[root])
	}
	for _, file := range slices.Sorted(maps.Keys(named)) {
		if !c.looked[file] && !c.unlisted && len(c.errors) == 0 && exists(file) {
			fmt.Fprintf(stderr, "captoken: %s: not looked at: it is of no module, or build constraints leave it out\n", display(file))
		}
	}
	return c.finish()
}

// hooked notes which files are looked at, and leaves out packages that have no
// file under the build constraints: there is nothing to commit to them.
func (c *check) hooked(pkgs []*listed) []*listed {
	for _, p := range pkgs {
		for _, file := range p.files(c.tests) {
			c.looked[resolved(file)] = true
		}
	}
	return slices.DeleteFunc(pkgs, func(p *listed) bool { return len(p.files(true)) == 0 && len(p.IgnoredGoFiles) > 0 })
}

// inWorkspace reports whether a module is one of its go.work file, if there
// is one. If that can't be told, the loader says why.
func inWorkspace(root string) bool {
	ask := func(args ...string) (string, bool) {
		cmd := exec.Command("go", args...)
		cmd.Dir = root
		out, err := cmd.Output()
		return strings.TrimSpace(string(out)), err == nil
	}
	if work, ok := ask("env", "GOWORK"); !ok || work == "" || work == "off" {
		return true
	}
	dirs, ok := ask("list", "-m", "-f", "{{.Dir}}")
	return !ok || slices.ContainsFunc(strings.Split(dirs, "\n"), func(dir string) bool { return resolved(strings.TrimSpace(dir)) == resolved(root) })
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// group finds the packages of Go files: patterns by the root of the module
// that they are in. It notes the absolute names of the files. Other files,
// those of vendor and testdata folders, and folders that are gone are left out.
func group(files []string, named map[string]bool) (map[string][]string, error) {
	roots := make(map[string][]string)
	for _, name := range files {
		name = filepath.Clean(filepath.FromSlash(name))
		if info, err := os.Stat(name); strings.HasSuffix(name, "...") || err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s: want names of Go files; for packages, leave out the word hook", name)
		}
		if filepath.Ext(name) != ".go" || isForeign(name) {
			continue
		}
		abs, err := filepath.Abs(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		dir := filepath.Dir(abs)
		root := moduleRoot(dir)
		if !hasGo(dir) {
			continue
		}
		named[resolved(abs)] = true
		if root == "" {
			continue
		}
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
