package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

func newExecutor(p *Program) *executor {
	return &executor{
		prog:        p,
		objIndex:    make(map[objKey]*object),
		syms:        make(map[symKey]*sym),
		frames:      make(map[frameKey]*Frame),
		acts:        make(map[actKey]*activation),
		graphs:      make(map[*ssa.Function]*graph),
		regs:        make(map[*ssa.Function]map[ssa.Value]int),
		leaked:      make(map[leakKey]*writes),
		leakNumbers: make(map[leakKey]int),
		pseudos:     make(map[pseudoKey]*node),
		getters:     make(map[*sym][]string),
		encoders:    make(map[*sym]*val),
		evals:       make(map[evalKey]*eval),
		befores:     make(map[beforeKey][]before),
		kept:        make(map[*types.Var][]storedVal),
	}
}

// runRoot executes a function on its own: with parameters that are not known.
func (x *executor) runRoot(fn *ssa.Function) outcome {
	x.root, x.early = fn, x.prog.early[fn]
	var args []*val
	for _, p := range fn.Params {
		args = append(args, x.symbolic(symKey{kind: symParam, a: p}, p.Type()))
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if c, ok := instr.(ssa.CallInstruction); ok {
				x.anyCall = c
			}
		}
	}
	st := &state{
		epoch: x.symbol(symKey{kind: symEpoch, a: fn}, nil, nil),
		env:   x.symbol(symKey{kind: symEpoch, a: fn, n: 1}, nil, nil),
	}
	a := x.activate(nil, point{}, 0, fn, nil, nil, args, nil)
	x.rootFrame = a.frame
	out := x.run(a, st)
	x.runClosures(fn, a, out)
	return out
}

// A closure is a function literal, as it was made.
type closure struct {
	f     *val
	state *state
	at    point
}

// runClosures executes the function literals that a function has made or
// returned, and that nothing has called: others may, later.
func (x *executor) runClosures(fn *ssa.Function, a *activation, out outcome) {
	x.noteLiterals(fn, a, out)
	for i := 0; i < len(x.closures); i++ { // which adds some
		c := x.closures[i]
		called := false
		for _, act := range x.acts {
			called = called || act.fn == c.f.fn && slices.EqualFunc(act.free, c.f.args, equal)
		}
		if called || x.anyCall == nil {
			continue
		}
		st := c.state
		if out.state != nil {
			st = out.state
		}
		s := *st
		x.at = c.at
		x.leak(&s, c.f)
	}
}

// noteLiterals adds the function literals that refer to no variables.
func (x *executor) noteLiterals(fn *ssa.Function, a *activation, out outcome) {
	st := out.state
	if st == nil {
		st = a.nodeOf(a.fn.Blocks[0], nil).last
	}
	for _, anon := range fn.AnonFuncs {
		if len(anon.FreeVars) == 0 && anon.Blocks != nil {
			x.closures = append(x.closures, closure{&val{kind: kFunc, fn: anon, act: a}, st, point{a.nodeOf(a.fn.Blocks[0], nil), a.fn.Blocks[0].Instrs[0]}})
		}
		x.noteLiterals(anon, a, out)
	}
}
