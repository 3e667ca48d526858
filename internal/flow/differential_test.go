package flow

import (
	"flag"
	"fmt"
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
	units, fset, err := checkTexts(text{"example.com/p", p.Imports, "func probe(id int, x any)\n" + p.Source})
	if err != nil {
		return nil, err
	}
	got, err := observe(units, fset, "F", 1)
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
	for from, left := *seed, *programs; left > 0; {
		var batch []difftest.Program
		for range min(left, 500) {
			batch = append(batch, difftest.Generate(from, 12))
			from++
			left--
		}
		dir := t.TempDir()
		ran, err := difftest.Run(dir, batch)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range difftest.Check(batch, ran, engine) {
			if i == 5 {
				t.Fatal("and more")
			}
			small := batch[d.Program]
			if *shrink {
				if s, err := difftest.Shrink(small, engine, dir); err == nil {
					small = s
				}
			}
			t.Errorf("seed %d: %+v\n%s", batch[d.Program].Seed, d, small.Source)
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
		t.Logf("of %d probes %d are known", all, known)
	}
}
