package analyzer

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/edit"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/guide"
	"github.com/captoken/captoken/internal/rewrite"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
	"github.com/captoken/captoken/passes/index"
)

// These say what a fix does, in the imperative.
const (
	fixMessage   = "Replace the capability token by an access token"
	untilMessage = "Set ValidUntil, which is not raised to an hour"
)

// maxShared is the number of edits up to which all findings that share them
// have them as their fix. Drivers look at each edit of each finding, which
// takes the square of the time; with more, only the first finding has them.
const maxShared = 1000

// fix adds fixes to findings, or the reasons why they have none.
func fix(pass *analysis.Pass, opts Options, found []*finding, raised []*raisedLifetime) {
	var requests []*rewrite.Request
	asked := make(map[*rewrite.Request]*finding)
	lifetimes := make(map[*rewrite.Request]*raisedLifetime)
	var sites []*site.Site
	for _, f := range found {
		sites = append(sites, f.site)
		if reason, ok := unfixable(pass, f.site.File); ok {
			if reason.Code == voicetoken.TypeErrors {
				f.access.Reasons = nil // nothing else is known
			}
			f.access.Reasons = append(f.access.Reasons, reason)
		}
		if slices.ContainsFunc(f.access.Reasons, f.isFinal) {
			continue
		}
		r := &rewrite.Request{Site: f.site, Access: f.access}
		if called := f.site.AsCalled; called != nil {
			r.Site, r.Access = called, opts.access(called)
			if slices.ContainsFunc(r.Access.Reasons, f.isFinal) {
				continue
			}
		}
		asked[r] = f
		requests = append(requests, r)
	}
	for _, l := range raised {
		if _, ok := unfixable(pass, l.access.File); !ok {
			r := &rewrite.Request{TTL: l.access.TTL}
			lifetimes[r] = l
			requests = append(requests, r)
		}
	}
	if len(requests) == 0 {
		return
	}
	readFile := pass.ReadFile
	if readFile == nil { // some drivers don't set it
		readFile = os.ReadFile
	}
	rewrite.Do(rewrite.Package{
		Index:    pass.ResultOf[index.Analyzer].(*flow.Index),
		Types:    pass.Pkg,
		Files:    pass.Files,
		Fset:     pass.Fset,
		Sizes:    pass.TypesSizes,
		Ignored:  pass.IgnoredFiles,
		ReadFile: readFile,
		Sites:    sites,
	}, rewrite.Options{
		Builder:      opts.Builder,
		APIKeyEnv:    opts.APIKeyEnv,
		APISecretEnv: opts.APISecretEnv,
		Region:       opts.Region,
		Identity:     opts.Identity,
	}, requests)
	made := make(map[*edit.Edit][]analysis.TextEdit)
	carriers := make(map[*edit.Edit]*finding) // the first findings with many edits
	// Findings whose fixes depend on each other share the same edits.
	edits := func(f *ast.File, r *rewrite.Request) []analysis.TextEdit {
		edits, ok := made[&r.Edits[0]]
		if !ok {
			file := pass.Fset.File(f.FileStart)
			for _, e := range r.Edits {
				edits = append(edits, analysis.TextEdit{Pos: file.Pos(e.Start), End: file.Pos(e.End), NewText: []byte(e.New)})
			}
			made[&r.Edits[0]] = edits
		}
		return edits
	}
	for _, r := range requests {
		if l := lifetimes[r]; l != nil {
			if r.Refused == nil {
				l.fixes = []analysis.SuggestedFix{{Message: untilMessage, TextEdits: edits(l.access.File, r)}}
			}
			continue
		}
		f := asked[r]
		if r.Refused != nil {
			if len(f.access.Reasons) == 0 {
				f.access.Reasons = append(f.access.Reasons, *r.Refused)
			}
			continue
		}
		f.access.Reasons = nil
		// Without a module there is no go.mod, unless files are all that a driver was given.
		if pass.Module != nil && pass.Module.Path != "" || pass.Pkg.Path() == "command-line-arguments" {
			f.module = r.Module
		}
		if len(r.Edits) > maxShared {
			if f.carrier = carriers[&r.Edits[0]]; f.carrier != nil {
				continue
			}
			carriers[&r.Edits[0]] = f
		}
		f.fixes = []analysis.SuggestedFix{{Message: fixMessage, TextEdits: edits(f.site.File, r)}}
	}
}

// access maps the token of a site.
func (o Options) access(s *site.Site) voicetoken.Access {
	return guide.Map(s.Token, guide.Decisions{Identity: o.Identity})
}

// isFinal reports whether a reason stands in the way of any fix. The others
// may turn out not to matter when the code is rewritten.
func (f *finding) isFinal(r voicetoken.Reason) bool {
	switch r.Code {
	case voicetoken.ConditionalScope, voicetoken.AcrossFunctions:
		return false
	case voicetoken.IdentityConflict, voicetoken.OutgoingConflict:
		// Have: values that replace each other, unless they are on branches.
		return !f.site.OneName
	}
	return true
}

// unfixable returns why nothing in a file is fixed, if so.
func unfixable(pass *analysis.Pass, f *ast.File) (voicetoken.Reason, bool) {
	switch {
	case f == nil:
		return voicetoken.Reason{Code: voicetoken.Shape}, true
	case isGenerated(f):
		return voicetoken.Reason{Code: voicetoken.Generated, Detail: "change the generator"}, true
	case usesCgo(pass.Fset, f):
		return voicetoken.Reason{Code: voicetoken.Cgo, Detail: "what is compiled is not what is written there"}, true
	case len(pass.TypeErrors) > 0:
		return voicetoken.Reason{Code: voicetoken.TypeErrors, Detail: "the package does not compile"}, true
	}
	return voicetoken.Reason{}, false
}

// usesCgo reports whether a file is what cgo made of another.
func usesCgo(fset *token.FileSet, f *ast.File) bool {
	for _, spec := range f.Imports {
		if spec.Path.Value == `"C"` {
			return true
		}
	}
	// What cgo writes speaks of the positions in the file that it was given.
	return fset.File(f.FileStart).Name() != fset.Position(f.Package).Filename
}

// isGenerated reports whether a file is generated; a file that uses cgo is
// not, although what the analyzer sees of it is what cgo made.
func isGenerated(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if c.Pos() > f.Package {
				return false
			}
			if generated.MatchString(c.Text) && !strings.HasPrefix(c.Text, "// Code generated by cmd/cgo;") {
				return true
			}
		}
	}
	return false
}

// generated is the mark of a generated file (see "go help generate").
var generated = regexp.MustCompile(`^// Code generated .* DO NOT EDIT\.$`)
