package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/knowledge"
)

// A moment identifies a state in which a function may panic: its memory, and the
// calls that it has deferred.
type moment struct {
	memory   *trieNode[*cell]
	deferred *deferred
}

// mayPanic notes that the execution may end here, if somebody may go on from
// there.
func (x *executor) mayPanic(a *activation, st *state) {
	if x.catching > 0 {
		at := moment{st.heap.root, st.stack.get(a.id)}
		if a.panickedAt == at && a.panicked != nil {
			return // nothing has changed since, and no call was deferred
		}
		a.panickedAt = at
		s := *st
		a.panicked = x.joinStates(a.panicked, &s, a.nodeOf(a.fn.Blocks[0], nil), a.panicked != nil)
	}
}

// mayRecover reports whether a call that a function defers may recover from
// a panic.
func (p *Program) mayRecover(fn *ssa.Function) bool {
	r, ok := p.recover[fn]
	if !ok {
		r = p.defersRecover(fn)
		p.recover[fn] = r
	}
	return r
}

// defersRecover reports whether a call of recover may be deferred by a
// function, or by the body of a loop over a function in it. Only a deferred
// function itself can recover, not those that it calls.
func (p *Program) defersRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			d, ok := instr.(*ssa.Defer)
			if !ok {
				continue
			}
			if b, builtin := isBuiltin(&d.Call); builtin {
				if b.Name() == "recover" {
					return true
				}
				continue
			}
			callee := d.Call.StaticCallee()
			switch {
			case callee == nil && d.Call.Method == nil:
				if !isNamedType(d.Call.Value.Type(), "context", "CancelFunc") || p.makesCancelFunc() {
					return true
				}
			case callee == nil:
				if _, known := knowledge.EffectThrough(d.Call.Value.Type(), d.Call.Method); !known && d.Call.Method.Name() != "Close" || p.recoversAs(d.Call.Method) {
					return true
				}
			case callee.Blocks == nil:
				obj, _ := callee.Object().(*types.Func)
				if _, known := knowledge.EffectOf(obj); !known && callee.Name() != "Close" {
					return true
				}
			case callsRecover(callee):
				return true
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		if anon.Synthetic != "" && p.defersRecover(anon) {
			return true
		}
	}
	return false
}

// recoversAs reports whether a method of the program that has the name of another
// calls recover.
func (p *Program) recoversAs(m *types.Func) bool {
	return slices.ContainsFunc(p.functions(), func(fn *ssa.Function) bool {
		return fn.Signature.Recv() != nil && fn.Name() == m.Name() && callsRecover(fn)
	})
}

// makesCancelFunc reports whether the program takes a function of its own for a
// context.CancelFunc.
func (p *Program) makesCancelFunc() bool {
	for _, fn := range p.all() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if c, ok := instr.(*ssa.ChangeType); ok && isNamedType(c.Type(), "context", "CancelFunc") {
					return true
				}
			}
		}
	}
	return false
}

// defersCode reports whether a function defers code of the program, which finds
// what memory holds when the function panics, even if nobody recovers in it.
func (p *Program) defersCode(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if d, ok := instr.(*ssa.Defer); ok {
				callee := d.Call.StaticCallee()
				if callee != nil && (callee.Blocks != nil || callee.Pkg != nil && p.ours[callee.Pkg.Pkg]) {
					return true
				}
			}
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(anon *ssa.Function) bool { return anon.Synthetic != "" && p.defersCode(anon) })
}

// callsRecover reports whether a function calls recover itself.
func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			c, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if b, builtin := isBuiltin(&c.Call); builtin && b.Name() == "recover" {
				return true
			}
			if callee := c.Call.StaticCallee(); fn.Synthetic != "" && callee != nil && callee != fn && callsRecover(callee) {
				return true // a wrapper
			}
		}
	}
	return false
}
