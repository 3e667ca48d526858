package analyzer

import (
	"go/token"

	"github.com/captoken/captoken/internal/voicetoken"
)

// A Finding says of a diagnostic, as data, what its message says in words.
// The result of the analyzer is a []Finding, in the order of its diagnostics.
type Finding struct {
	Pos, End token.Pos
	Category string
	Message  string

	// Parameters are those of the Access Token in place of a Capability
	// Token, in the order of Twilio's mapping table.
	Parameters []Parameter
	// NoFix lists why there is no fix, the most basic reason first.
	NoFix []Reason
	// Needs is the module that the fixed code needs and that the package
	// does not build on, "" if there is none.
	Needs string
	// FixedWith is the index of the finding whose suggested fix is that of
	// this one, too. It is its own, unless very many findings share a fix: only
	// the first of them has it then.
	FixedWith int
}

// A Parameter is a parameter of an Access Token, or one that must not be
// used any more. Name and From are Twilio's words.
type Parameter struct {
	Name   string
	Status string   // carried, renamed, new, required, conflicting, unresolved, not expressible, do not use
	Values []string // Go source, or "?"; several if they conflict or a branch decides; none if new or required
	From   string   // the parameter of the Capability Token, "" if there is none
}

// A Reason says why there is no fix. The codes are listed in the package's
// documentation.
type Reason struct {
	Code   string
	Detail string // a few words, or ""
}

// result turns a finding about a Capability Token into data.
func (f *finding) result() (parameters []Parameter, noFix []Reason) {
	for _, arg := range f.access.Arguments {
		p := Parameter{Name: string(arg.Parameter), Status: string(arg.Status), From: arg.From}
		for _, v := range arg.Values {
			source := v.Source
			if v.State != voicetoken.Known {
				source = "?"
			}
			p.Values = append(p.Values, source)
		}
		parameters = append(parameters, p)
	}
	for _, r := range f.access.Reasons {
		noFix = append(noFix, Reason{string(r.Code), r.Detail})
	}
	return parameters, noFix
}
