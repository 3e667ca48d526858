package main

import (
	"archive/zip"
	"encoding/json"
	"flag"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/captoken/captoken/internal/gate"
	"github.com/captoken/captoken/passes/index"
)

// vetUnit answers the go command for a package that can have no findings, and
// for one whose facts alone are wanted: captoken has no facts. It answers what
// package unitchecker would, but without looking closer. It reports whether it
// did; errors, and all with -gate=false, are left to unitchecker.
func vetUnit(args []string, stdout io.Writer) bool {
	fs, o := flagSet("captoken", io.Discard)
	if fs.Parse(args) != nil || !o.gate || o.Validate() != nil || fs.NArg() != 1 || !strings.HasSuffix(fs.Arg(0), ".cfg") {
		return false
	}
	data, err := os.ReadFile(fs.Arg(0))
	if err != nil {
		return false
	}
	var unit unitchecker.Config
	if json.Unmarshal(data, &unit) != nil || len(unit.GoFiles) == 0 || !unit.VetxOnly && canHaveFindings(&unit) {
		return false
	}
	return answer(&unit, o, stdout) == nil
}

// canHaveFindings reports whether there can be findings in a package.
func canHaveFindings(unit *unitchecker.Config) bool {
	for path := range unit.ImportMap {
		if strings.HasPrefix(path, ".") { // what stands in the files is no import path
			return true
		}
	}
	var files [][]byte
	for _, name := range unit.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			return true
		}
		files = append(files, src)
	}
	g := gate.New()
	v := g.Judge(unit.ImportPath, files)
	return v.Open || v.Unsure() && slices.ContainsFunc(slices.Sorted(maps.Keys(unit.PackageFile)), func(path string) bool {
		if unit.Standard[path] {
			return false
		}
		export, err := os.ReadFile(unit.PackageFile[path])
		return err != nil || v.Opens(g.Export(export))
	})
}

// answer writes what the go command expects of a package without facts and
// findings.
func answer(unit *unitchecker.Config, o *options, stdout io.Writer) error {
	if err := os.WriteFile(unit.VetxOutput, nil, 0o666); err != nil {
		return err
	}
	if unit.Stdout != "" {
		f, err := os.Create(unit.Stdout)
		if err != nil {
			return err
		}
		defer f.Close()
		stdout = f
	}
	switch {
	case unit.VetxOnly:
	case o.fix && unit.FixArchive != "":
		f, err := os.Create(unit.FixArchive)
		if err != nil {
			return err
		}
		defer f.Close()
		archive := zip.NewWriter(f)
		if err := archive.SetComment(unit.ID); err != nil {
			return err
		}
		if err := archive.Close(); err != nil {
			return err
		}
		return f.Close()
	case !o.fix && o.json:
		_, err := io.WriteString(stdout, "{}\n")
		return err
	}
	return nil
}

// registerGate gives package singlechecker, which answers the go command,
// the flag of the command that it doesn't know.
func registerGate() {
	flag.Var(index.Analyzer.Flags.Lookup("gate").Value, "gate", gateUsage)
}
