package analyzer

import (
	_ "embed"
	"os"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/check"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/rewrite"
	"github.com/captoken/captoken/internal/site"
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
	CapabilityToken       = check.CapabilityToken
	AuthTokenSigning      = check.AuthTokenSigning
	AccessTokenCredential = check.AccessTokenCredential
	AccessTokenTTL        = check.AccessTokenTTL
	AccessTokenIdentity   = check.AccessTokenIdentity
	AccessTokenGrant      = check.AccessTokenGrant
	AccessTokenHeader     = check.AccessTokenHeader
	TaskRouterToken       = check.TaskRouterToken
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
		ResultType:       reflect.TypeFor[*Result](),
		Run:              index.Guard(func(pass *analysis.Pass) (any, error) { return run(pass, opts) }),
	}
	opts.RegisterFlags(&a.Flags)
	return a
}

func run(pass *analysis.Pass, opts Options) (any, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	pkg := pass.ResultOf[index.Analyzer].(*flow.Index)
	if pkg == nil {
		return &Result{}, nil
	}
	if err := pkg.Trace().Err(); err != nil {
		return nil, err
	}
	defer pkg.Trace().Forget()
	opts = opts.withDefaults()
	found := check.Do(packageOf(pass, pkg), recognised(pass), check.Options{
		Options: rewrite.Options{
			Builder:      opts.Builder,
			APIKeyEnv:    opts.APIKeyEnv,
			APISecretEnv: opts.APISecretEnv,
			Region:       opts.Region,
			Identity:     opts.Identity,
		},
		TaskRouter: opts.TaskRouter,
	})
	return report(pass, found), nil
}

func packageOf(pass *analysis.Pass, pkg *flow.Index) check.Package {
	readFile := pass.ReadFile
	if readFile == nil { // some drivers don't set it
		readFile = os.ReadFile
	}
	return check.Package{
		Package: rewrite.Package{
			Index:    pkg,
			Types:    pass.Pkg,
			Files:    pass.Files,
			Fset:     pass.Fset,
			Sizes:    pass.TypesSizes,
			Ignored:  pass.IgnoredFiles,
			ReadFile: readFile,
		},
		Broken: len(pass.TypeErrors) > 0,
		// Without a module there is no go.mod, unless files are all that a driver was given.
		Module: pass.Module != nil && pass.Module.Path != "" || pass.Pkg.Path() == "command-line-arguments",
	}
}

func recognised(pass *analysis.Pass) check.Tokens {
	hand := pass.ResultOf[handmadetoken.Analyzer].(*handmadetoken.Result)
	access := pass.ResultOf[libraryaccess.Analyzer].(*libraryaccess.Result)
	return check.Tokens{
		Capabilities: slices.Concat(pass.ResultOf[librarytoken.Analyzer].([]*site.Site), hand.Capabilities),
		Signings:     hand.Signings,
		Accesses:     slices.Concat(access.Accesses, hand.Accesses),
		TaskRouters:  slices.Concat(access.TaskRouters, hand.TaskRouters),
	}
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
