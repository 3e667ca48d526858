// Package index defines an Analyzer that indexes a package once, for the
// passes that look for tokens in it.
package index

import (
	"flag"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/origin"
)

// Analyzer indexes a package. Its result is an *origin.Package, nil if the
// package can't make a token that the tables know of. With its flag
// -gate=false it indexes all packages.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenindex",
	Doc:              "index a package for the passes that look for Twilio tokens",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*origin.Package](),
	Flags:            flags(),
}

var gate bool // the flag: -gate=false looks at all packages in this process

func flags() (fs flag.FlagSet) {
	fs.BoolVar(&gate, "gate", true, "index only packages that can make a token")
	return fs
}

func run(pass *analysis.Pass) (any, error) {
	if gate && !relevant(pass) {
		return (*origin.Package)(nil), nil
	}
	return origin.NewPackage(pass.Pkg, pass.TypesInfo, pass.Files), nil
}
