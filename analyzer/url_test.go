package analyzer_test

import (
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
)

// TestURLs holds the addresses of the analyzer and of its findings to the
// headings of the package documentation, as a page shows them.
func TestURLs(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	anchors := make(map[string]bool)
	for _, block := range new(doc.Package).Parser().Parse(file.Doc.Text()).Content {
		if h, ok := block.(*comment.Heading); ok {
			anchors[h.DefaultID()] = true
		}
	}
	check := func(url string) {
		t.Helper()
		page, anchor, ok := strings.Cut(url, "#")
		if !ok || page != "https://pkg.go.dev/github.com/captoken/captoken/analyzer" || !anchors[anchor] {
			t.Errorf("%s leads to no heading of doc.go; there are %v", url, anchors)
		}
	}
	check(analyzer.Analyzer.URL)

	dir, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	categories := make(map[string]bool)
	for _, res := range analysistest.Run(t, dir, analyzer.New(analyzer.Options{TaskRouter: true}), "cases/contrast", "cases/taskrouter", "cases/access/...") {
		for _, d := range res.Diagnostics {
			check(d.URL)
			categories[d.Category] = true
			if d.End <= d.Pos {
				t.Errorf("finding ends at %v, before its start at %v", d.End, d.Pos)
			}
		}
	}
	for _, category := range []string{
		analyzer.CapabilityToken, analyzer.AuthTokenSigning, analyzer.AccessTokenCredential, analyzer.AccessTokenTTL,
		analyzer.AccessTokenIdentity, analyzer.AccessTokenGrant, analyzer.AccessTokenHeader, analyzer.TaskRouterToken,
	} {
		if !categories[category] {
			t.Errorf("no finding of category %q to check", category)
		}
	}
}
