package origin_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/origin"
)

// busy is a package with some of everything, to run out of budget in.
const busy = `
	type t struct { l []string; s string; m map[string]string }
	func make1(s string) *t { return &t{l: []string{"a"}, m: map[string]string{"k": s}} }
	func (x *t) add(s string) *t { x.l = append(x.l, s); x.s += s; return x }
	func (x *t) join() string { return strings.Join(x.l, " ") + x.s }
	func g(b bool, s string) (out string, err error) { if b { return "", io.EOF }; out = fmt.Sprintf("<%s>", s); return out, nil }
	func f(b bool, s string) {
		x := make1(s)
		more := func(s string) { x.add(s) }
		for _, w := range []string{"b", "c"} { more(w) }
		if b { x.add("d").add("e") }
		v := url.Values{}
		for k, w := range x.m { v.Set(k, w) }
		y, err := g(b, x.join())
		probe(y + v.Encode())
		probe(err)
	}
	func (x *t) get() { probe(x.l); probe(x.m); probe(x.s) }`

// Without a budget nothing is known. With any budget that is too small, what
// is found must not be mistaken for the answer later.
func TestBudget(t *testing.T) {
	t.Run("no budget", func(t *testing.T) {
		s := load(t, `func f() { x := "a"; probe(x); probe("b") }`)
		tr := s.tracer(0)
		if got := s.probed(tr); got != "unknown; unknown" {
			t.Errorf("a new tracer: got %s", got)
		}
		tr.Allow(0)
		if got := s.probed(tr); got != "unknown; unknown" {
			t.Errorf("Allow(0): got %s", got)
		}
		if !tr.Exhausted() {
			t.Error("not exhausted")
		}
	})
	t.Run("enough", func(t *testing.T) {
		s := load(t, busy)
		tr := s.tracer(plenty)
		if got := s.probed(tr); strings.Contains(got, "unknown") {
			t.Errorf("got %s", got)
		}
		if tr.Exhausted() {
			t.Error("exhausted")
		}
	})
	t.Run("too little, then enough", func(t *testing.T) {
		s := load(t, busy)
		fresh := s.tracer(plenty)
		want := s.probed(fresh)
		reached := false
		for n := 1; n < 2000 && !reached; n++ {
			tr := s.tracer(n)
			s.probed(tr)
			reached = !tr.Exhausted()
			tr.Allow(plenty)
			if got := s.probed(tr); got != want {
				t.Fatalf("after %d steps\n got %s\nwant %s", n, got, want)
			}
		}
		if !reached {
			t.Error("no budget was enough")
		}
	})
}

// Code may be as long and as deep as it likes.
func TestSize(t *testing.T) {
	t.Run("a long concatenation", func(t *testing.T) {
		const n = 3000
		got := evaluate(t, `func f(s string) { probe("a"`+strings.Repeat(" + s", n)+`) }`)
		if want := `"a"` + strings.Repeat("+s", n); got != want {
			t.Errorf("got %d bytes, want %d", len(got), len(want))
		}
	})
	t.Run("calls nested deeply", func(t *testing.T) {
		const n = 500
		s := load(t, `func g(s string) string { return s + "." }
			func f(s string) { probe(`+strings.Repeat("g(", n)+"s"+strings.Repeat(")", n)+`) }`)
		tr := s.tracer(plenty)
		v := tr.Eval(s.calls("probe")[0].Args[0], tr.Frame(s.calls("probe")[0]))
		lost := false
		v.Walk(func(v *origin.Value) bool {
			lost = lost || v.Op == origin.Unknown
			return true
		})
		if !lost {
			t.Error("everything is known")
		}
	})
	t.Run("a chain of functions", func(t *testing.T) {
		var src strings.Builder
		for i := range 30 {
			fmt.Fprintf(&src, "func g%d(s string) string { return g%d(s) }\n", i, i+1)
		}
		src.WriteString("func g30(s string) string { return s }\nfunc f(s string) { probe(g0(s)) }")
		if got := evaluate(t, src.String()); !strings.HasPrefix(got, "g") || got == "g0(s)" {
			t.Errorf("got %s, want a call along the chain", got)
		}
	})
	t.Run("functions that call each other many times", func(t *testing.T) {
		// Each calls the next twice: a million ways.
		var src strings.Builder
		for i := range 20 {
			fmt.Fprintf(&src, "func g%d(s string) string { return g%d(s+\"a\") + g%d(s+\"b\") }\n", i, i+1, i+1)
		}
		src.WriteString("func g20(s string) string { return s }\nfunc f(s string) { probe(g0(s)) }")
		s := load(t, src.String())
		tr := s.tracer(0)
		const steps = 5000
		tr.Allow(steps)
		v := tr.Eval(s.calls("probe")[0].Args[0], tr.Frame(s.calls("probe")[0]))
		nodes := 0
		v.Walk(func(*origin.Value) bool { nodes++; return true })
		if nodes > 4*steps {
			t.Errorf("%d values came of %d steps", nodes, steps)
		}
	})
	t.Run("a list that is too long to unroll", func(t *testing.T) {
		got := evaluate(t, `func f() { x := "<"; for _, s := range []string{`+strings.Repeat(`"a", `, 100)+`} { x += s }; probe(x) }`)
		if want := `"<"+{""|elem([` + strings.TrimSuffix(strings.Repeat(`"a" `, 100), " ") + `])}`; got != want {
			t.Errorf("got %s", got)
		}
	})
	t.Run("more alternatives than are kept apart", func(t *testing.T) {
		var src strings.Builder
		src.WriteString("func f(n int) { x := \"\"\nswitch n {\n")
		for i := range 40 {
			fmt.Fprintf(&src, "case %d: x = \"%d\"\n", i, i)
		}
		src.WriteString("}\nprobe(x) }")
		if got := evaluate(t, src.String()); !strings.Contains(got, "unknown") {
			t.Errorf("got %s", got)
		}
	})
}

// Rebind asks the callers of a function what a value is that was made of its
// parameters.
func TestRebind(t *testing.T) {
	for _, tc := range []probe{
		{"each call", `func g(a, b string) { probe(a + "-" + b) }
			func f(s string) { g("1", "2"); g("3", s) }`, `"1"+"-"+"2"; "3"+"-"+s`},
		{"a call in a loop", `func g(a string) { probe("<" + a) }
			func f() { for _, s := range []string{"1", "2"} { g(s) } }`, `"<"+{"1"|"2"}`},
		{"a receiver", `type t struct { a string }
			func (x t) g() { y := x; probe([]t{y}) }
			func f() { t{a: "1"}.g() }`, `[(a:"1")]`},
		{"a variadic parameter", `func g(l ...string) { probe(map[string][]string{"k": l}) }
			func f() { g("1", "2") }`, `(k:["1" "2"])`},
		{"a key of a map", `func g(k string) { m := map[string]int{}; m[k] = 1; probe(m) }
			func f() { g("a") }`, `(a:1)`},
		{"an argument of a call", `func g(k string) { probe(os.Getenv(k)) }
			func f() { g("a") }`, `os.Getenv("a")`},
		{"a choice", `func g(a string, b bool) { x := "0"; if b { x = a }; probe(x) }
			func f() { g("1", true) }`, `{"0"|"1"}`},
		{"a parameter that it is not made of", `func g(a string) { x := "0"; probe(x) }
			func f() { g("1") }`, ``},
		{"a function that is not called", `func g(a string) { probe(a) }`, ``},
		{"a function that only others call", `func g(a string) { probe(a) }
			func f() func(string) { return g }`, ``},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := load(t, tc.decls)
			tr := s.tracer(plenty)
			call := s.calls("probe")[0]
			frame := tr.Frame(call)
			v := tr.Eval(call.Args[0], frame)
			before := show(v)
			var got []string
			for _, w := range tr.Rebind(v, frame) {
				got = append(got, show(w))
			}
			if got := strings.Join(got, "; "); got != tc.want {
				t.Errorf("%s\n got %s\nwant %s", tc.decls, got, tc.want)
			}
			if after := show(v); after != before {
				t.Errorf("the value has changed from %s to %s", before, after)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	s := load(t, `func f(s string) { probe("a"); probe(s) }`)
	tr := s.tracer(plenty)
	var vals []*origin.Value
	for _, call := range s.calls("probe") {
		vals = append(vals, tr.Eval(call.Args[0], tr.Frame(call)))
	}
	for _, tc := range []struct {
		name string
		alts []*origin.Value
		want string
	}{
		{"none", nil, "unknown"},
		{"one", vals[:1], `"a"`},
		{"two", vals, `{"a"|s}`},
		{"one twice", []*origin.Value{vals[0], vals[0]}, `"a"`},
		{"a choice and one of it", []*origin.Value{origin.Choose(vals), vals[1]}, `{"a"|s}`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(origin.Choose(tc.alts)); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// object returns the first call of list.New, which makes the object that the
// tests below follow.
func object(t *testing.T, s sample) *ast.CallExpr {
	t.Helper()
	var found *ast.CallExpr
	ast.Inspect(s.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && found == nil && types.ExprString(call.Fun) == "list.New" {
			found = call
		}
		return found == nil
	})
	if found == nil {
		t.Fatal("the sample makes no list")
	}
	return found
}

// An object escapes where others may do to it what is not seen.
func TestEscapes(t *testing.T) {
	for _, tc := range []probe{
		{"it stays", `func f() { l := list.New(); l.PushBack("a"); _ = l.Len() }`, ``},
		{"a second name", `func f() { l := list.New(); m := l; m.Init() }`, ``},
		{"a function of the package", `func g(l *list.List) { l.Init() }
			func f() { l := list.New(); g(l) }`, ``},
		{"a method of the package", `type t struct{}
			func (t) g(l *list.List) { l.Init() }
			func f() { l := list.New(); t{}.g(l) }`, ``},
		{"a closure", `func f() { l := list.New(); g := func(l *list.List) { l.Init() }; g(l) }`, ``},
		{"a function that is known", `func f() { l := list.New(); list.New().PushBackList(l) }`, ``},
		{"a function of another package", `func f() { l := list.New(); fmt.Println(l) }`, `passed to fmt.Println`},
		{"a function value", `func f(g func(any)) { l := list.New(); g(l) }`, `passed to g`},
		{"a function of the package that hands it on", `func g(l *list.List) { fmt.Println(l) }
			func f() { l := list.New(); g(l) }`, `passed to fmt.Println`},
		{"a variadic parameter", `func g(l ...*list.List) {}
			func f() { l := list.New(); g(l) }`, `passed to g`},
		{"a field", `type t struct { l *list.List }
			func f(x *t) { l := list.New(); x.l = l }`, `stored in a field`},
		{"a field of a literal", `type t struct { l *list.List }
			func f() { l := list.New(); _ = t{l: l} }`, `stored in a field`},
		{"an element of a literal", `func f() { l := list.New(); _ = []any{l} }`, `stored in a field`},
		{"a package variable", `var v *list.List
			func f() { v = list.New() }`, `stored in a package variable`},
		{"an element of a list", `func f(x []*list.List) { x[0] = list.New() }`, `stored in a container`},
		{"a list that grows", `func f(x []*list.List) { x = append(x, list.New()) }`, `stored in a container`},
		{"a channel", `func f(c chan *list.List) { c <- list.New() }`, `sent on a channel`},
		{"a method value", `func f() { l := list.New(); g := l.Init; g() }`, `used as a method value`},
		{"the result of an exported function", `func F() *list.List { return list.New() }
			func f() { F().Init() }`, `returned by F`},
		{"the result of a function that only the package calls", `func g() *list.List { return list.New() }
			func f() { l := g(); l.Init() }`, ``},
		{"the result of a function that is handed on", `func g() *list.List { return list.New() }
			func f() { fmt.Println(g()) }`, `passed to fmt.Println`},
		{"the result of a function that the package does not call", `func g() *list.List { return list.New() }`, `returned by g`},
		{"the result of a closure", `func f() { g := func() *list.List { return list.New() }; g().Init() }`, ``},
		{"a chain of calls", `func f(v any) { fmt.Println(list.New().Init().Init()) }`, `passed to fmt.Println`},
		{"two ways out", `var v *list.List
			func F() *list.List { l := list.New(); v = l; return l }`, `stored in a package variable; returned by F`},
		{"a conversion", `type named *list.List
			func f() { fmt.Println(named(list.New())) }`, `passed to fmt.Println`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := load(t, tc.decls)
			tr := s.tracer(plenty)
			known := func(fn *types.Func) bool { return fn.Name() == "PushBackList" }
			var got []string
			for _, e := range tr.Escapes(object(t, s), known) {
				if e.Node == nil {
					t.Errorf("%q is nowhere", e.How)
				}
				got = append(got, e.How)
			}
			if got := strings.Join(got, "; "); got != tc.want {
				t.Errorf("%s\n got %q\nwant %q", tc.decls, got, tc.want)
			}
		})
	}
}

// AtEnd is for objects that are never used: what was done to them shows all
// the same.
func TestAtEnd(t *testing.T) {
	for _, tc := range []probe{
		{"a variable", `func f() { l := list.New(); l.PushBack("a"); l.PushBack("b") }`, `list.New().PushBack("a").PushBack("b")`},
		{"a variable with a type", `func f() { var l *list.List = list.New(); l.PushBack("a") }`, `list.New().PushBack("a")`},
		{"under a condition", `func f(b bool) { l := list.New(); if b { l.PushBack("a"); return } }`, `list.New().PushBack?("a")`},
		{"no variable", `func f() { list.New() }`, `list.New()`},
		{"a chain", `func f() { list.New().PushBack("a") }`, `list.New().PushBack("a")`},
		{"a field", `type t struct { l *list.List }
			func (x *t) f() { x.l = list.New() }
			func (x *t) g() { x.l.PushBack("a") }`, `list.New().PushBack?("a")`},
		{"a field of a literal", `type t struct { l *list.List }
			func f() *t { return &t{l: list.New()} }
			func (x *t) g() { x.l.PushBack("a") }`, `list.New().PushBack?("a")`},
		{"a package variable", `var l = list.New()
			func f() { l.PushBack("a") }`, `list.New().PushBack?("a")`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := load(t, tc.decls)
			tr := s.tracer(plenty)
			call := object(t, s)
			if got := show(tr.AtEnd(call, tr.Frame(call))); got != tc.want {
				t.Errorf("%s\n got %s\nwant %s", tc.decls, got, tc.want)
			}
		})
	}
}

// The same questions must have the same answers, in whichever order they are
// asked: answers are kept.
func TestOrder(t *testing.T) {
	s := load(t, busy+`
		func h(b bool) { x := ""; if b { x = "1" }; probe(x); x += "2"; probe(x); y := &x; probe(*y) }`)
	calls := s.calls("probe")
	ask := func(order []int) []string {
		tr := s.tracer(plenty)
		out := make([]string, len(calls))
		for _, i := range order {
			out[i] = show(tr.Eval(calls[i].Args[0], tr.Frame(calls[i])))
		}
		return out
	}
	order := make([]int, len(calls))
	for i := range order {
		order[i] = i
	}
	want := ask(order)
	slices.Reverse(order)
	if got := ask(order); !slices.Equal(got, want) {
		t.Errorf("backwards\n got %q\nwant %q", got, want)
	}
}
