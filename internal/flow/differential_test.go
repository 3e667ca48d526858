package flow

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"testing"

	"github.com/captoken/captoken/internal/flow/difftest"
)

var (
	programs = flag.Int("programs", 200, "how many programs TestDifferential generates")
	seed     = flag.Uint64("seed", 1, "the seed of the first")
	shrink   = flag.Bool("shrink", true, "shrink programs that disagree")
)

// engine answers for a generated program what the executor does.
func engine(p difftest.Program) (answers map[int]difftest.Answer, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	const probe = "func probe(id int, x any)\n"
	texts := []text{{"example.com/p", p.Imports, probe + p.Source}}
	if p.Lower != "" {
		texts[0].imports = append(slices.Clone(p.Imports), "example.com/lower")
		texts = append(texts, text{"example.com/lower", p.LowerImports, probe + p.Lower})
	}
	units, fset, err := checkTexts(texts...)
	if err != nil {
		return nil, err
	}
	got, err := observe(units, fset, p.Entry(), 1)
	if err != nil {
		return nil, err
	}
	answers = make(map[int]difftest.Answer)
	for id, a := range got {
		answers[id] = difftest.Answer{Any: a.any, Values: a.values}
	}
	return answers, nil
}

// TestDifferential compiles and runs generated programs, and holds the
// executor to what they do: each value that is observed must be among those
// that it answers.
func TestDifferential(t *testing.T) {
	differ(t, func(p difftest.Program) (difftest.Program, error) { return p, nil })
}

// TestDifferentialSpread is TestDifferential with programs of two packages.
func TestDifferentialSpread(t *testing.T) { differ(t, difftest.NewSpreader().Spread) }

// differ generates programs, makes others of them, where it can, and holds the
// executor to what these do.
func differ(t *testing.T, remake func(difftest.Program) (difftest.Program, error)) {
	for from, left := *seed, *programs; left > 0; {
		var made, batch []difftest.Program
		for range min(left, 500) {
			p := difftest.Generate(from, 12)
			from++
			left--
			q, err := remake(p)
			if errors.Is(err, difftest.ErrNothingToMove) {
				continue
			}
			if err != nil {
				t.Fatalf("seed %d: %v", p.Seed, err)
			}
			made, batch = append(made, p), append(batch, q)
		}
		dir := t.TempDir()
		ran, err := difftest.Run(dir, batch)
		if err != nil {
			t.Fatal(err)
		}
		remade := func(p difftest.Program) (map[int]difftest.Answer, error) {
			q, err := remake(p)
			if err != nil {
				return nil, err
			}
			return engine(q)
		}
		for i, d := range difftest.Check(batch, ran, engine) {
			if i == 5 {
				t.Fatal("and more")
			}
			small := made[d.Program]
			if *shrink {
				if s, err := difftest.Shrink(small, remade, dir); err == nil {
					small = s
				}
			}
			if q, err := remake(small); err == nil {
				small = q
			}
			t.Errorf("seed %d: %+v\n%s\n%s", batch[d.Program].Seed, d, small.Source, small.Lower)
		}
		known, all := 0, 0
		for _, p := range batch {
			answers, _ := engine(p)
			for _, a := range answers {
				if all++; !a.Any {
					known++
				}
			}
		}
		t.Logf("of %d probes in %d programs %d are known", all, len(batch), known)
	}
}
