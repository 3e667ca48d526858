package difftest

import (
	"cmp"
	"errors"
	"go/scanner"
	"go/token"
	"slices"
)

// maxRounds bounds the rounds of Shrink. A round runs the go command twice.
const maxRounds = 30

// Shrink returns a smaller program that the engine gets wrong as it does p: it
// excludes a value that a probe was called with, or it fails. A round tries many
// deletions in one Run, and then those together that keep the disagreement.
//
// The error says that a Run fails, or that there is no disagreement.
func (r Runner) Shrink(p Program, engine Engine) (Program, error) {
	s := &shrinker{Runner: r, checker: newChecker(), engine: engine}
	d, err := s.disagreements([]Program{p})
	if err != nil {
		return p, err
	}
	if len(d) == 0 {
		return p, errors.New("the engine does not disagree with the program")
	}
	s.fails = slices.ContainsFunc(d, func(d Disagreement) bool { return d.Err != nil })
	for range maxRounds {
		smaller, ok, err := s.round(p)
		if err != nil || !ok {
			return p, err
		}
		p = smaller
	}
	return p, nil
}

// Shrink is Runner.Shrink with one call for each combination.
func Shrink(p Program, engine Engine, dir string) (Program, error) {
	return Runner{Dir: dir}.Shrink(p, engine)
}

type shrinker struct {
	Runner
	checker *checker
	engine  Engine
	fails   bool // whether the engine fails, so that this is what stays
}

// disagreements runs programs that compile.
func (s *shrinker) disagreements(programs []Program) ([]Disagreement, error) {
	ran, err := s.values(s.checker, programs)
	if err != nil {
		return nil, err
	}
	return Check(programs, ran, s.engine), nil
}

// A trial is a program to try, and the edits that made it.
type trial struct {
	program Program
	edits   []edit
}

// round returns the smallest program that it finds. ok is false if it finds
// none that is smaller than p.
func (s *shrinker) round(p Program) (smaller Program, ok bool, err error) {
	current, err := s.checker.check(p)
	if err != nil {
		return p, false, err
	}
	good, err := s.try(p, current, current.deletions())
	if err != nil || len(good) == 0 {
		return p, false, err
	}
	best := good[0]
	// Have: each of the good ones alone. All together rarely work, the first
	// few often do.
	var all [][]edit
	var sum []edit
	for _, t := range good {
		sum = slices.Concat(sum, t.edits)
		all = append(all, sum)
	}
	if good, err = s.try(p, current, all); err != nil {
		return p, false, err
	}
	if len(good) > 0 && weight(good[0].program) < weight(best.program) {
		best = good[0]
	}
	return best.program, true, nil
}

// try applies each of the lists of edits to p, and returns the programs that
// are smaller and keep the disagreement, the smallest first.
func (s *shrinker) try(p Program, current *checked, all [][]edit) ([]trial, error) {
	var trials []trial
	var programs []Program
	seen := map[string]bool{}
	for _, edits := range all {
		q := p
		q.Features = nil
		head := len(p.header("p"))
		source := apply(current.text, head, len(current.text), edits)
		q.Source, q.Imports = tidy(source, p.Imports)
		if seen[q.Source] || weight(q) >= weight(p) {
			continue
		}
		seen[q.Source] = true
		next, err := s.checker.check(q)
		if err != nil || !next.joins(current) {
			continue
		}
		trials = append(trials, trial{q, edits})
		programs = append(programs, q)
	}
	found, err := s.disagreements(programs)
	if err != nil {
		return nil, err
	}
	keeps := make([]bool, len(trials))
	for _, d := range found {
		if (d.Err != nil) == s.fails {
			keeps[d.Program] = true
		}
	}
	var good []trial
	for i, t := range trials {
		if keeps[i] {
			good = append(good, t)
		}
	}
	slices.SortStableFunc(good, func(a, b trial) int { return cmp.Compare(weight(a.program), weight(b.program)) })
	return good, nil
}

// weight is what a round makes less. A constant is better than the name of a
// variable, which needs a declaration.
func weight(p Program) int {
	var s scanner.Scanner
	fset := token.NewFileSet()
	src := []byte(p.Source)
	s.Init(fset.AddFile("", -1, len(src)), src, nil, 0)
	n := len(src)
	for {
		switch _, tok, _ := s.Scan(); tok {
		case token.EOF:
			return n
		case token.IDENT:
			n += 4
		}
	}
}
