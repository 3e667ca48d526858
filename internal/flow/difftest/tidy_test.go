package difftest

import (
	"slices"
	"testing"
)

func TestTidy(t *testing.T) {
	for _, tc := range []struct {
		name, source, want string
		imports            []string
	}{
		{"used", "func f() {\n\tx := 1\n\tg(x)\n}\n", "func f() {\n\tx := 1\n\tg(x)\n}\n", nil},
		{"unused", "func f() { x := 1 }", "func f() {\n\tx := 1\n\t_ = x\n}\n", nil},
		{"assigned only", "func f() { var x int; x = 1 }", "func f() {\n\tvar x int\n\t_ = x\n\tx = 1\n}\n", nil},
		{"op-assigned", "func f() {\n\tx := 1\n\tx += 1\n}\n", "func f() {\n\tx := 1\n\tx += 1\n}\n", nil},
		{"no need", "func f() {\n\tx := 1\n\t_ = x\n\tg(x)\n}\n", "func f() {\n\tx := 1\n\tg(x)\n}\n", nil},
		{"in if", "func f() { if x := 1; true { } }", "func f() {\n\tif x := 1; true {\n\t\t_ = x\n\t}\n}\n", nil},
		{"in range", "func f(l []int) { for i, x := range l { g(i) } }", "func f(l []int) {\n\tfor i, x := range l {\n\t\t_ = x\n\t\tg(i)\n\t}\n}\n", nil},
		{"in type switch", "func f(a any) {\n\tswitch x := a.(type) {\n\tcase int:\n\t}\n}\n", "func f(a any) {\n\tswitch x := a.(type) {\n\tcase int:\n\t\t_ = x\n\t}\n}\n", nil},
		{"in select", "func f(c chan int) {\n\tselect {\n\tcase x := <-c:\n\t}\n}\n", "func f(c chan int) {\n\tselect {\n\tcase x := <-c:\n\t\t_ = x\n\t}\n}\n", nil},
		{"in switch", "func f() {\n\tswitch x := 1; {\n\tdefault:\n\t}\n}\n", "func f() {\n\tswitch x := 1; {\n\tdefault:\n\t\t_ = x\n\t}\n}\n", nil},
		{"of a type that is not known", "func f() { for x := range strings.Split(\"\", \"\") { } }", "func f() {\n\tfor x := range strings.Split(\"\", \"\") {\n\t\t_ = x\n\t}\n}\n", []string{"strings"}},
		{"parentheses", "func f(p *T) { (*p) = (*p).f + (*p) + (*p)[0] + (*p)(1) + [1]int{}[(*p)] }", "func f(p *T) { *p = (*p).f + *p + (*p)[0] + (*p)(1) + [1]int{}[*p] }\n", nil},
		{"blank lines", "var a int\nfunc f() {\n\n\tg()\n\n}\n\n\nfunc h() {}", "var a int\n\nfunc f() {\n\tg()\n}\n\nfunc h() {}\n", nil},
		{"what does not parse", "func", "func", []string{"fmt", "strings"}},
	} {
		got, imports := tidy(tc.source, []string{"fmt", "strings"})
		if got != tc.want || !slices.Equal(imports, tc.imports) {
			t.Errorf("%s: got imports %v and\n%s\nwant imports %v and\n%s", tc.name, imports, got, tc.imports, tc.want)
		}
	}
}

func TestApply(t *testing.T) {
	const text = "0123456789"
	for _, tc := range []struct {
		name       string
		start, end int
		edits      []edit
		want       string
	}{
		{"none", 0, 10, nil, text},
		{"in any order", 0, 10, []edit{{5, 6, "b"}, {1, 2, "a"}}, "0a234b6789"},
		{"a part", 2, 5, []edit{{1, 2, "x"}, {3, 4, "y"}, {4, 6, "z"}}, "2y4"},
		{"an outer one", 0, 10, []edit{{3, 4, "in"}, {2, 6, "out"}}, "01out6789"},
		{"the longer one", 0, 10, []edit{{2, 3, "short"}, {2, 6, "long"}}, "01long6789"},
		{"an insertion", 0, 10, []edit{{2, 4, "new"}, {2, 2, "before"}}, "01beforenew456789"},
		{"the same twice", 0, 10, []edit{{2, 4, ""}, {2, 4, ""}}, "01456789"},
	} {
		if got := apply(text, tc.start, tc.end, tc.edits); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestJoins(t *testing.T) {
	const head = "func F(b0, b1 bool, s0 string) {\n"
	const old = head + `	x := ""
	{
		c := make(chan bool)
		go func() {
			x = "a"
			close(c)
		}()
		<-c
	}
	{
		c := make(chan bool, 1)
		go func() { c <- true }()
		<-c
		<-c
	}
	probe(0, x)
}
`
	for _, tc := range []struct {
		name, source string
		want         bool
	}{
		{"the same", old, true},
		{"no goroutines", head + "}", true},
		{"one of them", head + "{\nc := make(chan bool)\ngo func() { close(c) }()\n<-c\n}\n}", true},
		{"not joined", head + "{\nc := make(chan bool)\ngo func() { close(c) }()\n}\n}", false},
		{"both as the first", head + "{\nc := make(chan bool)\ngo func() { close(c) }()\n<-c\n}\n{\nc := make(chan bool)\ngo func() { close(c) }()\n<-c\n}\n}", false},
	} {
		c := newChecker()
		was, err := c.check(Program{Source: old})
		if err != nil {
			t.Fatal(err)
		}
		now, err := c.check(Program{Source: tc.source})
		if err != nil {
			t.Fatal(tc.name, err)
		}
		if got := now.joins(was); got != tc.want {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
}
