package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/captoken/captoken/internal/gate"
)

// A listed package is what "go list" says of one, without looking at what it
// imports.
type listed struct {
	ImportPath string
	Dir        string
	ForTest    string
	Standard   bool
	Error      *struct{ Err string }
	Deps       []string

	GoFiles, CgoFiles, TestGoFiles, XTestGoFiles, InvalidGoFiles, IgnoredGoFiles []string
}

// canList reports whether the go command finds the packages, and nothing
// else; see [packages.Load].
func (c *check) canList(dir string, patterns []string) bool {
	if slices.ContainsFunc(patterns, func(p string) bool { return strings.Contains(p, "=") }) {
		return false // a query
	}
	cmd := exec.Command("go", "env", "GOFLAGS") // there is a file for it, too
	cmd.Dir, cmd.Env = dir, c.env()
	if flags, err := cmd.Output(); err != nil || bytes.Contains(flags, []byte("-overlay")) {
		return false // other files stand in for some
	}
	switch os.Getenv("GOPACKAGESDRIVER") {
	case "off":
		return true
	case "":
		_, err := exec.LookPath("gopackagesdriver")
		return err != nil
	}
	return false
}

// relevant returns patterns for those of the packages that patterns match in
// which there can be findings, and for those that can't be found, so that the
// loader says why.
func (c *check) relevant(dir string, pkgs []*listed, patterns []string) []string {
	g := gate.New()
	verdicts := make([]gate.Verdict, len(pkgs))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				verdicts[i] = pkgs[i].judge(g, c.tests)
			}
		})
	}
	for i := range pkgs {
		next <- i
	}
	close(next)
	wait.Wait()

	var relevant []string
	unsure := make(map[string]gate.Verdict)
	for i, p := range pkgs {
		isUnsure := verdicts[i].Unsure() && !p.Standard // the standard library is built on itself only
		switch {
		case !verdicts[i].Open && !isUnsure && (p.Error == nil || len(p.files(true)) > 0):
			continue
		case !isPattern(p.ImportPath):
			return patterns
		case isUnsure && p.Error == nil:
			unsure[p.ImportPath] = verdicts[i]
		default:
			relevant = append(relevant, p.ImportPath)
		}
	}
	return append(relevant, c.mentioned(dir, g, unsure)...)
}

// isPattern reports whether an import path is a pattern that stands for the
// package: there is none for files, for folders outside of modules, and for
// what reads like something else.
func isPattern(path string) bool {
	return !slices.Contains([]string{"command-line-arguments", "all", "std", "cmd", "tool", "work"}, path) &&
		!strings.HasPrefix(path, "_") && !strings.Contains(path, "@")
}

// env returns the environment that the go command runs in, nil for that of
// the process.
func (c *check) env() []string {
	if !c.noWorkspace {
		return nil
	}
	return append(os.Environ(), "GOWORK=off")
}

// list runs "go list". Its error is what the go command says.
func (c *check) list(dir, flag string, patterns []string) ([]*listed, error) {
	args := []string{"list", "-e", flag, "-json=ImportPath,Dir,ForTest,Standard,Error,Deps,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,InvalidGoFiles,IgnoredGoFiles"}
	if c.tags != "" {
		args = append(args, "-tags="+c.tags)
	}
	if flag == "-deps" && c.tests {
		args = append(args, "-test")
	}
	cmd := exec.Command("go", append(append(args, "--"), patterns...)...)
	cmd.Dir, cmd.Env = dir, c.env()
	out, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && len(exit.Stderr) > 0:
		return nil, errors.New(string(exit.Stderr))
	case err != nil:
		return nil, fmt.Errorf("go list: %w", err)
	}
	var pkgs []*listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		switch err := dec.Decode(p); err {
		case nil:
			pkgs = append(pkgs, p)
		case io.EOF:
			return pkgs, nil
		default:
			return nil, fmt.Errorf("go list: %w", err)
		}
	}
}

// files returns the names of a package's Go files.
func (p *listed) files(tests bool) []string {
	names := slices.Concat(p.GoFiles, p.CgoFiles, p.InvalidGoFiles)
	if tests {
		names = slices.Concat(names, p.TestGoFiles, p.XTestGoFiles)
	}
	for i, name := range names {
		if !filepath.IsAbs(name) {
			names[i] = filepath.Join(p.Dir, name)
		}
	}
	return names
}

// read reads a package's Go files.
func (p *listed) read(tests bool) ([][]byte, error) {
	var files [][]byte
	for _, name := range p.files(tests) {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, src)
	}
	return files, nil
}

// judge judges a package by its files. One that can't be read is for the
// loader to complain about.
func (p *listed) judge(g *gate.Gate, tests bool) gate.Verdict {
	files, err := p.read(tests)
	if err != nil {
		return gate.Verdict{Open: true}
	}
	v := g.Judge(p.ImportPath, files)
	v.Open = v.Open || v.Unsure() && len(p.CgoFiles) > 0 // constants may be C's
	return v
}

// words returns the words that a package has for those that are built on it,
// nil if that can't be told.
func (p *listed) words(g *gate.Gate) gate.Words {
	files, err := p.read(false)
	if err != nil || len(files) == 0 || p.Error != nil {
		return nil
	}
	return g.Source(files)
}

// mentioned returns those of some packages in which there can be findings
// because of what they are built on; all, if that can't be told.
func (c *check) mentioned(dir string, g *gate.Gate, unsure map[string]gate.Verdict) []string {
	if len(unsure) == 0 {
		return nil
	}
	paths := slices.Sorted(maps.Keys(unsure))
	pkgs, err := c.list(dir, "-deps", paths)
	if err != nil {
		return paths
	}
	byPath := make(map[string]*listed)
	deps := make(map[string][]string) // of a package and its tests
	for _, p := range pkgs {
		byPath[p.ImportPath] = p
		path, _, _ := strings.Cut(p.ImportPath, " ") // p [p.test]
		if p.ForTest != "" {
			path = p.ForTest
		}
		deps[path] = append(deps[path], p.Deps...)
	}
	words := make(map[string]gate.Words) // of what they are built on
	return slices.DeleteFunc(paths, func(path string) bool {
		return !slices.ContainsFunc(deps[path], func(dep string) bool {
			p := byPath[dep]
			if p == nil || p.Standard {
				return false
			}
			has, known := words[dep]
			if !known {
				has = p.words(g)
				words[dep] = has
			}
			return unsure[path].Opens(has)
		})
	})
}
