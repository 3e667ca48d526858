package difftest

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// spread spreads those of the programs that can be.
func spread(t *testing.T, programs []Program) (before, after []Program) {
	t.Helper()
	s := NewSpreader()
	for _, p := range programs {
		q, err := s.Spread(p)
		if errors.Is(err, ErrNothingToMove) {
			continue
		}
		if err != nil {
			t.Fatalf("seed %d: %v\n%s\n%s\n%s", p.Seed, err, p.Source, q.File("p"), q.lower().File(lowerName))
		}
		before, after = append(before, p), append(after, q)
	}
	return before, after
}

func TestSpread(t *testing.T) {
	programs := seeds(300)
	before, after := spread(t, programs)
	if len(after) < len(programs)*3/4 {
		t.Errorf("%d programs of %d are spread, want more", len(after), len(programs))
	}
	_, again := spread(t, before)
	if !reflect.DeepEqual(after, again) {
		t.Error("the same programs are spread in two ways")
	}
	count := map[string]int{}
	for _, p := range after {
		for _, what := range []string{"func ", "var ", "type ", "probe("} {
			if strings.Contains(p.Lower, what) {
				count[what]++
			}
			if strings.Contains(strings.Replace(p.Source, "func F(", "", 1), what) {
				count["rest "+what]++
			}
		}
	}
	for what, n := range count {
		if n < len(after)/20 {
			t.Errorf("%d programs of %d have %q, want more", n, len(after), what)
		}
	}
	t.Log(len(after), count)
}

// TestSpreadRun expects that most programs do what they did before. Some don't:
// fmt calls methods of fields that are exported only.
func TestSpreadRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds many programs")
	}
	before, after := spread(t, seeds(100))
	was, err := Run(t.TempDir(), before)
	if err != nil {
		t.Fatal(err)
	}
	is, err := Run(t.TempDir(), after)
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for i := range was {
		if !reflect.DeepEqual(was[i], is[i]) {
			differ++
			t.Logf("seed %d: was %v, is %v", before[i].Seed, was[i], is[i])
		}
	}
	if differ > len(was)/20 {
		t.Errorf("%d programs of %d differ", differ, len(was))
	}
}
