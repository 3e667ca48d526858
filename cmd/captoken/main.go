// Captoken reports Twilio Capability Tokens in Go code, and the parameters
// of the Access Token that each of them needs.
//
// Usage:
//
//	captoken [-C dir] [flags] packages
//
// It exits with 3 if it found something, with 0 if not, and with 1 if it
// could not look. It is also a tool for "go vet -vettool". "captoken -h"
// lists its flags; for the rest, see package
// github.com/captoken/captoken/analyzer.
package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/captoken/captoken/analyzer"
)

func main() {
	args, err := changeDir(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "captoken:", err)
		os.Exit(1)
	}
	os.Args = append(os.Args[:1], args...)
	singlechecker.Main(analyzer.Analyzer)
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
