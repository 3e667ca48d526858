package origin_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"sync"
	"testing"

	"github.com/captoken/captoken/internal/origin"
)

// A sample is a small package that the tests evaluate expressions of.
type sample struct {
	fset *token.FileSet
	pkg  *origin.Package
	file *ast.File
}

var (
	stdFset = token.NewFileSet()
	stdlib  = importer.ForCompiler(stdFset, "source", nil)
	stdLock sync.Mutex
)

// load type-checks declarations as a package. Imports are added for the
// packages of the standard library that they name, and a function probe,
// whose arguments are what a test is about.
func load(t *testing.T, decls string) sample {
	t.Helper()
	var src strings.Builder
	src.WriteString("package p\n")
	for _, path := range []string{"bytes", "container/list", "fmt", "io", "log", "maps", "net/url", "os", "slices", "strings"} {
		if strings.Contains(decls, path[strings.LastIndex(path, "/")+1:]+".") {
			fmt.Fprintf(&src, "import %q\n", path)
		}
	}
	src.WriteString("func probe(any) {}\n" + decls)

	stdLock.Lock()
	defer stdLock.Unlock()
	s := sample{fset: stdFset}
	file, err := parser.ParseFile(s.fset, t.Name()+".go", src.String(), 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Instances: make(map[*ast.Ident]types.Instance),
	}
	pkg, err := (&types.Config{Importer: stdlib}).Check("example.com/p", s.fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	s.file = file
	s.pkg = origin.NewPackage(pkg, info, []*ast.File{file})
	return s
}

// calls returns the calls of a function of the sample, in source order.
func (s sample) calls(name string) []*ast.CallExpr {
	var out []*ast.CallExpr
	ast.Inspect(s.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == name {
				out = append(out, call)
			}
		}
		return true
	})
	return out
}

const plenty = 1 << 20 // steps that no sample needs

// tracer returns a new tracer with a budget, for a client that knows no
// function of another package.
func (s sample) tracer(steps int) *origin.Tracer {
	tr := origin.NewTracer(s.pkg, nil)
	tr.Allow(steps)
	return tr
}

// probed evaluates the argument of each call of probe, and shows them.
func (s sample) probed(tr *origin.Tracer) string {
	var out []string
	for _, call := range s.calls("probe") {
		out = append(out, show(tr.Eval(call.Args[0], tr.Frame(call))))
	}
	return strings.Join(out, "; ")
}

// evaluate shows what a fresh tracer finds for the probes of a package.
func evaluate(t *testing.T, decls string) string {
	t.Helper()
	s := load(t, decls)
	return s.probed(s.tracer(plenty))
}

// show writes a value as text: constants as Go has them, leaves by their
// source, alternatives in braces, lists in brackets; "?" marks what may be
// absent, and what was done to an object stands behind it.
func show(v *origin.Value) string { return shower{}.value(v, 0) }

// A shower prints values; with vias, each way to write a value as well.
type shower struct{ vias bool }

func (s shower) value(v *origin.Value, depth int) string {
	if v == nil {
		return "<nil>"
	}
	if depth > 40 {
		return "…"
	}
	text := s.bare(v, depth+1)
	if len(v.Fields) > 0 && v.Op != origin.Record {
		text += s.fields(v.Fields, depth+1)
	}
	for _, d := range v.Done {
		text += "." + s.doing(d, depth+1)
	}
	return text
}

func (s shower) bare(v *origin.Value, depth int) string {
	list := func(vals []*origin.Value, sep string) string {
		words := make([]string, len(vals))
		for i, a := range vals {
			words[i] = s.value(a, depth)
			if a.Cond && v.Op == origin.List {
				words[i] += "?"
			}
		}
		return strings.Join(words, sep)
	}
	switch v.Op {
	case origin.Unknown:
		return "unknown"
	case origin.Leaf:
		switch {
		case v.Expr != nil:
			return types.ExprString(v.Expr)
		case v.Param != nil:
			return v.Param.Name()
		}
		return "_"
	case origin.Const:
		switch {
		case v.Const == nil:
			return "nil"
		case v.Const.Kind() == constant.String:
			return fmt.Sprintf("%q", constant.StringVal(v.Const))
		}
		return v.Const.ExactString()
	case origin.Via:
		if s.vias && v.Expr != nil {
			return types.ExprString(v.Expr) + " <- " + s.value(v.Args[0], depth)
		}
		return s.value(v.Args[0], depth)
	case origin.Concat:
		return list(v.Args, "+")
	case origin.Choice:
		return "{" + list(v.Args, "|") + "}"
	case origin.List:
		return "[" + list(v.Args, " ") + "]"
	case origin.Record:
		return s.fields(v.Fields, depth)
	case origin.Call:
		name := v.Fn.Name()
		args := v.Args
		if v.Fn.Signature().Recv() != nil {
			name = s.value(args[0], depth) + "." + name
			args = args[1:]
		} else {
			name = v.Fn.Pkg().Name() + "." + name
		}
		text := name + "(" + list(args, ", ") + ")"
		if v.Result > 0 {
			text += fmt.Sprintf("#%d", v.Result)
		}
		return text
	case origin.Binary:
		return "(" + list(v.Args, v.Tok.String()) + ")"
	case origin.Range:
		return []string{"key", "elem"}[v.Result] + "(" + list(v.Args, "") + ")"
	case origin.Query:
		return "query(" + list(v.Args, "") + ")"
	}
	return fmt.Sprintf("op%d", v.Op)
}

func (s shower) fields(fields []origin.Field, depth int) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = f.Name
		if f.Key != nil {
			words[i] = "[" + s.value(f.Key, depth) + "]"
		}
		if f.Cond {
			words[i] += "?"
		}
		words[i] += ":" + s.value(f.Val, depth)
	}
	return "(" + strings.Join(words, " ") + ")"
}

func (s shower) doing(d origin.Doing, depth int) string {
	name := "func"
	if d.Fn != nil {
		name = d.Fn.Name()
	}
	if d.Cond {
		name += "?"
	}
	words := make([]string, len(d.Args))
	for i, a := range d.Args {
		words[i] = "_"
		if a != nil {
			words[i] = s.value(a, depth)
		}
	}
	return name + "(" + strings.Join(words, " ") + ")"
}

// A probe is a package and what its probes evaluate to.
type probe struct{ name, decls, want string }

func run(t *testing.T, probes []probe) {
	t.Helper()
	for _, tc := range probes {
		t.Run(tc.name, func(t *testing.T) {
			if got := evaluate(t, tc.decls); got != tc.want {
				t.Errorf("%s\n got %s\nwant %s", tc.decls, got, tc.want)
			}
		})
	}
}

func TestLocals(t *testing.T) {
	run(t, []probe{
		{"a constant", `const c = "a" + "b"
			func f() { probe(c) }`, `"ab"`},
		{"a parameter", `func f(s string) { probe(s) }`, `s`},
		{"a variable", `func f(s string) { x := s; probe(x) }`, `s`},
		{"the zero value", `func f() { var s string; var n int; var b bool; probe(s); probe(n); probe(b) }`, `""; 0; false`},
		{"a concatenation", `func f(s string) { x := "a" + s; probe(x + "b") }`, `"a"+s+"b"`},
		{"the last assignment", `func f(s string) { x := "a"; x = "b"; x = s; probe(x) }`, `s`},
		{"an assignment that comes later", `func f() { x := "a"; probe(x); x = "b" }`, `"a"`},
		{"growing text", `func f(s string) { x := "a"; x += s; x += "b"; probe(x) }`, `"a"+s+"b"`},
		{"text that is made of itself", `func f(s string) { x := "a"; x = x + s; probe(x) }`, `"a"+s`},
		{"text that is put in front of itself", `func f(s string) { x := "a"; x = s + x; probe(x) }`, `s+"a"`},
		{"two variables that change places", `func f() { x, y := "a", "b"; x, y = y, x; probe(x); probe(y) }`, `"b"; "a"`},
		{"a name that is declared again", `func f() { x := "a"; { x := "b"; probe(x) }; probe(x) }`, `"b"; "a"`},
		{"numbers", `func f(n int) { x := n + 1; x++; probe(n * 2); probe(x) }`, `(n*2); unknown`},
		{"growing numbers", `func f(n int) { x := 1; x += n; probe(x) }`, `(1+n)`},
		{"a conversion", `type key string
			func f(s string) { probe([]byte(s)); probe(key("k")) }`, `s; "k"`},
		{"a pointer to a variable", `func f() { x := "a"; p := &x; probe(*p) }`, `"a"`},
		{"the result of another package", `func f() { probe(os.Getenv("X")) }`, `os.Getenv("X")`},
		{"the second result of another package", `func f() { _, ok := os.LookupEnv("X"); probe(ok) }`, `os.LookupEnv("X")#1`},
		{"a function value", `func f(g func() string) { probe(g()) }`, `g()`},
		{"what comes from a channel", `func f(c chan string) { probe(<-c) }`, `<-c`},
	})
}

func TestBranches(t *testing.T) {
	run(t, []probe{
		{"an if", `func f(b bool) { x := "a"; if b { x = "b" }; probe(x) }`, `{"a"|"b"}`},
		{"an if with else", `func f(b bool) { x := "a"; if b { x = "b" } else { x = "c" }; probe(x) }`, `{"b"|"c"}`},
		{"an if with else if", `func f(n int) { x := "a"; if n == 1 { x = "b" } else if n == 2 { x = "c" }; probe(x) }`, `{"b"|"a"|"c"}`},
		{"an if with else if and else", `func f(n int) { var x string; if n == 1 { x = "b" } else if n == 2 { x = "c" } else { x = "d" }; probe(x) }`,
			`{"b"|"c"|"d"}`},
		{"inside an if", `func f(b bool) { x := "a"; if b { x = "b"; probe(x) } else { probe(x) } }`, `"b"; "a"`},
		{"an early return", `func f(b bool) { x := "a"; if b { x = "b"; return }; probe(x) }`, `"a"`},
		{"a panic", `func f(b bool) { x := "a"; if b { x = "b"; panic(x) }; probe(x) }`, `"a"`},
		{"the end of the program", `func f(b bool) { x := "a"; if b { x = "b"; log.Fatal(x) }; probe(x) }`, `"a"`},
		{"another exit", `func f(b bool) { x := "a"; if b { x = "b"; os.Exit(1) }; probe(x) }`, `"a"`},
		{"an early return in the other branch", `func f(b bool) { x := "a"; if b { x = "b" } else { return }; probe(x) }`, `"b"`},
		{"a return in each branch but one", `func f(n int) { x := "a"
			switch n { case 1: x = "b"; return; case 2: x = "c"; default: return }
			probe(x) }`, `"c"`},
		{"a switch", `func f(n int) { x := "a"; switch n { case 1: x = "b"; case 2: x = "c" }; probe(x) }`, `{"a"|"b"|"c"}`},
		{"a switch with default", `func f(n int) { x := "a"; switch n { case 1: x = "b"; default: x = "c" }; probe(x) }`, `{"b"|"c"}`},
		{"a case that does nothing", `func f(n int) { x := "a"; switch n { case 1: default: x = "c" }; probe(x) }`, `{"a"|"c"}`},
		{"a switch on types", `func f(v any) { x := "a"; switch v.(type) { case int: x = "b" }; probe(x) }`, `{"a"|"b"}`},
		{"a select", `func f(c, d chan int) { x := "a"; select { case <-c: x = "b"; case <-d: x = "c" }; probe(x) }`, `{"b"|"c"}`},
		{"text that may grow", `func f(b bool) { x := "a"; if b { x += "b" }; probe(x + "c") }`, `"a"+{""|"b"}+"c"`},
		{"text that grows in either way", `func f(b bool) { x := "a"; if b { x += "b" } else { x += "c" }; probe(x) }`, `"a"+{"b"|"c"}`},
		{"a value that is set again after the branch", `func f(b bool) { x := "a"; if b { x = "b" }; x = "c"; probe(x) }`, `"c"`},
	})
}

func TestLoops(t *testing.T) {
	run(t, []probe{
		{"text that grows in a loop", `func f(n int) { x := "a"; for range n { x += "b" }; probe(x) }`, `"a"+{""|"b"}`},
		{"inside a loop, what an earlier round did", `func f(n int) { x := "a"; for i := 0; i < n; i++ { probe(x); x = "b" } }`, `{"a"|"b"}`},
		{"a loop over a list is unrolled", `func f() { x := ""; for _, s := range []string{"a", "b"} { x += s + " " }; probe(x) }`,
			`""+"a"+" "+"b"+" "`},
		{"a loop over a list of one", `func f(s string) { x := "<"; for _, e := range []string{s} { x += e }; probe(x) }`, `"<"+s`},
		{"a loop over no list", `func f(list []string) { x := ""; for _, s := range list { x += s }; probe(x) }`, `{""|""+elem(list)}`},
		{"a loop over a list that may be longer", `func f(b bool) { l := []string{"a"}; if b { l = append(l, "b") }; x := ""; for _, s := range l { x += s }; probe(x) }`,
			`""+"a"+{""|"b"}`},
		{"a loop over a map is unrolled in the order of the keys", `func f() { x := ""; for k, v := range map[string]string{"b": "2", "a": "1"} { x += k + v }; probe(x) }`,
			`""+"a"+"1"+"b"+"2"`},
		{"a loop over the rows of a table", `func f() { x := ""; for _, r := range []struct{ s string; n int }{{"a", 1}, {"b", 2}} { x += r.s }; probe(x) }`,
			`""+"a"+"b"`},
		{"the variable of a loop", `func f() { for i, s := range []string{"a", "b"} { probe(s); probe(i) } }`, `{"a"|"b"}; i`},
		{"a copy of a map", `func f(m map[string]string) { n := map[string]any{}; for k, v := range m { n[k] = v }; probe(n) }`,
			`([key(m)]?:elem(m))`},
		{"appending in a loop", `func f(names []string) { var l []string; for _, n := range names { l = append(l, n) }; probe(l) }`, `[elem(names)?]`},
	})
}

func TestLists(t *testing.T) {
	run(t, []probe{
		{"a literal", `func f(s string) { probe([]string{"a", s}) }`, `["a" s]`},
		{"appending", `func f(s string) { l := []string{"a"}; l = append(l, s, "b"); probe(l) }`, `["a" s "b"]`},
		{"appending to nothing", `func f(s string) { var l []string; l = append(l, s); probe(l) }`, `[s]`},
		{"appending to an empty list", `func f(s string) { l := make([]string, 0, 4); l = append(l, s); probe(l) }`, `[s]`},
		{"appending to a list with a length", `func f(s string) { l := make([]string, 1); probe(append(l, s)) }`, `["" s]`},
		{"appending a list", `func f() { l := append([]string{"a"}, []string{"b", "c"}...); probe(l) }`, `["a" "b" "c"]`},
		{"appending under a condition", `func f(b bool) { l := []string{"a"}; if b { l = append(l, "b") }; l = append(l, "c"); probe(l) }`,
			`["a" "b"? "c"]`},
		{"appending in either way", `func f(b bool) { var l []string; if b { l = append(l, "a") } else { l = append(l, "b") }; probe(l) }`,
			`["a"? "b"?]`},
		{"an element", `func f() { l := []string{"a", "b"}; probe(l[1]) }`, `"b"`},
		{"an element that is not there", `func f() { l := []string{"a"}; probe(l[7]) }`, `l[7]`},
		{"a whole slice", `func f() { l := []string{"a", "b"}; probe(l[:]) }`, `["a" "b"]`},
		{"a part of a slice", `func f() { l := []string{"a", "b"}; probe(l[1:]) }`, `l[1:]`},
		{"a variadic parameter", `func g(l ...string) { probe(l) }
			func f() { g("a", "b") }`, `l`},
		{"a variadic argument", `func g(l ...string) string { return strings.Join(l, ",") }
			func f(s string) { probe(g("a", s)); probe(g()); probe(g([]string{"c"}...)) }`, `"a"+","+s; ; "c"`},
		{"bytes", `func f(s string) { b := append([]byte("a"), s...); probe(b) }`, `"a"+s`},
	})
}

func TestRecords(t *testing.T) {
	run(t, []probe{
		{"a map", `func f(s string) { probe(map[string]string{"k": "v", s: "w"}) }`, `(k:"v" [s]:"w")`},
		{"an entry", `func f() { m := map[string]string{"k": "v"}; probe(m["k"]); probe(m["l"]) }`, `"v"; ""`},
		{"an entry that is set", `func f(s string) { m := map[string]string{"k": "v"}; m["k"] = s; m["l"] = "w"; probe(m) }`, `(k:s l:"w")`},
		{"an entry that is set under a condition", `func f(b bool) { m := map[string]any{"k": 1}; if b { m["l"] = 2 }; probe(m) }`, `(k:1 l?:2)`},
		{"an entry in each way", `func f(b bool) { m := map[string]any{}; if b { m["k"] = 1 } else { m["l"] = 2 }; probe(m) }`, `(k?:1 l?:2)`},
		{"an entry that is changed under a condition", `func f(b bool) { m := map[string]any{"k": 1}; if b { m["k"] = 2 }; probe(m["k"]) }`, `{1|2}`},
		{"a key of a constant's name", `const k = "key"
			func f() { m := map[string]int{}; m[k] = 1; probe(m) }`, `(key:1)`},
		{"a key that is not known hides an entry", `func f(k string) { m := map[string]int{"a": 1}; m[k] = 2; probe(m["a"]) }`, `m["a"]`},
		{"a struct", `type s struct { a, b string }
			func f() { x := s{a: "1"}; probe(x.a); probe(x.b); probe(s{"1", "2"}) }`, `"1"; ""; (a:"1" b:"2")`},
		{"a field that is set", `type s struct { a string }
			func f(v string) { x := &s{}; x.a = v; probe(x.a); probe(x) }`, `v; (a:v)`},
		{"a field of a copy", `type s struct { a string }
			func f() { x := s{a: "1"}; y := x; y.a = "2"; probe(x.a); probe(y.a) }`, `"1"; "2"`},
		{"a field through a second pointer", `type s struct { a string }
			func f() { x := &s{a: "1"}; y := x; y.a = "2"; probe(x.a); probe(y.a) }`, `"2"; "2"`},
		{"an entry through a second name of a map", `func f() { x := map[string]int{}; y := x; y["k"] = 1; probe(x); probe(y["k"]) }`, `(k:1); 1`},
		{"a map in a struct", `type s struct { m map[string]string }
			func f() { x := s{m: map[string]string{}}; x.m["k"] = "v"; probe(x.m) }`, `(k:"v")`},
		{"a struct in a struct", `type in struct { a string }
			type s struct { in }
			func f() { var x s; x.a = "1"; probe(x.in.a); probe(x.a) }`, `"1"; "1"`},
		{"a list in a struct", `type s struct { l []string }
			func f() { x := &s{}; x.l = append(x.l, "a"); x.l = append(x.l, "b"); probe(x.l) }`, `["a" "b"]`},
		{"a map that may be nil", `func f(b bool) { var m map[string]string; if b { m = map[string]string{"k": "v"} }; probe(m) }`, `{()|(k:"v")}`},
		{"a deleted entry", `func f() { m := map[string]int{"k": 1}; delete(m, "k"); probe(m["k"]) }`, `0`},
		{"an interface that holds a map", `func f() { var i any = map[string]int{"k": 1}; m := i.(map[string]int); m["l"] = 2; probe(m) }`, `(k:1 l:2)`},
	})
}

func TestFunctions(t *testing.T) {
	run(t, []probe{
		{"a helper", `func g(s string) string { return "<" + s + ">" }
			func f(n string) { probe(g(n)) }`, `"<"+n+">"`},
		{"a helper with two returns", `func g(b bool) string { if b { return "a" }; return "b" }
			func f(b bool) { probe(g(b)) }`, `{"a"|"b"}`},
		{"a helper that may fail", `func g(s string) (string, error) { if s == "" { return "", io.EOF }; return "<" + s, nil }
			func f(s string) { x, err := g(s); probe(x); _ = err }`, `"<"+s`},
		{"the error of a helper that may fail", `func g(s string) (string, error) { if s == "" { return "", fmt.Errorf("no") }; return s, nil }
			func f(s string) { _, err := g(s); probe(err) }`, `nil`},
		{"a helper with two results", `func g() (string, string) { return "a", "b" }
			func f() { x, y := g(); probe(x); probe(y) }`, `"a"; "b"`},
		{"two results that are handed on", `func g() (string, string) { return "a", "b" }
			func h() (string, string) { return g() }
			func f() { _, y := h(); probe(y) }`, `"b"`},
		{"two results as arguments", `func g() (string, string) { return "a", "b" }
			func h(x, y string) string { return y + x }
			func f() { probe(h(g())) }`, `"b"+"a"`},
		{"a named result", `func g(s string) (out string) { out = "<"; out += s; return }
			func f() { probe(g("a")) }`, `"<"+"a"`},
		{"a named result and an early return", `func g(b bool) (out string) { out = "a"; if b { return }; out = "b"; return }
			func f(b bool) { probe(g(b)) }`, `{"a"|"b"}`},
		{"a method", `type t struct { a string }
			func (x t) get() string { return x.a }
			func f() { x := t{a: "1"}; probe(x.get()) }`, `"1"`},
		{"a method that fills its receiver", `type t struct { a string }
			func (x *t) set(s string) { x.a = s }
			func f(s string) { x := &t{}; x.set(s); probe(x.a) }`, `s`},
		{"a method of a value can't fill it", `type t struct { a string }
			func (x t) set(s string) { x.a = s }
			func f(s string) { x := t{a: "1"}; x.set(s); probe(x.a) }`, `"1"`},
		{"a method of an embedded struct", `type in struct { a string }
			func (x in) get() string { return x.a }
			type t struct { in }
			func f() { x := t{in{"1"}}; probe(x.get()) }`, `"1"`},
		{"a method as a function", `type t struct { a string }
			func (x t) get(s string) string { return x.a + s }
			func f() { probe(t.get(t{"1"}, "2")) }`, `"1"+"2"`},
		{"a chain of methods", `type b struct { s string }
			func (x *b) add(s string) *b { x.s += s; return x }
			func f() { x := &b{}; x.add("a").add("b"); probe(x.s) }`, `"a"+"b"`},
		{"a function that fills a map", `func g(m map[string]string, s string) { m["k"] = s }
			func f(s string) { m := map[string]string{}; g(m, s); probe(m) }`, `(k:s)`},
		{"a function that fills a map on some ways", `func g(m map[string]string, b bool) { if !b { return }; m["k"] = "v" }
			func f(b bool) { m := map[string]string{}; g(m, b); probe(m) }`, `(k?:"v")`},
		{"a constructor", `type t struct { a, b string }
			func make1(a string) *t { return &t{a: a} }
			func f() { x := make1("1"); x.b = "2"; probe(x.a + x.b) }`, `"1"+"2"`},
		{"a generic function", `func id[T any](x T) T { return x }
			func f(s string) { probe(id(s)); probe(id[string]("a")) }`, `s; "a"`},
		{"a method of a generic type", `type box[T any] struct { v T }
			func (b box[T]) get() T { return b.v }
			func f(s string) { probe(box[string]{v: s}.get()) }`, `s`},
		{"a parameter that is changed before it is used", `func g(s string) string { s = "<" + s; return s }
			func f() { probe(g("a")) }`, `"<"+"a"`},
		{"each call on its own", `func g(s string) string { x := s; return x }
			func f() { probe(g("a") + g("b")) }`, `"a"+"b"`},
		{"a parameter that is bound nowhere", `func g(s string) { probe(s) }
			func f() { g("a") }`, `s`},
		{"a function without a body", `func g() string
			func f() { probe(g()) }`, `p.g()`},
	})
}

func TestRecursion(t *testing.T) {
	run(t, []probe{
		{"a function that calls itself", `func g(n int) string { if n == 0 { return "" }; return "a" + g(n-1) }
			func f() { probe(g(3)) }`, `{""|"a"+g(n - 1)}`},
		{"two functions that call each other", `func g(n int) string { return "g" + h(n) }
			func h(n int) string { if n == 0 { return "." }; return "h" + g(n-1) }
			func f() { probe(g(3)) }`, `"g"+{"."|"h"+g(n - 1)}`},
		{"a closure that calls itself", `func f(n int) { var g func(int) string
			g = func(n int) string { if n == 0 { return "" }; return "a" + g(n-1) }
			probe(g(n)) }`, `{""|"a"+g(n - 1)}`},
		{"a variable that is its own alias", `func f() { var p *string; p = p; probe(p) }`, `nil`},
		{"variables that stand for each other", `func f(m map[string]string) { a := m; b := a; a = b; b["k"] = "v"; probe(b) }`, `m(k:"v")`},
		{"two fields that are made of each other", `type t struct { a, b string }
			func (x *t) g() { x.a = x.b }
			func (x *t) h() { x.b = x.a }
			func (x *t) get() { probe(x.a) }`, `""`},
	})
}

func TestClosures(t *testing.T) {
	run(t, []probe{
		{"what a closure returns", `func f(s string) { g := func(x string) string { return s + x }; probe(g("a")) }`, `s+"a"`},
		{"what a closure adds", `func f() { x := ""; add := func(s string) { x += s }; add("a"); add("b"); probe(x) }`, `""+"a"+"b"`},
		{"a closure that is never called", `func f() { x := "a"; g := func() { x = "b" }; _ = g; probe(x) }`, `"a"`},
		{"a closure that is called under a condition", `func f(b bool) { x := "a"; g := func() { x = "b" }; if b { g() }; probe(x) }`, `{"a"|"b"}`},
		{"a closure that adds under a condition", `func f(b bool) { x := "a"; add := func() { if b { x += "b" } }; add(); probe(x) }`, `"a"+{""|"b"}`},
		{"a closure that is called in place", `func f() { x := "a"; func() { x = "b" }(); probe(x) }`, `"b"`},
		{"a closure that runs at a time unknown", `func f() { x := "a"; go func() { x = "b" }(); probe(x) }`, `{"a"|"b"}`},
		{"a closure that is handed over", `func f() { x := "a"; slices.SortFunc([]int{1}, func(a, b int) int { x = "b"; return 0 }); probe(x) }`, `{"a"|"b"}`},
		{"inside a closure", `func f(s string) { x := "<" + s; g := func() { probe(x) }; g() }`, `"<"+s`},
		{"a deferred closure finds what its function left", `func f() { x := "a"; defer func() { probe(x) }(); x = "b" }`, `"b"`},
		{"a closure that may be another", `func f(b bool) { g := func() string { return "a" }; if b { g = func() string { return "b" } }; probe(g()) }`, `g()`},
		{"a function that has a second name", `func h() string { return "h" }
			func f() { g := h; probe(g()) }`, `"h"`},
		{"a function value that may be another", `func h() string { return "h" }
			func f(b bool, g func() string) { if b { g = h }; probe(g()) }`, `g()`},
		{"a function value whose address is taken", `func h() string { return "h" }
			func f(set func(*func() string)) { g := h; set(&g); probe(g()) }`, `g()`},
		{"a list that a closure appends to", `func f(b bool) { var l []string; add := func(s string) { l = append(l, s) }; add("a"); if b { add("b") }; probe(l) }`,
			`["a" "b"?]`},
	})
}

// The order in which the package sets a field is not known, so that a field
// of an object from outside is all that the package ever puts there.
func TestFields(t *testing.T) {
	run(t, []probe{
		{"set in a constructor", `type t struct { a string }
			func make1(s string) *t { return &t{a: s} }
			func (x *t) get() { probe(x.a) }`, `s`},
		{"set by position", `type t struct { a, b string }
			var x = t{"1", "2"}
			func (x *t) get() { probe(x.b) }`, `"2"`},
		{"set in two places", `type t struct { a string }
			func (x *t) one() { x.a = "1" }
			func (x *t) two() { x.a = "2" }
			func (x *t) get() { probe(x.a) }`, `{"1"|"2"}`},
		{"never set", `type t struct { a string }
			func (x *t) get() { probe(x.a) }`, `x.a`},
		{"a list that grows", `type t struct { l []string }
			func make1() *t { return &t{l: []string{"a"}} }
			func (x *t) add(s string) { x.l = append(x.l, s) }
			func (x *t) get() { probe(x.l) }`, `["a" s?]`},
		{"text that grows", `type t struct { s string }
			func (x *t) add(s string) { x.s += s + " " }
			func (x *t) get() { probe(x.s) }`, `{s+" "|""}`},
		{"a map that is filled", `type t struct { m map[string]string }
			func make1() *t { return &t{m: map[string]string{}} }
			func (x *t) add(s string) { x.m["k"] = s }
			func (x *t) get() { probe(x.m) }`, `(k?:s)`},
		{"what a method does first is not what it finds", `type t struct { a string }
			func (x *t) get() { x.a = "1"; probe(x.a) }`, `"1"`},
		{"of a known object", `type t struct { a string }
			func (x *t) set() { x.a = "2" }
			func f() { x := t{a: "1"}; probe(x.a) }`, `"1"`},
	})
}

func TestGlobals(t *testing.T) {
	run(t, []probe{
		{"with a value", `var x = "a"
			func f() { probe(x) }`, `"a"`},
		{"without a value", `var x string
			func f() { probe(x) }`, `""`},
		{"set in a function", `var x = "a"
			func g(s string) { x = s }
			func f() { probe(x) }`, `{"a"|s}`},
		{"set in a loop that it is read in", `var x string
			func f() { y := ""; for _, s := range []string{"a", "b"} { x = s; y += x }; probe(y) }`, `""+{"a"|"b"}+{"a"|"b"}`},
		{"from the environment", `var x = os.Getenv("X")
			func f() { probe(x) }`, `os.Getenv("X")`},
		{"a map that is filled in init", `var m = map[string]string{"a": "1"}
			func init() { m["b"] = "2" }
			func f() { probe(m) }`, `(a:"1" b?:"2")`},
		{"an entry of a map", `var m = map[string]string{"a": "1"}
			func f(k string) { probe(m["a"]); probe(m[k]) }`, `"1"; {"1"|_}`},
		{"of another package", `func f() { probe(os.Args) }`, `os.Args`},
		{"two values from one call", `var x, y = g()
			func g() (string, string) { return "a", "b" }
			func f() { probe(y) }`, `"b"`},
	})
}

func TestText(t *testing.T) {
	run(t, []probe{
		{"Sprintf", `func f(s string, n int) { probe(fmt.Sprintf("a%s-%d%%", s, n)) }`, `"a"+s+"-"+n+"%"`},
		{"Sprintf with operands by number", `func f(s, t string) { probe(fmt.Sprintf("%[2]s %[1]v %s", s, t)) }`, `t+" "+s+" "+t`},
		{"Sprintf with quotes", `func f(s string) { probe(fmt.Sprintf("%q", s)) }`, `"\""+s+"\""`},
		{"Sprintf with too few operands", `func f() { probe(fmt.Sprintf("%s %s", "a")) }`, `fmt.Sprintf("%s %s", "a")`},
		{"Sprintf with a list of operands", `func f(l []any) { probe(fmt.Sprintf("%s", l...)) }`, `fmt.Sprintf("%s", l)`},
		{"Sprintf with a width from an operand", `func f(s string) { probe(fmt.Sprintf("%*s", 3, s)) }`, `unknown`},
		{"Sprintf with a format from a constant", `const format = "<%s>"
			func f(s string) { probe(fmt.Sprintf(format, s)) }`, `"<"+s+">"`},
		{"Sprintf with a format from a branch", `func f(b bool, s string) { format := "%s"; if b { format = "<%s>" }; probe(fmt.Sprintf(format, s)) }`,
			`{s|"<"+s+">"}`},
		{"Sprintf with a format that is put together", `func f(b bool, s string) { format := "%s"; if b { format += "!" }; probe(fmt.Sprintf(format, s)) }`,
			`{s|s+"!"}`},
		{"Sprintf with a format that is not known", `func f(format, s string) { probe(fmt.Sprintf(format, s)) }`, `fmt.Sprintf(format, s)`},
		{"Sprintf with a String method", `type id string
			func (i id) String() string { return "id:" + string(i) }
			func f(i id) { probe(fmt.Sprintf("%s %v", i, i)) }`, `"id:"+i+" "+"id:"+i`},
		{"Sprintf in a helper", `func g(format string, args ...any) string { return fmt.Sprintf(format, args...) }
			func f(s string) { probe(g("<%s>", s)) }`, `fmt.Sprintf("<%s>", [s])`},
		{"Sprint", `func f(s string, n int) { probe(fmt.Sprint("a", s, n, n)) }`, `"a"+s+n+" "+n`},
		{"Join", `func f(s string) { probe(strings.Join([]string{"a", s, "c"}, " ")) }`, `"a"+" "+s+" "+"c"`},
		{"Join of what may be absent", `func f(b bool) { l := []string{"a"}; if b { l = append(l, "b") }; probe(strings.Join(l, " ")) }`,
			`"a"+" "+{"b"+" "|""}`},
		{"Join of one list or another", `func f(b bool) { l := []string{"a"}; if b { l = []string{"b", "c"} }; probe(strings.Join(l, " ")) }`,
			`{"a"+" "|""}+{"b"+" "|""}+{"c"+" "|""}`},
		{"Join of a list that is not known", `func f(l []string) { probe(strings.Join(l, " ")) }`, `strings.Join(l, " ")`},
		{"Join with a separator that is not known", `func f(s string) { probe(strings.Join([]string{"a"}, s)) }`, `strings.Join(["a"], s)`},
		{"a builder", `func f(s string) { var b strings.Builder; b.WriteString("a"); b.WriteByte('b'); b.WriteRune('é'); b.WriteString(s); probe(b.String()) }`,
			`"a"+"b"+"é"+s`},
		{"a builder under a condition", `func f(c bool) { var b strings.Builder; b.WriteString("a"); if c { b.WriteString("b") }; probe(b.String()) }`,
			`"a"+{""|"b"}`},
		{"a builder that is emptied", `func f() { var b strings.Builder; b.WriteString("a"); b.Reset(); b.WriteString("b"); probe(b.String()) }`, `"b"`},
		{"a builder that a helper fills", `func g(b *strings.Builder, s string) { b.WriteString(s) }
			func f() { b := &strings.Builder{}; g(b, "a"); g(b, "b"); probe(b.String()) }`, `""+"a"+"b"`},
		{"a buffer", `func f(s string) { b := bytes.NewBufferString("a"); fmt.Fprintf(b, "<%s>", s); io.WriteString(b, "c"); probe(b.String()) }`,
			`"a"+"<"+s+">"+"c"`},
		{"a builder in a loop", `func f() { var b strings.Builder; for i, s := range []string{"a", "b"} { if i > 0 { b.WriteByte(' ') }; b.WriteString(s) }; probe(b.String()) }`,
			`{""|" "}+"a"+{""|" "}+"b"`},
		{"space that is trimmed", `func f(s string) { probe(strings.TrimSpace("a " + s + " ")) }`, `"a "+s+" "`},
		{"letters that are trimmed", `func f(s string) { probe(strings.TrimPrefix(s, "x")) }`, `strings.TrimPrefix(s, "x")`},
		{"a placeholder that is replaced", `func f(s string) { probe(strings.ReplaceAll("a{x}b{x}", "{x}", s)) }`, `"a"+s+"b"+s`},
		{"a placeholder in text that is not known", `func f(s string) { probe(strings.ReplaceAll(s, "a", "b")) }`, `strings.ReplaceAll(s, "a", "b")`},
		{"upper case", `func f(s string) { probe(strings.ToUpper(s)) }`, `strings.ToUpper(s)`},
	})
}

func TestURLs(t *testing.T) {
	run(t, []probe{
		{"values from a literal", `func f(s string) { v := url.Values{"a": {s}}; probe(v.Encode()) }`, `query((a:[s]))`},
		{"values that are set", `func f(s string) { v := url.Values{}; v.Set("a", s); v.Set("b", "1"); v.Set("a", "2"); probe(v.Encode()) }`,
			`query((b:["1"] a:["2"]))`},
		{"values that are added", `func f() { v := make(url.Values); v.Add("a", "1"); v.Add("a", "2"); probe(v.Encode()) }`, `query((a:["1" "2"]))`},
		{"values under a condition", `func f(b bool) { v := url.Values{}; v.Set("a", "1"); if b { v.Set("b", "2") }; probe(v.Encode()) }`,
			`query((a:["1"] b?:["2"]))`},
		{"values from a map", `func f(m map[string]string) { v := url.Values{}; for k, s := range m { v.Set(k, s) }; probe(v.Encode()) }`,
			`query(([key(m)]?:[elem(m)]))`},
		{"values that are not known", `func f(v url.Values) { probe(v.Encode()) }`, `query(v)`},
		{"values that an entry is taken from", `func f() { v := url.Values{}; v.Set("a", "1"); v.Del("a"); probe(v.Encode()) }`,
			`query(())`},
		{"an escape", `func f(s string) { probe("a=" + url.QueryEscape(s)) }`, `"a="+url.QueryEscape(s)`},
		{"a URL", `func f(s string) { u := url.URL{Scheme: "scope", Opaque: "client:" + s, RawQuery: "a=1"}; probe(u.String()) }`,
			`"scope"+":"+"client:"+s+"?"+"a=1"`},
		{"a URL with a host", `func f() { u := &url.URL{Scheme: "https", Host: "h", Path: "/p"}; probe(u.String()) }`, `"https"+":"+"//"+"h"+"/p"`},
		{"a copied map", `func f(s string) { m := maps.Clone(map[string]string{"k": s}); m["l"] = "1"; probe(m) }`, `(k:s l:"1")`},
		{"a map that is copied into another", `func f(s string) { m := map[string]string{"k": "1"}; maps.Copy(m, map[string]string{"k": s, "l": "2"}); probe(m) }`,
			`(k:s l:"2")`},
		{"a map that is not known is copied into another", `func f(n map[string]string) { m := map[string]string{"k": "1"}; maps.Copy(m, n); probe(m) }`,
			`(k:"1" [n]:n)`},
	})
}

// Calls on objects of other packages are recorded in order, and so is
// whether they happen in any case.
func TestObjects(t *testing.T) {
	run(t, []probe{
		{"calls on an object", `func f(s string) { l := list.New(); l.PushBack("a"); l.PushFront(s); probe(l) }`,
			`list.New().PushBack("a").PushFront(s)`},
		{"calls that come later", `func f() { l := list.New(); probe(l); l.PushBack("a") }`, `list.New()`},
		{"calls under a condition", `func f(b bool) { l := list.New(); if b { l.PushBack("a") }; l.PushBack("b"); probe(l) }`,
			`list.New().PushBack?("a").PushBack("b")`},
		{"calls in a loop", `func f(n int) { l := list.New(); for range n { l.PushBack("a") }; probe(l) }`, `list.New().PushBack?("a")`},
		{"calls in each way", `func f(b bool) { l := list.New(); if b { l.PushBack("a") } else { l.PushBack("b") }; probe(l) }`,
			`list.New().PushBack?("a").PushBack?("b")`},
		{"calls through a second name", `func f() { l := list.New(); m := l; m.PushBack("a"); probe(l) }`, `list.New().PushBack("a")`},
		{"calls in a helper", `func g(l *list.List, s string) { l.PushBack(s) }
			func f() { l := list.New(); g(l, "a"); probe(l) }`, `list.New().PushBack("a")`},
		{"calls in a closure", `func f() { l := list.New(); add := func(s string) { l.PushBack(s) }; add("a"); add("b"); probe(l) }`,
			`list.New().PushBack("a").PushBack("b")`},
		{"calls before an early return", `func f(b bool) { l := list.New(); if b { l.PushBack("a"); return }; probe(l) }`, `list.New()`},
		{"calls on one of two objects", `func f(b bool) { l, m := list.New(), list.New(); if b { l = m }; l.PushBack("a"); probe(l) }`,
			`{list.New().PushBack("a")|list.New().PushBack("a")}`},
		{"an object as an argument", `func f() { l, m := list.New(), list.New(); m.PushBackList(l); probe(l) }`, `list.New().PushBackList(_)`},
		{"an object in a field", `type t struct { l *list.List }
			func f() { x := t{l: list.New()}; x.l.PushBack("a"); probe(x.l) }`, `list.New().PushBack("a")`},
		{"an object in a field that others fill", `type t struct { l *list.List }
			func make1() *t { return &t{l: list.New()} }
			func (x *t) add() { x.l.PushBack("a") }
			func (x *t) get() { probe(x.l) }`, `list.New().PushBack?("a")`},
		{"an object that another function makes", `func g() *list.List { l := list.New(); l.PushBack("a"); return l }
			func f() { l := g(); l.PushBack("b"); probe(l) }`, `list.New().PushBack("a").PushBack("b")`},
	})
}

// A value remembers the ways to write it, the outermost first.
func TestWays(t *testing.T) {
	for _, tc := range []probe{
		{"a constant's name", `const c = "a"
			func f() { probe(c) }`, `"a"`},
		{"variables", `func f() { x := "a"; y := x; probe(y) }`, `y <- x <- "a"`},
		{"a parameter and its argument", `func g(s string) string { return s }
			func f(n string) { probe(g(n)) }`, `g(n) <- s <- n`},
		{"a field", `type t struct { a string }
			func make1(n string) *t { return &t{a: n} }
			func (x *t) get() { probe(x.a) }`, `x.a <- n`},
		{"a conversion", `func f(s string) { probe([]byte(s)) }`, `[]byte(s) <- s`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := load(t, tc.decls)
			tr := s.tracer(plenty)
			call := s.calls("probe")[0]
			if got := (shower{vias: true}).value(tr.Eval(call.Args[0], tr.Frame(call)), 0); got != tc.want {
				t.Errorf("%s\n got %s\nwant %s", tc.decls, got, tc.want)
			}
		})
	}
}
