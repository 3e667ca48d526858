package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/passes/index"
)

// options are the flags of the command, and what follows them.
type options struct {
	analyzer.Options
	fix      bool
	diff     bool
	json     bool
	format   string
	context  int
	tests    bool
	tags     string
	gate     bool
	allFiles bool // of the hook
	args     []string
}

const gateUsage = "pass over packages whose text shows that there can be no findings in them"

// openGate makes the analyzers look at all packages.
func openGate() { _ = index.Analyzer.Flags.Set("gate", "false") } // the flag is there, and takes that

// formats are the ways to print findings.
var formats = []string{"text", "json", "sarif", "github"}

// flagSet returns the flags of a command, and where their values go.
func flagSet(name string, stderr io.Writer) (*flag.FlagSet, *options) {
	o := new(options)
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.BoolVar(&o.fix, "fix", false, "apply the fixes")
	fs.BoolVar(&o.diff, "diff", false, "show what -fix would change, as a diff, and change nothing")
	fs.BoolVar(&o.json, "json", false, "print the JSON of go/analysis, and exit with 0")
	fs.StringVar(&o.format, "format", "text", "print findings as `"+strings.Join(formats, "|")+"`")
	fs.IntVar(&o.context, "c", -1, "print `N` lines of context around each finding")
	fs.BoolVar(&o.tests, "test", true, "look at test files, too")
	fs.StringVar(&o.tags, "tags", "", "build with these `tags`, separated by commas")
	fs.BoolVar(&o.gate, "gate", true, gateUsage)
	o.Options.RegisterFlags(fs)
	return fs, o
}

// parse reads the flags of a command. If there is nothing left to do, it
// returns nil and the exit status: the user asked for help, or made a mistake,
// which is printed.
func parse(name string, args []string, stderr io.Writer) (*options, int) {
	fs, o := flagSet(name, stderr)
	if strings.HasSuffix(name, " hook") {
		fs.BoolVar(&o.allFiles, "all-files", false, "report findings in other files of the same packages, too")
	}
	fs.Usage = func() {} // a mistake needs one line, not fifty
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		printUsage(stderr, fs)
		return nil, exitClean
	case err != nil:
		fmt.Fprintln(stderr, `captoken: "captoken help" lists the flags`)
		return nil, exitUsage
	}
	if !o.gate {
		openGate()
	}
	o.args = fs.Args()
	for _, mistake := range []struct {
		made bool
		what string
	}{
		{!slices.Contains(formats, o.format), fmt.Sprintf("-format=%s: want one of %s", o.format, strings.Join(formats, ", "))},
		{o.json && o.format != "text", "-json and -format: want one of them; -format=json has more in it"},
		{o.json && (o.fix || o.diff), "-json and -fix or -diff: want one of them; the JSON has the fixes"},
		{o.diff && o.format != "text", "-diff and -format: want one of them"},
	} {
		if mistake.made {
			fmt.Fprintln(stderr, "captoken:", mistake.what)
			return nil, exitUsage
		}
	}
	if err := o.Validate(); err != nil { // as if the analyzer had said so
		fmt.Fprintln(stderr, "captoken:", err)
		return nil, exitError
	}
	return o, exitClean
}
