// Benchguard compares benchmarks with a baseline:
//
//	go test ./analyzer -run='^$' -bench=. -count=3 | go run ./benchguard baseline.txt
//
// Allocations and bytes must be those of the baseline, but for what is up to chance: the growth of maps depends on their
// random seeds. Times are compared as multiples of BenchmarkReference in the same run, which varies less between
// machines, and only for what nobody can miss. It exits with 1 if something is worse, and if allocations or bytes are so
// much better that the baseline should say so.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/benchmark/parse"
)

const reference = "BenchmarkReference"

// How far from the baseline a benchmark may be. One with few allocations has no maps that grow: it must be the same.
const (
	few       = 100   // allocations
	maxAllocs = 0.002 // of the allocations
	maxBytes  = 0.03  // of the bytes
	maxSlower = 2     // times as slow; shorter times than minTime say nothing, of one run
	minTime   = 25e6  // nanoseconds
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go test -bench=. | benchguard baseline.txt")
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = guard(os.Stdin, text, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchguard:", err)
		os.Exit(1)
	}
}

// guard compares the benchmarks that it reads with a baseline, and prints them.
func guard(r io.Reader, baseline []byte, w io.Writer) error {
	now, err := read(r)
	if err != nil {
		return err
	}
	was, err := read(bytes.NewReader(baseline))
	if err != nil {
		return fmt.Errorf("baseline: %w", err)
	}
	if now[reference] == nil || was[reference] == nil {
		return fmt.Errorf("want %s in both", reference)
	}
	var names []string
	for name := range now {
		names = append(names, name)
	}
	slices.Sort(names)
	var wrong []error
	for _, name := range names {
		got, want := now[name], was[name]
		if want == nil {
			wrong = append(wrong, fmt.Errorf("%s is not in the baseline", name))
			continue
		}
		ratio, wanted := got.NsPerOp/now[reference].NsPerOp, want.NsPerOp/was[reference].NsPerOp
		fmt.Fprintf(w, "%-44s %9.4f of the reference (%.4f) %9d allocs (%d) %11d B (%d)\n", strings.TrimPrefix(name, "Benchmark"),
			ratio, wanted, got.AllocsPerOp, want.AllocsPerOp, got.AllocedBytesPerOp, want.AllocedBytesPerOp)
		if name == reference {
			continue
		}
		for _, count := range []struct {
			what      string
			got, want uint64
			may       float64
		}{
			{"allocations", got.AllocsPerOp, want.AllocsPerOp, maxAllocs * float64(want.AllocsPerOp)},
			{"bytes", got.AllocedBytesPerOp, want.AllocedBytesPerOp, maxBytes * float64(want.AllocedBytesPerOp)},
		} {
			if want.AllocsPerOp < few {
				count.may = 0
			}
			if math.Abs(float64(count.got)-float64(count.want)) > count.may {
				wrong = append(wrong, fmt.Errorf("%s: %d %s, the baseline has %d", name, count.got, count.what, count.want))
			}
		}
		if got.NsPerOp > minTime && ratio > maxSlower*wanted {
			wrong = append(wrong, fmt.Errorf("%s: %.4f of the reference's time, the baseline has %.4f", name, ratio, wanted))
		}
	}
	return errors.Join(wrong...)
}

var processors = regexp.MustCompile(`-\d+$`)

// read reads the output of benchmarks: the best of each, without the number of processors behind its name.
func read(r io.Reader) (map[string]*parse.Benchmark, error) {
	set, err := parse.ParseSet(r)
	if err != nil {
		return nil, err
	}
	best := make(map[string]*parse.Benchmark)
	for name, runs := range set {
		b := *runs[0]
		for _, run := range runs[1:] {
			b.NsPerOp = min(b.NsPerOp, run.NsPerOp)
			b.AllocsPerOp = min(b.AllocsPerOp, run.AllocsPerOp)
			b.AllocedBytesPerOp = min(b.AllocedBytesPerOp, run.AllocedBytesPerOp)
		}
		best[processors.ReplaceAllString(name, "")] = &b
	}
	if len(best) == 0 {
		return nil, errors.New("there are no benchmarks")
	}
	return best, nil
}
