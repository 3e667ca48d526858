package difftest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// size is the size of the programs of the tests.
const size = 20

func seeds(n int) []Program {
	var out []Program
	for seed := range n {
		out = append(out, Generate(uint64(seed), size))
	}
	return out
}

func TestGenerateSame(t *testing.T) {
	if a, b := seeds(50), seeds(50); !reflect.DeepEqual(a, b) {
		t.Error("two programs of the same seed differ")
	}
	if Generate(1, size).Source == Generate(2, size).Source {
		t.Error("the programs of two seeds are the same")
	}
}

func TestFeatures(t *testing.T) {
	count := map[string]int{}
	for _, p := range seeds(800) {
		for _, f := range p.Features {
			count[f]++
		}
	}
	all := Features()
	for _, f := range all {
		if count[f] == 0 {
			t.Errorf("no program has the feature %q", f)
		}
		delete(count, f)
	}
	for f := range count {
		t.Errorf("the feature %q is not among all features", f)
	}
	t.Logf("%d features", len(all))
}

// TestFeaturesInSource holds the names of features to what the source has.
func TestFeaturesInSource(t *testing.T) {
	need := map[string][]string{
		"append":                          {"append("},
		"atomic.Pointer":                  {"atomic.Pointer[string]"},
		"break or continue with label":    {"break loop", "continue loop"},
		"buffered channel":                {"make(chan string, 2)"},
		"clear of map":                    {"clear("},
		"constant and iota":               {"= iota"},
		"defer with recover":              {"recover()"},
		"dead code":                       {"if ", "for "},
		"embedded interface":              {"\tsetter\n"},
		"fmt.Sprintf":                     {"fmt.Sprintf("},
		"generic type":                    {"stack[T any]"},
		"goroutine joined by WaitGroup":   {".Wait()"},
		"goto backward":                   {"goto again"},
		"goto forward":                    {"goto done"},
		"init function":                   {"func init()"},
		"make with capacity":              {"make([]"},
		"maps.Copy":                       {"maps.Copy("},
		"method expression":               {").set(&"},
		"op-assign":                       {"+= ", "-= ", "*= ", "|= ", "&= ", "^= "},
		"pointer to pointer":              {"pp"},
		"range over channel":              {"close("},
		"range over function":             {"each("},
		"select with default":             {"select {"},
		"shadowed append":                 {"append := func"},
		"shadowed nil":                    {"nil := &"},
		"shadowed package":                {"strings := "},
		"shadowed string":                 {"string := func"},
		"slices.Clone":                    {"slices.Clone("},
		"slices.SortFunc":                 {"slices.SortFunc("},
		"sort.Slice":                      {"sort.Slice("},
		"strings.Builder":                 {"strings.Builder"},
		"switch with fallthrough":         {"fallthrough"},
		"sync.Once":                       {"sync.Once"},
		"three-index slice":               {":2:2]"},
		"type switch":                     {".(type) {"},
		"variadic function":               {"...string)"},
		"unordered op-assign and call":    {" += tick("},
		"conversion between struct types": {"twin"},
	}
	for _, p := range seeds(400) {
		for f, texts := range need {
			has := slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(p.Source, text) })
			if slices.Contains(p.Features, f) && !has {
				t.Errorf("seed %d: the source has none of %q for the feature %q", p.Seed, texts, f)
			}
		}
	}
	all := Features()
	for f := range need {
		if !slices.Contains(all, f) {
			t.Errorf("there is no feature %q", f)
		}
	}
}

func TestWithout(t *testing.T) {
	without := []string{"unordered read and call", "unordered store and call", "unordered op-assign and call", "append", "json"}
	for seed := range uint64(200) {
		p := GenerateWith(seed, Options{Size: size, Without: without})
		for _, f := range without {
			if slices.Contains(p.Features, f) {
				t.Errorf("seed %d has the feature %q", seed, f)
			}
		}
	}
}

func TestProbes(t *testing.T) {
	lines := 0
	programs := seeds(300)
	for _, p := range programs {
		lines += strings.Count(p.Source, "\n")
		ids := map[string]bool{}
		file, err := parser.ParseFile(token.NewFileSet(), "p.go", p.File("p"), parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "probe" {
				id := call.Args[0].(*ast.BasicLit).Value
				if ids[id] {
					t.Errorf("seed %d has two probes %s", p.Seed, id)
				}
				ids[id] = true
			}
			return true
		})
		if n := len(ids); n < 2 || n > maxProbes {
			t.Errorf("seed %d has %d probes", p.Seed, n)
		}
	}
	if average := lines / len(programs); average > 70 {
		t.Errorf("the programs have %d lines on average, want 70 at most", average)
	}
}
