package flow

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Passage is what may run between two places of a function.
type Passage struct {
	// Calls are the calls, in no order. Nil stands for a call that is not
	// written in the code: a range calls the function that it goes over.
	Calls []*ast.CallExpr
	// Stores are the statements and the elements of literals that store to
	// memory, variables included, in no order. Nil stands for another store.
	Stores []ast.Node
	// Loops says that some of it may run more than once.
	Loops bool
	// Dominates says that the last place is reached through the first only.
	Dominates bool
	// PostDominates says that the last place is reached whenever the first
	// has been, unless something panics, or a call does not return.
	PostDominates bool

	instrs []ssa.Instruction
}

// Runs reports whether an expression is evaluated in a passage, or an identifier
// assigned to.
func (p Passage) Runs(e ast.Expr) bool {
	return slices.ContainsFunc(p.instrs, func(instr ssa.Instruction) bool { return isWithin(instr, e) })
}

// Between returns what runs after first and before last, in the frame f. It does
// not look into the functions that are called. If first is a statement that
// contains last, the passage starts at the beginning of first.
//
// It reports false if it can't tell, or if more may happen in between:
//   - last may not run after first;
//   - a channel is used, or a goroutine is started, or a call is deferred.
func (t *Tracer) Between(first, last ast.Node, f *Frame) (p Passage, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || t.program() == nil {
		return Passage{}, false
	}
	fn := f.fn
	if fn == nil {
		if fn = t.around(last); fn == nil { // at package level
			return Passage{}, false
		}
	}
	to := t.prog.edge(fn, last, false)
	if to == nil {
		return Passage{}, false
	}
	begins := first.Pos() <= last.Pos() && last.End() <= first.End()
	from := t.prog.edge(to.Parent(), first, !begins)
	if from == nil || from == to && !begins {
		return Passage{}, false
	}
	if from == to {
		return Passage{Dominates: true, PostDominates: true}, true
	}
	p.instrs, p.Loops, ok = between(from, to)
	if begins {
		p.instrs = append(p.instrs, from)
	}
	p.Dominates, p.PostDominates = from.Block().Dominates(to.Block()), from.Block() == to.Block() || !exits(from.Block().Succs, to.Block())
	for _, instr := range p.instrs {
		switch instr := instr.(type) {
		case *ssa.Send, *ssa.Select, *ssa.Go, *ssa.Defer:
			return Passage{}, false
		case *ssa.UnOp:
			ok = ok && instr.Op != token.ARROW
		case *ssa.Store, *ssa.MapUpdate:
			p.Stores = append(p.Stores, t.prog.setters[instr.Pos()])
		case *ssa.Call:
			if b, builtin := isBuiltin(&instr.Call); !builtin || changingBuiltin(b.Name()) || showingBuiltin(b.Name()) {
				p.Calls = append(p.Calls, t.prog.callAt(instr.Pos()))
			}
		}
	}
	return p, ok
}

// exits reports whether a function may return, or go on for ever, on a way from
// some blocks that avoids another one.
func exits(from []*ssa.BasicBlock, avoid *ssa.BasicBlock) bool {
	for b := range reachable(from, avoid) {
		if _, returns := lastOf(b).(*ssa.Return); returns {
			return true
		}
		stuck := len(b.Succs) > 0
		for next := range reachable(b.Succs, nil) {
			stuck = stuck && next != avoid && len(next.Succs) > 0
		}
		if stuck {
			return true // for {}
		}
	}
	return false
}

// lastOf returns the last instruction of a block, nil if it has none.
func lastOf(b *ssa.BasicBlock) ssa.Instruction {
	if len(b.Instrs) == 0 {
		return nil
	}
	return b.Instrs[len(b.Instrs)-1]
}

// isWithin reports whether an instruction has its position in the code of a
// node.
func isWithin(instr ssa.Instruction, n ast.Node) bool {
	pos := instr.Pos()
	if d, ok := instr.(*ssa.DebugRef); ok {
		pos = d.Expr.Pos()
	}
	return n.Pos() <= pos && pos < n.End()
}

// edge returns the instruction of a function, or of its literals, that makes a
// call. Of other code it returns the first instruction, which dominates the others,
// or the last, which the others dominate. It returns nil if it finds none.
func (p *Program) edge(fn *ssa.Function, n ast.Node, last bool) ssa.Instruction {
	if call, ok := n.(*ast.CallExpr); ok {
		if c := p.callOf(fn, call); c != nil {
			return c
		}
		return nil
	}
	for _, anon := range fn.AnonFuncs {
		if syntax := anon.Syntax(); syntax != nil && syntax.Pos() <= n.Pos() && n.End() <= syntax.End() && syntax != n {
			return p.edge(anon, n, last)
		}
	}
	var within []ssa.Instruction
	for _, b := range fn.DomPreorder() {
		for _, instr := range b.Instrs {
			if isWithin(instr, n) {
				within = append(within, instr)
			}
		}
	}
	if len(within) == 0 {
		return nil
	}
	first, end := within[0], within[len(within)-1]
	ordered := func(a, b ssa.Instruction) bool { return a.Block() == b.Block() || a.Block().Dominates(b.Block()) }
	for _, instr := range within {
		if !ordered(first, instr) {
			return nil
		}
		if !ordered(instr, end) {
			end = first // it has several ends
		}
	}
	if last {
		return end
	}
	return first
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
