package main

import (
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/captoken/captoken/analyzer"
)

const usageText = `captoken reports Twilio Capability Tokens and what the auth token signs, and can
rewrite them to Access Tokens.

Usage:

	captoken [-C dir] [flags] packages       look at packages, such as ./...
	captoken [-C dir] hook [flags] files     look at the packages of files, report what is in the files
	captoken help [category]                 explain the findings of a category
	captoken version                         print the version

It exits with 3 if it found something, with 0 if not, with 1 if it could not look
at all of it, and with 2 if the flags are wrong.
`

// usage prints what the command can do.
func usage(w io.Writer) {
	fs, _ := flagSet("captoken", w)
	printUsage(w, fs)
}

func printUsage(w io.Writer, fs *flag.FlagSet) {
	fmt.Fprint(w, usageText, "\nFlags:\n\n")
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprintf(w, "\nCategories:\n\n\t%s\n", strings.Join(analyzer.Categories(), "\n\t"))
}

// help explains the command, or one category.
func help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		usage(stdout)
		return exitClean
	}
	text, ok := analyzer.Help(args[0])
	if !ok {
		fmt.Fprintf(stderr, "captoken: help %s: want one of the categories %s\n", args[0], strings.Join(analyzer.Categories(), ", "))
		return exitError
	}
	fmt.Fprintf(stdout, "%s\n\n%s\n", args[0], text)
	return exitClean
}

// version prints the version that the module was built at.
func version(stdout io.Writer) int {
	fmt.Fprintln(stdout, "captoken", moduleVersion())
	return exitClean
}

// moduleVersion returns the version of the module, "(devel)" if it was not
// built as a release.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
