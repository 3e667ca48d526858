package difftest

import (
	"errors"
	"strings"
	"testing"
)

const shrinkable = `type pair struct {
	a, b string
}

func set(p *string, n int, s string) {
	for range n {
		*p = s
	}
}

var unused = strings.ToUpper("x")

func F(b0, b1 bool, s0 string) {
	x, y := "one", "two"
	q := pair{"a", "b"}
	if b0 || b1 {
		defer func() { probe(0, q.a) }()
		switch {
		case s0 == "alice":
			set(&x, 2, "three")
		default:
			y = q.b
		}
	}
	probe(1, x)
	probe(2, y)
}
`

func TestShrink(t *testing.T) {
	p := Program{Seed: 1, Source: shrinkable, Imports: []string{"strings"}, Features: []string{"if"}}
	got, err := Shrink(p, naive, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	want := `func set(p *string) {
	*p = "z"
}

func F(b0, b1 bool, s0 string) {
	x := "one"
	set(&x)
	probe(1, x)
}
`
	if got.Source != want || len(got.Imports) > 0 || got.Features != nil || got.Seed != 1 {
		t.Errorf("got imports %v, features %v and\n%swant\n%s", got.Imports, got.Features, got.Source, want)
	}
}

func TestShrinkFailure(t *testing.T) {
	engine := func(p Program) (map[int]Answer, error) {
		if strings.Contains(p.Source, "defer") {
			panic("no")
		}
		return nil, nil // which excludes all values, but that is not the failure
	}
	got, err := Shrink(Program{Source: shrinkable, Imports: []string{"strings"}}, engine, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got.Source, "\n"); n > 4 || !strings.Contains(got.Source, "defer") {
		t.Errorf("got\n%s", got.Source)
	}
}

func TestShrinkErrors(t *testing.T) {
	all := func(p Program) (map[int]Answer, error) { return map[int]Answer{0: {Any: true}}, nil }
	if _, err := Shrink(Program{Source: "func F(b0, b1 bool, s0 string) { probe(0, 1) }"}, all, t.TempDir()); err == nil {
		t.Error("there is no error if the engine is right")
	}
	wrong := func(p Program) (map[int]Answer, error) { return nil, errors.New("no") }
	if _, err := Shrink(Program{Source: "func F() {}"}, wrong, t.TempDir()); err == nil {
		t.Error("there is no error if the program has another F")
	}
}

// TestShrinkGenerated shrinks the first programs that show naive wrong.
func TestShrinkGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds many programs")
	}
	programs := seeds(60)
	dir := t.TempDir()
	ran, err := Run(dir, programs)
	if err != nil {
		t.Fatal(err)
	}
	done := map[int]bool{}
	for _, d := range Check(programs, ran, naive) {
		if done[d.Program] || len(done) == 3 {
			continue
		}
		done[d.Program] = true
		got, err := Shrink(programs[d.Program], naive, dir)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(got.Source, "\n"); n > 30 {
			t.Errorf("seed %d has %d lines still:\n%s", got.Seed, n, got.Source)
		}
	}
	if len(done) == 0 {
		t.Error("no program shows naive wrong")
	}
}
