// Package index defines an Analyzer that indexes a package once, for the
// passes that look for tokens in it.
package index

import (
	"flag"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// Analyzer indexes a package. Its result is a *flow.Index, nil if the
// package can't make a token that the tables know of. With its flag
// -gate=false it indexes all packages.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenindex",
	Doc:              "index a package for the passes that look for Twilio tokens",
	Run:              Guard(run),
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*flow.Index](),
	Flags:            flags(),
}

var gate bool // the flag: -gate=false looks at all packages in this process

func flags() (fs flag.FlagSet) {
	fs.BoolVar(&gate, "gate", true, "index only packages that can make a token")
	return fs
}

func run(pass *analysis.Pass) (any, error) {
	if gate && !relevant(pass) {
		return (*flow.Index)(nil), nil
	}
	return Of(pass.Fset, flow.Unit{Types: pass.Pkg, Info: pass.TypesInfo, Files: pass.Files, Broken: len(pass.TypeErrors) > 0}), nil
}

// Of indexes the packages of a program, whether they can make a token or not.
// See [flow.NewIndex].
func Of(fset *token.FileSet, units ...flow.Unit) *flow.Index {
	return flow.NewIndex(fset, units, known())
}

// known returns a function that tells of a function whether the recognisers say
// themselves what it does to its operands.
func known() flow.Knowing {
	capabilities := knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities)
	jwts := knowledge.NewIndex[*knowledge.JWT, knowledge.JWTFunc](knowledge.JWTs)
	accesses := knowledge.NewIndex[*knowledge.Access, knowledge.AccessFunc](knowledge.Accesses)
	return func(fn *types.Func) flow.Known {
		if _, ok := capabilities.Lookup(fn); ok {
			return flow.Known{Known: true, Fluent: true}
		}
		if _, ok := accesses.Lookup(fn); ok {
			return flow.Known{Known: true, Fluent: true}
		}
		if _, ok := jwts.Lookup(fn); ok {
			return flow.Known{Known: true}
		}
		return flow.Known{Part: knowledge.ClaimsGetter(fn)}
	}
}
