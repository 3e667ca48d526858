package difftest

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestRun(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		source  string
		imports []string
		want    map[int][]string
		end     string
	}{
		{"the parameters", `func F(b0, b1 bool, s0 string) { probe(0, s0); if b0 && !b1 { probe(1, b0) } }`, nil,
			map[int][]string{0: {"", "alice"}, 1: {"true"}}, "returned"},
		{"each call finds a new start", `var (
	g = h + "1"
	h = "h"
	n int
	m = map[string]int{}
	a, _ = two()
)
func two() (string, string) { return g, h }
func init() { g += "i" }
func init() { g += "j" }
func F(b0, b1 bool, s0 string) { g += "f"; n++; m["k"]++; probe(0, g); probe(1, n); probe(2, m["k"]); probe(3, a) }`, nil,
			map[int][]string{0: {"h1ijf"}, 1: {"1"}, 2: {"1"}, 3: {"h1"}}, "returned"},
		{"a panic", `func F(b0, b1 bool, s0 string) { probe(0, 1); if b0 { panic("x") }; probe(1, b0) }`, nil,
			map[int][]string{0: {"1"}, 1: {"false"}}, "panicked"},
		{"a loop", `func F(b0, b1 bool, s0 string) { defer func() { probe(1, 1) }(); probe(0, 1); for { } }`, nil,
			map[int][]string{0: {"1"}}, "stopped"},
		{"a goto", `func F(b0, b1 bool, s0 string) { probe(0, 1)
again: goto again }`, nil, map[int][]string{0: {"1"}}, "stopped"},
		{"a recursion", `func F(b0, b1 bool, s0 string) { probe(0, 1); F(b0, b1, s0) }`, nil, map[int][]string{0: {"1"}}, "stopped"},
		{"a block", `func F(b0, b1 bool, s0 string) { probe(0, 1); <-make(chan int) }`, nil, map[int][]string{0: {"1"}}, "blocked"},
		{"a crash", `func f(s string) { panic(s) }
func F(b0, b1 bool, s0 string) { probe(0, 1); go f(s0); select {} }`, nil, map[int][]string{0: {"1"}}, "crashed"},
		{"a panic in a goroutine", `func F(b0, b1 bool, s0 string) { probe(0, 1); c := make(chan int); go func() { defer close(c); panic(s0) }(); <-c; probe(1, 1) }`, nil,
			map[int][]string{0: {"1"}}, "stopped"},
		{"too much memory", `func F(b0, b1 bool, s0 string) { s := "xxxxxxxxxxxxxxxx"; probe(0, 1); for { s += s; probe(1, len(s) > 1000) } }`, nil,
			map[int][]string{0: {"1"}, 1: {"false", "true"}}, "crashed"},
		{"embedded fields", `type base struct { a string }
type Base struct { b string }
type both struct { base; *Base }
type box[T any] struct { v T }
type in struct { box[base] }
func (b *base) get() string { return b.a }
var g = both{base{"x"}, &Base{b: "y"}}
var i interface{ get() string } = &g
func F(b0, b1 bool, s0 string) {
	x := both{base: base{a: "a"}}
	x.base.a += "1"
	probe(0, x.a); probe(1, g.Base.b); probe(2, i.get()); y := in{box: box[base]{}}; y.box.v.a = "z"; probe(3, y.v.a)
	base := "local"; probe(4, base)
	probe(5, fmt.Sprint(x.base)); probe(6, strings.ToUpper(g.get()))
}`, []string{"fmt", "strings"},
			map[int][]string{0: {"a1"}, 1: {"y"}, 2: {"x"}, 3: {"z"}, 4: {"local"}, 5: {"{a1}"}, 6: {"X"}}, "returned"},
		{"the last one", `func F(b0, b1 bool, s0 string) { probe(7, "a\n\"b\" c") }`, nil, map[int][]string{7: {"a\n\"b\" c"}}, "returned"},
	}
	var programs []Program
	for _, tc := range cases {
		programs = append(programs, Program{Source: tc.source, Imports: tc.imports})
	}
	got, err := Runner{Dir: t.TempDir()}.run(newChecker(), programs)
	if err != nil {
		t.Fatal(err)
	}
	for i, tc := range cases {
		if !reflect.DeepEqual(got[i].values, tc.want) || got[i].end != tc.end {
			t.Errorf("%s: got %v %s, want %v %s", tc.name, got[i].values, got[i].end, tc.want, tc.end)
		}
	}
}

func TestRunNothing(t *testing.T) {
	got, err := Run(t.TempDir(), nil)
	if len(got) != 0 || err != nil {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestRunError(t *testing.T) {
	_, err := Run(t.TempDir(), []Program{{Seed: 7, Source: "func F(b0, b1 bool, s0 string) { x := 1 }"}})
	if err == nil || !strings.Contains(err.Error(), "seed 7") {
		t.Errorf("got %v, want an error that tells the seed", err)
	}
}

func TestRunCalls(t *testing.T) {
	p := Program{Source: "var n int\nfunc F(b0, b1 bool, s0 string) { n++; probe(0, n) }"}
	got, err := Runner{Dir: t.TempDir(), Calls: 3}.Run([]Program{p})
	if err != nil {
		t.Fatal(err)
	}
	want := []map[int][]string{{0: {"1", "2", "3"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRunAgain(t *testing.T) {
	dir := t.TempDir()
	p := Program{Source: "func F(b0, b1 bool, s0 string) { probe(0, 1) }"}
	many := make([]Program, 2*perPackage+1)
	for i := range many {
		many[i] = p
	}
	for _, programs := range [][]Program{many, many[:1]} {
		got, err := Run(dir, programs)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(programs) || !reflect.DeepEqual(got[len(got)-1], map[int][]string{0: {"1"}}) {
			t.Errorf("got %v", got)
		}
	}
}

// TestRunGenerated compiles and runs generated programs in one build.
func TestRunGenerated(t *testing.T) {
	const n = 300
	programs := seeds(n)
	start := time.Now()
	got, err := Runner{Dir: t.TempDir()}.run(newChecker(), programs)
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	ends := map[string]int{}
	probes, values, varied, silent := 0, 0, 0, 0
	for i, r := range got {
		ends[r.end]++
		if r.end == "blocked" || r.end == "crashed" {
			t.Errorf("seed %d: it %s", programs[i].Seed, r.end)
		}
		probes += len(r.values)
		for _, v := range r.values {
			values += len(v)
			if len(v) > 1 {
				varied++
			}
		}
		if len(r.values) == 0 {
			silent++
		}
	}
	if ends["returned"] < n*9/10 {
		t.Errorf("the programs end so: %v, want most to return", ends)
	}
	if silent > n/20 {
		t.Errorf("%d programs show no value", silent)
	}
	if varied < n/4 {
		t.Errorf("%d probes have different values, want more", varied)
	}
	t.Logf("%d programs in %v, %.0f in a second; %d probes with %d values; %v", n, took, n/took.Seconds(), probes, values, ends)
}
