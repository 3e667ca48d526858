package analyzer

import (
	_ "embed"
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/guide"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
	"github.com/captoken/captoken/passes/handmadetoken"
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
		Requires:         []*analysis.Analyzer{librarytoken.Analyzer, handmadetoken.Analyzer},
		RunDespiteErrors: true,
		Run:              func(pass *analysis.Pass) (any, error) { return run(pass, opts) },
	}
	a.Flags.StringVar(&opts.Identity, "identity", opts.Identity,
		"Go `expression` for the identity of access tokens where the code has no client name")
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
	slices.SortStableFunc(sites, func(a, b *site.Site) int { return int(a.Pos - b.Pos) })
	for _, s := range sites {
		access := guide.Map(s.Token, guide.Decisions{Identity: opts.Identity})
		if s.File != nil && ast.IsGenerated(s.File) {
			access.Reasons = append(access.Reasons, voicetoken.Reason{Code: voicetoken.Generated, Detail: "change the generator"})
		}
		pass.Report(analysis.Diagnostic{
			Pos:      s.Pos,
			End:      s.End,
			Category: CapabilityToken,
			Message:  message(s, access),
			URL:      url + "#hdr-" + CapabilityToken,
		})
	}
	return nil, nil
}

// doc extracts the section "# Analyzer NAME" from the package comment in a
// Go source file: the one text for the help, the web page, and its anchors.
func doc(source, name string) string {
	_, text, ok := strings.Cut(source, "\n# Analyzer "+name+"\n")
	if !ok {
		panic("doc.go has no section for analyzer " + name)
	}
	text, _, _ = strings.Cut(text, "\n# ")
	text, _, _ = strings.Cut(text, "\n*/")
	return strings.TrimSpace(text)
}
