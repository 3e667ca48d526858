package main

import (
	"bytes"
	"encoding/json"
	"io"
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

	GoFiles, CgoFiles, TestGoFiles, XTestGoFiles, InvalidGoFiles []string
}

// relevant returns patterns for those of the packages that patterns match in
// which there can be findings, and for those that can't be found, so that the
// loader says why. It reports false if that can't be told.
func (c *check) relevant(dir string, patterns []string) ([]string, bool) {
	if !c.gate || hasDriver() || slices.ContainsFunc(patterns, func(p string) bool { return strings.Contains(p, "=") }) {
		return nil, false
	}
	pkgs, ok := c.list(dir, "-find", patterns)
	if !ok || len(pkgs) == 0 {
		return nil, false
	}
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

	var relevant, unsure []string
	for i, p := range pkgs {
		switch {
		case p.ImportPath == "command-line-arguments" || strings.HasPrefix(p.ImportPath, "_"):
			return nil, false // no pattern for it but that of the user
		case verdicts[i].Open || p.Error != nil && len(p.files(true)) == 0:
			relevant = append(relevant, p.ImportPath)
		case verdicts[i].Unsure() && !p.Standard: // the standard library is built on itself only
			unsure = append(unsure, p.ImportPath)
		}
	}
	if len(unsure) > 0 {
		more, ok := c.mentioned(dir, unsure, func(path string) gate.Verdict {
			return verdicts[slices.IndexFunc(pkgs, func(p *listed) bool { return p.ImportPath == path })]
		})
		if !ok {
			return nil, false
		}
		relevant = append(relevant, more...)
	}
	return relevant, true
}

// hasDriver reports whether something other than the go command finds the
// packages; see [packages.Load].
func hasDriver() bool {
	switch os.Getenv("GOPACKAGESDRIVER") {
	case "off":
		return false
	case "":
		_, err := exec.LookPath("gopackagesdriver")
		return err == nil
	}
	return true
}

// list runs "go list". It reports false if that fails.
func (c *check) list(dir, flag string, patterns []string) ([]*listed, bool) {
	args := []string{"list", "-e", flag, "-json=ImportPath,Dir,ForTest,Standard,Error,Deps,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,InvalidGoFiles"}
	if c.tags != "" {
		args = append(args, "-tags="+c.tags)
	}
	if flag == "-deps" && c.tests {
		args = append(args, "-test")
	}
	cmd := exec.Command("go", append(append(args, "--"), patterns...)...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return nil, false
	}
	var pkgs []*listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		switch err := dec.Decode(p); err {
		case nil:
			pkgs = append(pkgs, p)
		case io.EOF:
			return pkgs, true
		default:
			return nil, false
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

// judge judges a package by its files. One that can't be read is for the
// loader to complain about.
func (p *listed) judge(g *gate.Gate, tests bool) gate.Verdict {
	var files [][]byte
	for _, name := range p.files(tests) {
		src, err := os.ReadFile(name)
		if err != nil {
			return gate.Verdict{Open: true}
		}
		files = append(files, src)
	}
	return g.Judge(p.ImportPath, files)
}

// mentioned returns those of some packages in which there can be findings
// because of what they are built on.
func (c *check) mentioned(dir string, unsure []string, verdict func(path string) gate.Verdict) ([]string, bool) {
	pkgs, ok := c.list(dir, "-deps", unsure)
	if !ok {
		return nil, false
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
	var out []string
	for _, path := range unsure {
		v := verdict(path)
		seen := map[string]bool{}
		opens := func(dep string) bool {
			p := byPath[dep]
			if p == nil || seen[dep] || p.Standard || gate.IsSilent(p.ImportPath) {
				return false
			}
			seen[dep] = true
			return slices.ContainsFunc(p.files(false), func(name string) bool {
				src, err := os.ReadFile(name)
				return err != nil || v.Opens(src)
			})
		}
		if slices.ContainsFunc(deps[path], opens) {
			out = append(out, path)
		}
	}
	return out, true
}
