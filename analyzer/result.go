package analyzer

import (
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/check"
	"github.com/captoken/captoken/internal/voicetoken"
)

// A Result is the result of the analyzer: what its diagnostics say, as data.
type Result struct {
	// Findings are in the order of the diagnostics, one for each. That is the
	// order of the package's files, and of the code in each file.
	Findings []*Finding
}

// A Finding says of a diagnostic what its message says in words.
type Finding struct {
	// ID names the finding within the package. It stays when code around it
	// moves.
	ID       string
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
	// Fix makes the finding go away. Several findings may have the same one.
	Fix *Fix
	// FixedWith is the ID of an earlier finding with the same fix. The diagnostic
	// of that suggests the fix, and the one of this does not: very many findings
	// share it. It is "" for all others.
	FixedWith string
}

// A Fix is the one suggested fix of a diagnostic.
type Fix struct {
	Message string // what it does, in the imperative
	Edits   []analysis.TextEdit
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

// maxShared is the number of edits up to which all diagnostics that share a fix
// suggest it. Drivers look at each edit of each diagnostic, which takes the square
// of the time; with more, only the first one does.
const maxShared = 1000

// report reports what was found, and returns it.
func report(pass *analysis.Pass, found []check.Finding) *Result {
	files := make(map[string]*token.File)
	for _, f := range pass.Files {
		file := pass.Fset.File(f.FileStart)
		files[file.Name()] = file
	}
	res := &Result{}
	fixes := make(map[*check.Fix]*Fix)
	first := make(map[*check.Fix]string)
	for _, f := range found {
		file := files[f.File]
		out := &Finding{
			ID: f.ID, Pos: file.Pos(f.Start), End: file.Pos(f.End), Category: f.Category, Message: f.Message,
			Parameters: parameters(f.Access), NoFix: reasons(f.Access), Needs: f.Needs,
		}
		d := analysis.Diagnostic{Pos: out.Pos, End: out.End, Category: f.Category, Message: f.Message, URL: HelpURL(f.Category)}
		if f.Fix != nil {
			if fixes[f.Fix] == nil {
				fixes[f.Fix], first[f.Fix] = fixOf(f.Fix, files), f.ID
			}
			out.Fix = fixes[f.Fix]
			if first[f.Fix] != f.ID && len(out.Fix.Edits) > maxShared {
				out.FixedWith = first[f.Fix]
			} else {
				d.SuggestedFixes = []analysis.SuggestedFix{{Message: out.Fix.Message, TextEdits: slices.Clone(out.Fix.Edits)}}
			}
		}
		res.Findings = append(res.Findings, out)
		pass.Report(d)
	}
	return res
}

func fixOf(fix *check.Fix, files map[string]*token.File) *Fix {
	out := &Fix{Message: fix.Message}
	for _, name := range slices.Sorted(maps.Keys(fix.Change)) {
		for _, e := range fix.Change[name] {
			out.Edits = append(out.Edits, analysis.TextEdit{Pos: files[name].Pos(e.Start), End: files[name].Pos(e.End), NewText: []byte(e.New)})
		}
	}
	return out
}

// parameters turns the parameters of an Access Token into data.
func parameters(access *voicetoken.Access) (out []Parameter) {
	if access == nil {
		return nil
	}
	for _, arg := range access.Arguments {
		p := Parameter{Name: string(arg.Parameter), Status: string(arg.Status), From: arg.From}
		for _, v := range arg.Values {
			source := v.Source
			if v.State != voicetoken.Known {
				source = "?"
			}
			p.Values = append(p.Values, source)
		}
		out = append(out, p)
	}
	return out
}

// reasons turns the reasons why there is no fix into data.
func reasons(access *voicetoken.Access) (out []Reason) {
	if access == nil {
		return nil
	}
	for _, r := range access.Reasons {
		out = append(out, Reason{string(r.Code), r.Detail})
	}
	return out
}
