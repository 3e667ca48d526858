package analyzer

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
	"github.com/captoken/captoken/passes/handmadetoken"
	"github.com/captoken/captoken/passes/index"
	"github.com/captoken/captoken/passes/librarytoken"
)

//go:embed doc.go
var docGo string

// Analyzer is the analyzer with default options, as drivers want it that
// name a variable.
var Analyzer = New(Options{})

// CapabilityToken is the category of findings about Capability Tokens.
const CapabilityToken = "capability-token"

const url = "https://pkg.go.dev/github.com/captoken/captoken/analyzer"

// New returns an analyzer with the given options. Its flags are bound to a
// copy of them, so that a driver may change them before it runs. Options
// that are wrong are reported when the analyzer runs, as its error.
func New(opts Options) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "captoken",
		Doc:              doc(docGo, "captoken"),
		URL:              url + "#hdr-Analyzer_captoken",
		Requires:         []*analysis.Analyzer{index.Analyzer, librarytoken.Analyzer, handmadetoken.Analyzer},
		RunDespiteErrors: true,
		Run:              func(pass *analysis.Pass) (any, error) { return run(pass, opts) },
	}
	a.Flags.StringVar(&opts.Identity, "identity", opts.Identity,
		"Go `expression` for the identity of access tokens where the code has no client name")
	opts = opts.withDefaults()
	a.Flags.StringVar(&opts.Builder, "builder", opts.Builder,
		"`library` that fixes write access tokens with: "+strings.Join(builder.Names(), ", "))
	a.Flags.StringVar(&opts.APIKeyEnv, "api-key-env", opts.APIKeyEnv,
		"environment `variable` from which fixed code reads the SID of the API key")
	a.Flags.StringVar(&opts.APISecretEnv, "api-secret-env", opts.APISecretEnv,
		"environment `variable` from which fixed code reads the secret of the API key")
	a.Flags.StringVar(&opts.Region, "region", opts.Region,
		"`region` of the access tokens, such as ie1 (twilio-go only); the default is US1")
	return a
}

func run(pass *analysis.Pass, opts Options) (any, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	sites := slices.Concat(
		pass.ResultOf[librarytoken.Analyzer].([]*site.Site),
		pass.ResultOf[handmadetoken.Analyzer].([]*site.Site),
	)
	// The order of positions is not that of the files: drivers parse them in
	// any order.
	slices.SortStableFunc(sites, func(a, b *site.Site) int {
		return cmp.Or(cmp.Compare(slices.Index(pass.Files, a.File), slices.Index(pass.Files, b.File)), cmp.Compare(a.Pos, b.Pos))
	})
	found := make([]*finding, len(sites))
	for i, s := range sites {
		found[i] = &finding{site: s, access: opts.access(s)}
	}
	fix(pass, opts.withDefaults(), found)
	for _, f := range found {
		pass.Report(analysis.Diagnostic{
			Pos:            f.site.Pos,
			End:            f.site.End,
			Category:       CapabilityToken,
			Message:        message(f),
			URL:            url + "#hdr-Category_" + strings.ReplaceAll(CapabilityToken, "-", "_"),
			SuggestedFixes: f.fixes,
		})
	}
	return nil, nil
}

// A finding is a token that is reported.
type finding struct {
	site   *site.Site
	access voicetoken.Access
	fixes  []analysis.SuggestedFix // at most one
	module string                  // the module that the fixed code needs, "" if the package has it
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
