package analyzer

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
	"github.com/captoken/captoken/passes/handmadetoken"
	"github.com/captoken/captoken/passes/index"
	"github.com/captoken/captoken/passes/libraryaccess"
	"github.com/captoken/captoken/passes/librarytoken"
)

//go:embed doc.go
var docGo string

// Analyzer is the analyzer with default options, as drivers want it that
// name a variable.
var Analyzer = New(Options{})

// The categories of findings.
const (
	CapabilityToken       = "capability-token"
	AuthTokenSigning      = "auth-token-signing"
	AccessTokenCredential = string(accesstoken.Credential)
	AccessTokenTTL        = string(accesstoken.Lifetime)
	AccessTokenIdentity   = string(accesstoken.WhoItIs)
	AccessTokenGrant      = string(accesstoken.Grant)
	AccessTokenHeader     = string(accesstoken.Header)
	TaskRouterToken       = "taskrouter-token"
)

const url = "https://pkg.go.dev/github.com/captoken/captoken/analyzer"

// New returns an analyzer with the given options. Its flags are bound to a
// copy of them, so that a driver may change them before it runs. Options
// that are wrong are reported when the analyzer runs, as its error.
func New(opts Options) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "captoken",
		Doc:              doc(docGo, "captoken"),
		URL:              url + "#hdr-Analyzer_captoken",
		Requires:         []*analysis.Analyzer{index.Analyzer, librarytoken.Analyzer, handmadetoken.Analyzer, libraryaccess.Analyzer},
		RunDespiteErrors: true,
		ResultType:       reflect.TypeFor[[]Finding](),
		Run:              index.Guard(func(pass *analysis.Pass) (any, error) { return run(pass, opts) }),
	}
	opts.RegisterFlags(&a.Flags)
	return a
}

func run(pass *analysis.Pass, opts Options) (any, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	if pkg := pass.ResultOf[index.Analyzer].(*flow.Index); pkg != nil {
		if err := pkg.Trace().Err(); err != nil {
			return nil, err
		}
		defer pkg.Trace().Forget()
	}
	hand := pass.ResultOf[handmadetoken.Analyzer].(*handmadetoken.Result)
	library := pass.ResultOf[libraryaccess.Analyzer].(*libraryaccess.Result)
	var tokens []*finding
	for _, s := range slices.Concat(pass.ResultOf[librarytoken.Analyzer].([]*site.Site), hand.Capabilities) {
		tokens = append(tokens, &finding{site: s, access: opts.access(s)})
	}
	raised := raisedLifetimes(library.Accesses)
	fix(pass, opts.withDefaults(), tokens, raised)

	var found []diagnostic
	for _, f := range tokens {
		found = append(found, diagnostic{f.site.File, f.site.Pos, f.site.End, CapabilityToken, message(f), f.fixes, f.module, f.carrier, f})
	}
	found = append(found, signings(hand.Signings, tokens, opts)...)
	for _, a := range slices.Concat(library.Accesses, hand.Accesses) {
		found = append(found, problems(a, raised)...)
	}
	if opts.TaskRouter {
		for _, t := range slices.Concat(library.TaskRouters, hand.TaskRouters) {
			found = append(found, diagnostic{t.File, t.Pos, t.End, TaskRouterToken, taskRouterMessage(t), nil, "", nil, nil})
		}
	}
	return report(pass, found), nil
}

// A finding is a Capability Token that is reported.
type finding struct {
	site   *site.Site
	access voicetoken.Access
	fixes  []analysis.SuggestedFix // at most one
	module string                  // the module that the fixed code needs, "" if the package has it

	carrier *finding // the one whose fix is that of this one, too; nil if that has its own, or none
}

// A diagnostic is something that is reported.
type diagnostic struct {
	file     *ast.File
	pos, end token.Pos
	category string
	message  string
	fixes    []analysis.SuggestedFix
	module   string   // the module that the fixed code needs, "" if the package has it
	carrier  *finding // the token whose fix is that of this, too; nil if this has its own, or none
	token    *finding // nil if it is not about a Capability Token
}

// report reports what was found, and returns it as data, in the order of the files and of the code
// in them. The order of positions is not that of the files: drivers parse
// them in any order.
func report(pass *analysis.Pass, found []diagnostic) []Finding {
	if len(found) == 0 {
		return nil
	}
	rank := make(map[*ast.File]int)
	for i, f := range pass.Files {
		rank[f] = i
	}
	slices.SortStableFunc(found, func(a, b diagnostic) int {
		return cmp.Or(cmp.Compare(rank[a.file], rank[b.file]), cmp.Compare(a.pos, b.pos))
	})
	index := make(map[*finding]int)
	for i, d := range found {
		if d.token != nil {
			index[d.token] = i
		}
	}
	results := make([]Finding, 0, len(found))
	for i, d := range found {
		res := Finding{Pos: d.pos, End: d.end, Category: d.category, Message: d.message, Needs: d.module, FixedWith: i}
		if d.carrier != nil {
			res.FixedWith = index[d.carrier]
		}
		if d.token != nil {
			res.Parameters, res.NoFix = d.token.result()
		}
		results = append(results, res)
		pass.Report(analysis.Diagnostic{
			Pos:            d.pos,
			End:            d.end,
			Category:       d.category,
			Message:        d.message,
			URL:            HelpURL(d.category),
			SuggestedFixes: d.fixes,
		})
	}
	return results
}

// doc extracts the section "# Analyzer NAME", which starts with "NAME: ",
// from the package comment in a Go source file: the one text for the help,
// the web page, and its anchors.
func doc(source, name string) string {
	_, text, ok := strings.Cut(source, "\n# Analyzer "+name+"\n")
	if !ok {
		panic("doc.go has no section for analyzer " + name)
	}
	text, _, _ = strings.Cut(text, "\n# ")
	text, _, _ = strings.Cut(text, "\n*/")
	return strings.TrimPrefix(strings.TrimSpace(text), name+": ")
}
