package flow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A state is all that is known at one point of an execution. It is
// immutable but for the executor that is about to change it: see own.
type state struct {
	heap  trie[*cell] // by the number of the object
	regs  trie[*val]  // by the number of the register; see activation.reg
	epoch *sym        // of the memory that code elsewhere can reach
	env   *sym        // of the environment of the process
	stack trie[*deferred]
}

// A Frame is a declared function that is being executed: on its own, with
// parameters that are not known, or as the callee of a call that is being
// followed. Function literals run in the frame of the function around them.
type Frame struct {
	Func   ast.Node      // *ast.FuncDecl; nil at package level
	Call   *ast.CallExpr // the call that is followed; nil if parameters are not known
	Caller *Frame        // where Call stands; nil if Call is

	fn    *ssa.Function // nil at package level
	args  []*val        // what its parameters are bound to, when it was called last
	runs  []entered     // each time that it is called: in the rounds of a loop, say
	root  *root         // in which it is executed
	depth int
}

// An entered is a function as it is called.
type entered struct {
	by    *activation
	args  []*val
	state *state
}

// enter notes that a function is called.
func (f *Frame) enter(a *activation, st *state) {
	f.args = a.args
	e := entered{a, a.args, st}
	if i := slices.IndexFunc(f.runs, func(o entered) bool { return o.by == a }); i >= 0 {
		f.runs[i] = e
		return
	}
	f.runs = append(f.runs, e)
}

// Depth returns the number of followed calls by which f is reached.
func (f *Frame) Depth() int { return f.depth }

// Within reports whether f is g or is reached from it by followed calls.
func (f *Frame) Within(g *Frame) bool {
	for ; f != nil; f = f.Caller {
		if f == g {
			return true
		}
	}
	return false
}

// joinStates joins what is known at the end of two ways into one node. A nil
// state is that of a way that is never taken.
func (x *executor) joinStates(a, b *state, at *node, widen bool) *state {
	switch {
	case a == b || b == nil:
		return a
	case a == nil:
		return b
	}
	out := &state{heap: a.heap, regs: a.regs, epoch: a.epoch, env: a.env, stack: a.stack}
	if a.epoch != b.epoch {
		out.epoch = x.symbol(symKey{kind: symEpoch, a: point{node: at}}, nil, nil)
	}
	if a.env != b.env {
		out.env = x.symbol(symKey{kind: symEpoch, a: point{node: at}, n: 1}, nil, nil)
	}
	saved := x.joining
	defer func() { x.joining = saved }()
	x.joining = &joining{a: a, b: b, out: out, at: at}
	out.heap, out.regs = out.heap.begin(), out.regs.begin()
	a.heap.diff(b.heap, func(i int, p, q *cell) {
		x.budget--
		if p.equal(q) {
			return
		}
		p, q = x.current(x.objects[i], p, a.epoch), x.current(x.objects[i], q, b.epoch)
		x.joining.id, x.joining.n = i, 0
		o := x.objects[i]
		if p == nil || q == nil {
			if o.kind != objPointee && o.kind != objGlobal || o.owned {
				// Have: an object that is made on one way only. On the other
				// there is nothing that refers to it.
				if p == nil {
					out.heap = out.heap.set(i, q)
				}
				return
			}
			if p == nil {
				p = x.unseen(o, a)
			} else {
				q = x.unseen(o, b)
			}
			if p.equal(q) {
				out.heap = out.heap.set(i, p)
				return
			}
		}
		out.heap = out.heap.set(i, x.joinCells(p, q, widen))
	})
	x.joining = nil
	a.regs.diff(b.regs, func(i int, p, q *val) {
		switch {
		case p == nil || q == nil:
			out.regs = out.regs.set(i, nil)
		default:
			out.regs = out.regs.set(i, x.joinVals(p, q, widen))
		}
	})
	a.stack.diff(b.stack, func(i int, p, q *deferred) {
		out.stack = out.stack.set(i, x.joinDeferred(p, q))
	})
	out.heap, out.regs = out.heap.end(), out.regs.end()
	return out
}

func sameState(a, b *state) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil || a.epoch != b.epoch || a.env != b.env {
		return false
	}
	same := true
	a.heap.diff(b.heap, func(_ int, p, q *cell) { same = same && p.equal(q) })
	a.regs.diff(b.regs, func(_ int, p, q *val) { same = same && equal(p, q) })
	a.stack.diff(b.stack, func(_ int, p, q *deferred) { same = same && p.equal(q) })
	return same
}
