package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Between returns the functions that are called after the call first and
// before the call last, in the frame f. A function that is not known is nil:
// a function value, or the method of an interface.
//
// It reports false if it can't tell, or if more may happen in between:
//   - last may run without first, or more than once after it: first must
//     dominate last, and no loop may be between them;
//   - a channel is used, or a goroutine is started, or a call is deferred.
func (t *Tracer) Between(first, last *ast.CallExpr, f *Frame) (called []*types.Func, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || f.fn == nil || t.program() == nil {
		return nil, false
	}
	from, to := t.prog.callOf(f.fn, first), t.prog.callOf(f.fn, last)
	if from == nil || to == nil || from.Parent() != to.Parent() {
		return nil, false
	}
	instrs, ok := between(from, to)
	for _, instr := range instrs {
		switch instr := instr.(type) {
		case *ssa.Send, *ssa.Select, *ssa.Go, *ssa.Defer:
			return nil, false
		case *ssa.UnOp:
			ok = ok && instr.Op != token.ARROW
		case *ssa.Call:
			if _, builtin := isBuiltin(&instr.Call); builtin {
				continue
			}
			var fn *types.Func
			if callee := instr.Call.StaticCallee(); callee != nil {
				fn, _ = callee.Object().(*types.Func)
			}
			called = append(called, fn)
		}
	}
	return called, ok
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
// another. It reports false if the first does not dominate the second, or if
// something on these ways, or the second, may run again before the first does.
func between(from, to ssa.Instruction) ([]ssa.Instruction, bool) {
	start, end := from.Block(), to.Block()
	i, k := slices.Index(start.Instrs, from), slices.Index(end.Instrs, to)
	if start == end {
		if i >= k {
			return nil, false
		}
		return start.Instrs[i+1 : k], true
	}
	if !start.Dominates(end) {
		return nil, false
	}
	after := reachable(start.Succs, start)
	out := slices.Clone(start.Instrs[i+1:])
	for _, b := range start.Parent().Blocks {
		next := reachable(b.Succs, start)
		switch {
		case !after[b], b != end && !next[end]:
			continue
		case next[b]:
			return nil, false // a loop
		case b == end:
			out = append(out, end.Instrs[:k]...)
		default:
			out = append(out, b.Instrs...)
		}
	}
	return out, true
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
