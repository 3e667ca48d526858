package flow

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Passage is what may be called between two calls of a function.
type Passage struct {
	// Calls are the calls, in no order. Nil stands for a call that is not
	// written in the code: a range calls the function that it goes over.
	Calls []*ast.CallExpr
	// Loops says that some of them may run more than once.
	Loops bool
	// Always says that the last call runs behind the first only.
	Always bool
}

// Between returns what is called after the call first and before the call last,
// in the frame f. What the functions call in turn is left out.
//
// It reports false if it can't tell, or if more may happen in between:
//   - last may not run after first;
//   - a channel is used, or a goroutine is started, or a call is deferred.
func (t *Tracer) Between(first, last *ast.CallExpr, f *Frame) (p Passage, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || f.fn == nil || t.program() == nil {
		return Passage{}, false
	}
	from, to := t.prog.callOf(f.fn, first), t.prog.callOf(f.fn, last)
	if from == nil || to == nil || from.Parent() != to.Parent() {
		return Passage{}, false
	}
	instrs, loops, ok := between(from, to)
	p.Loops, p.Always = loops, from.Block().Dominates(to.Block())
	for _, instr := range instrs {
		switch instr := instr.(type) {
		case *ssa.Send, *ssa.Select, *ssa.Go, *ssa.Defer:
			return Passage{}, false
		case *ssa.UnOp:
			ok = ok && instr.Op != token.ARROW
		case *ssa.Call:
			if _, builtin := isBuiltin(&instr.Call); !builtin {
				p.Calls = append(p.Calls, t.prog.callAt(instr.Pos()))
			}
		}
	}
	return p, ok
}

// callOf returns the one instruction in a function, or in its literals, that
// makes a call; nil if it is deferred, or started.
func (p *Program) callOf(fn *ssa.Function, call *ast.CallExpr) *ssa.Call {
	var found *ssa.Call
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if c, ok := instr.(*ssa.Call); ok && p.callAt(c.Pos()) == call {
				found = c
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		if c := p.callOf(anon, call); c != nil {
			found = c
		}
	}
	return found
}

// between returns the instructions on the ways from one instruction to
// another, and whether something on these ways, or the second, may run again
// before the first does. It reports false if there is no way.
func between(from, to ssa.Instruction) (list []ssa.Instruction, loops, ok bool) {
	start, end := from.Block(), to.Block()
	i, k := slices.Index(start.Instrs, from), slices.Index(end.Instrs, to)
	if start == end {
		if i >= k {
			return nil, false, false
		}
		return start.Instrs[i+1 : k], false, true
	}
	after := reachable(start.Succs, start)
	if !after[end] {
		return nil, false, false
	}
	list = slices.Clone(start.Instrs[i+1:])
	for _, b := range start.Parent().Blocks {
		next := reachable(b.Succs, start)
		if !after[b] || b != end && !next[end] {
			continue
		}
		loops = loops || next[b]
		if b == end && !next[b] {
			list = append(list, end.Instrs[:k]...)
		} else {
			list = append(list, b.Instrs...)
		}
	}
	return list, loops, true
}

// reachable returns the blocks that are reached from some blocks, these
// included, on ways that avoid another one.
func reachable(from []*ssa.BasicBlock, avoid *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	out := make(map[*ssa.BasicBlock]bool)
	todo := slices.Clone(from)
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b == avoid || out[b] {
			continue
		}
		out[b] = true
		todo = append(todo, b.Succs...)
	}
	return out
}
