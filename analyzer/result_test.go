package analyzer_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/analyzer"
)

const twoTokens = `package p

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"
)

func sign(claims map[string]any, authToken string) string {
	payload, _ := json.Marshal(claims)
	text := base64.RawURLEncoding.EncodeToString([]byte("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(authToken))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

type phone struct{ authToken string }

func (p *phone) Both(user string) {
	fmt.Println(sign(map[string]any{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user}, p.authToken))
	fmt.Println(sign(map[string]any{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=x"}, p.authToken))
}
`

// result analyzes a package of one file, in a module of its own.
func result(t *testing.T, source string) *analyzer.Result {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/p\n\ngo 1.24\n", "p.go": source} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, ".")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzer.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(graph.Roots) != 1 || graph.Roots[0].Err != nil {
		t.Fatalf("%v: %v", graph.Roots, graph.Roots[0].Err)
	}
	return graph.Roots[0].Result.(*analyzer.Result)
}

func ids(res *analyzer.Result) (out []string) {
	for _, f := range res.Findings {
		out = append(out, f.ID)
	}
	return out
}

// TestResultIDs shows that findings have names which tell them apart, and which
// stay when code around them moves.
func TestResultIDs(t *testing.T) {
	names := ids(result(t, twoTokens))
	if len(names) < 2 {
		t.Fatalf("%d findings, want two tokens", len(names))
	}
	if sorted := slices.Compact(slices.Sorted(slices.Values(names))); len(sorted) != len(names) {
		t.Errorf("some are equal: %q", names)
	}
	if want := "capability-token (*example.com/p.phone).Both map[string]any #2"; !slices.Contains(names, want) {
		t.Errorf("%q, want %q among them", names, want)
	}
	moved := strings.Replace(twoTokens, "func (p *phone) Both", "// Other is new.\nfunc Other() {}\n\nfunc (p *phone) Both", 1)
	if now := ids(result(t, moved)); !slices.Equal(now, names) {
		t.Errorf("%q, want %q as before", now, names)
	}
}
