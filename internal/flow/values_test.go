package flow

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// TestValues holds a search among many functions to one among all of them.
func TestValues(t *testing.T) {
	sigs := []string{
		"()", "(x int)", "(x, y int) string", "(x ...int)", "(x []int)", "(x named) string", "(x *named) string", "() string", "[T any](x T)",
		"(x map[string]*named) (int, error)", "(x func(int) string)", "(x struct{ in int })", "(x interface{ get() string })",
	}
	args := []string{"", "1", "1, 2", "1", "nil", "named{}", "nil", "", "", "nil", "nil", "struct{ in int }{}", "nil"}
	var decls, uses strings.Builder
	decls.WriteString("type named struct{}\nfunc (named) get() string\nfunc (*named) set(x int)\n")
	for i := range 4 * len(sigs) {
		sig := sigs[i%len(sigs)]
		if strings.HasPrefix(sig, "[") {
			fmt.Fprintf(&decls, "func f%d%s {}\n", i, sig)
			fmt.Fprintf(&uses, "_ = f%d[int]\n", i)
			continue
		}
		fmt.Fprintf(&decls, "func f%d%s\n", i, sig)
		fmt.Fprintf(&uses, "_, _ = f%d, f%[1]d\nvar g%[1]d func%[2]s\ng%[1]d(%[3]s)\n", i, sig, args[i%len(sigs)])
	}
	uses.WriteString("_ = named.get\n_ = (*named).set\n_ = (*named).get\nvar h func(*named, int)\nh(nil, 1)\n")
	units, fset, err := checkTexts(text{path: "example.com/p", decls: decls.String() + "func f() {\n" + uses.String() + "}\n"})
	if err != nil {
		t.Fatal(err)
	}
	index := NewIndex(fset, units, nil)
	if index.values.byType == nil {
		t.Fatal("the functions are few")
	}
	all := values{list: index.values.list}
	found := 0
	for _, cur := range index.Calls() {
		call := cur.Node().(*ast.CallExpr)
		got, want := index.ValuesFor(call), all.of(index.TypeOf(call.Fun))
		if !slices.Equal(got, want) {
			t.Errorf("for %s it finds %v, want %v", index.TypeOf(call.Fun), got, want)
		}
		found += len(got)
	}
	if found < 4*len(sigs) {
		t.Errorf("it finds %d in all, want more", found)
	}
	for _, fn := range all.list {
		if !index.IsValue(fn) {
			t.Errorf("%v is no value", fn)
		}
	}
}
