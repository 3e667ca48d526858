// Captoken reports Twilio Capability Tokens in Go code, and the parameters
// of the Access Token that each of them needs; what the auth token signs; and
// Access Tokens that Twilio will not take.
//
// Usage:
//
//	captoken [-C dir] [flags] packages
//	captoken [-C dir] hook [flags] files
//	captoken help [category]
//	captoken version
//
// It exits with 3 if it found something, with 0 if not, and with 1 if it
// could not look at all of it. It is also a tool for "go vet -vettool" and
// "go fix -fixtool". "captoken help" lists its flags; for the rest, see
// package github.com/captoken/captoken/analyzer.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/captoken/captoken/analyzer"
)

// The exit statuses.
const (
	exitClean    = 0
	exitError    = 1 // something could not be looked at, or written
	exitUsage    = 2
	exitFindings = 3
)

func main() {
	args, err := changeDir(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "captoken:", err)
		os.Exit(exitError)
	}
	if isVet(args) {
		if vetUnit(args, os.Stdout) {
			return
		}
		registerGate()
		os.Args = append(os.Args[:1], args...)
		singlechecker.Main(analyzer.Analyzer)
		return
	}
	os.Exit(run(args, os.Stdout, os.Stderr))
}

// isVet reports whether the go command calls the tool, for what it is, for
// its flags, or to analyze a package.
func isVet(args []string) bool {
	for _, arg := range args {
		if arg == "-V=full" || arg == "-flags" || strings.HasSuffix(arg, ".cfg") {
			return true
		}
	}
	return false
}

// run carries out a command line, and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		switch args[0] {
		case "help":
			return help(args[1:], stdout, stderr)
		case "version":
			return version(stdout)
		case "hook":
			return hook(args[1:], stdout, stderr)
		}
	}
	o, status := parse("captoken", args, stderr)
	if o == nil {
		return status
	}
	if len(o.args) == 0 {
		usage(stderr)
		return exitError
	}
	c := check{options: o, stdout: stdout, stderr: stderr}
	c.load("", o.args)
	return c.finish()
}

// changeDir obeys a leading -C flag, as the go command has it, and returns
// the arguments behind it.
func changeDir(args []string) ([]string, error) {
	for i, arg := range args {
		flag, dir, joined := strings.Cut(arg, "=")
		if flag != "-C" && flag != "--C" {
			continue
		}
		rest := args[i+1:]
		switch {
		case i > 0:
			return nil, fmt.Errorf("-C must come first: captoken -C dir [flags] packages")
		case !joined && len(rest) == 0:
			return nil, fmt.Errorf("-C needs a directory: captoken -C dir [flags] packages")
		case !joined:
			dir, rest = rest[0], rest[1:]
		}
		if err := os.Chdir(dir); err != nil {
			return nil, fmt.Errorf("-C %s: want a directory to run in: %v", dir, err)
		}
		return rest, nil
	}
	return args, nil
}
