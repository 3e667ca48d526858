package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Limits that keep the work in proportion to the code that is looked at.
const (
	maxFrames    = 12 // depth of calls followed at once
	maxRecursion = 4  // activations of one function at once
	maxRounds    = 64 // rounds of a loop that are executed one by one
	maxVisits    = 4  // visits of a loop's head before what changes is unknown
)

// An executor executes functions of a program, abstractly: with values that
// may be unknown, on all ways that the conditions leave open.
//
// There is one rule for each instruction. What has no rule, and whatever
// code that is not looked into may reach, is unknown afterwards.
type executor struct {
	prog   *Program
	budget int
	lost   bool // the budget was used up
	gaveUp bool // and as much again: nothing is known

	objects  []*object // by number
	objIndex map[objKey]*object
	syms     map[symKey]*sym
	frames   map[frameKey]*Frame
	acts     map[actKey]*activation
	graphs   map[*ssa.Function]*graph
	regs     map[*ssa.Function]map[ssa.Value]int
	nextReg  int

	loops    *loopStack // around what is being executed
	at       point      // that is being executed
	catching int        // activations on the stack that may recover
	writes   []*writes  // what is noted of writes; see late
	late     int        // functions on the stack that run later: their states are not those of the function that is executed
	leaked   map[leakKey]*writes

	leakNumbers  map[leakKey]int
	pseudos      map[pseudoKey]*node
	recovering   *activation // that panics, and runs the call that is about to be made
	anyCall      ssa.CallInstruction
	initializing *ssa.Package           // whose initialization is executed, nil if none is
	root         *ssa.Function          // that is executed on its own
	early        map[*ssa.Package]phase // where the function that is executed may run
	rootFrame    *Frame
	how          string            // what is leaked gets to others
	getters      map[*sym][]string // the parts that methods return
	joining      *joining          // the join of states that is being made
	encoders     map[*sym]*val     // the buffers that JSON encoders write to
	aging        *aging            // of what a loop has made
	canon        []*val            // one of each value that clients have compared
	entering     bool              // the states that are joined are those before a loop and after a round of it
	closures     []closure
	kept         map[*types.Var][]storedVal // by field and package variable

	did Effect // what was executed: see Tracer.Effect

	evals   map[evalKey]*eval      // what expressions are, by frame
	befores map[beforeKey][]before // the states in which statements begin
}

type frameKey struct {
	caller *Frame
	call   *ast.CallExpr
	decl   *ast.FuncDecl
}

type actKey struct {
	caller *activation
	at     point
	fn     *ssa.Function
	def    *activation
	n      int
}

type evalKey struct {
	frame *Frame
	expr  ast.Expr
}

// An eval is what an expression was each time that it was evaluated.
type eval struct {
	list []evaluated
}

// An outcome is how a call of a function ends.
type outcome struct {
	state    *state // nil if it does not return
	results  []*val
	panicked *state // nil if it does not panic, or nobody recovers
}

// run executes a function.
func (x *executor) run(a *activation, in *state) outcome {
	for _, n := range a.nodes {
		n.ins, n.last, n.visits, n.ret, n.results, n.queued, n.fixed = nil, nil, 0, nil, nil, false, false
	}
	a.queue, a.panicked, a.panickedAt, a.recovered = nil, nil, moment{}, false
	clear(a.decided)
	if a.catches {
		x.catching++
	}
	loops := x.loops
	if a.frame != nil && a.frame.fn == a.fn {
		a.frame.enter(a, in)
	}
	x.drain(a, a.nodeOf(a.fn.Blocks[0], nil), in)
	var out outcome
	var end *state
	for a.panicked != nil { // which deferred calls may do, too
		st := *a.panicked
		a.panicked, a.panickedAt = nil, moment{}
		end = x.joinStates(end, x.runDefers(a, &st, true), a.nodeOf(a.fn.Blocks[0], nil), end != nil)
	}
	if end != nil && a.recovered && a.fn.Recover != nil {
		x.drain(a, a.nodeOf(a.fn.Recover, nil), end)
	}
	if a.catches {
		x.catching--
	}
	if x.catching > 0 {
		out.panicked = end
	}
	x.loops = loops
	for _, n := range a.inOrder() {
		if n.ret == nil {
			continue
		}
		if out.state == nil {
			out.state, out.results = n.ret, n.results
			continue
		}
		out.state = x.joinStates(out.state, n.ret, n, false)
		results := make([]*val, len(out.results))
		for i := range results {
			results[i] = x.joinVals(out.results[i], n.results[i], false)
		}
		out.results = results
	}
	return out
}

func (x *executor) drain(a *activation, entry *node, in *state) {
	x.deliver(nil, entry, in)
	for len(a.queue) > 0 {
		first := 0
		for i, n := range a.queue {
			if slices.Compare(n.key, a.queue[first].key) < 0 {
				first = i
			}
		}
		n := a.queue[first]
		a.queue = slices.Delete(a.queue, first, first+1)
		n.queued = false
		x.visit(n)
	}
}

// deliver hands a state on from one node to the next.
func (x *executor) deliver(from, to *node, st *state) {
	a := to.act
	i := slices.IndexFunc(to.ins, func(e inEdge) bool { return e.from == from })
	switch {
	case i < 0:
		to.ins = append(to.ins, inEdge{from, st})
		slices.SortStableFunc(to.ins, func(p, q inEdge) int {
			switch {
			case p.from == nil || q.from == nil:
				if p.from == q.from {
					return 0
				} else if p.from == nil {
					return -1
				}
				return 1
			}
			return slices.Compare(p.from.key, q.from.key)
		})
	case sameState(to.ins[i].state, st):
		return
	default:
		to.ins[i].state = st
	}
	if !to.queued {
		to.queued = true
		a.queue = append(a.queue, to)
	}
}

// goTo hands a state on along an edge of the control flow graph.
//
// Where the edge goes back to the head of a loop, another round begins. The
// rounds are executed one by one as long as a known condition decides on each
// that there is another:
//
//	for _, s := range []string{"a", "b"} { … }
//
// Otherwise the loop is taken to a fixpoint: its head is executed with what
// is known whichever round it is, until that does not change.
func (x *executor) goTo(n *node, b *ssa.BasicBlock, st *state) {
	a := n.act
	to := a.graph.loops[b.Index]
	here := a.graph.loops[n.block.Index]
	rounds := make([]int, len(to))
	back := false
	for i, l := range to {
		if i < len(here) && here[i] == l {
			rounds[i] = n.rounds[i]
			back = back || i == len(to)-1 && l.head == b.Index
		}
	}
	out := *st
	for _, l := range here[min(len(to), len(here)):] {
		if l.head != n.block.Index {
			x.leaveEarly(&out)
			break
		}
	}
	for _, instr := range b.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		i := slices.Index(b.Preds, n.block)
		out.regs = out.regs.set(a.reg(phi), x.operand(a, &out, phi.Edges[i]))
	}
	if back {
		k := len(to) - 1
		head := a.nodeOf(b, rounds)
		if !head.fixed && rounds[k] < maxRounds && x.budget > 0 && a.decided[keyText(b.Index, rounds)] != nil {
			rounds[k]++
			x.deliver(n, a.nodeOf(b, rounds), &out)
			return
		}
		head.fixed = true
		aged := x.age(&out, head)
		x.deliver(n, head, aged)
		return
	}
	x.deliver(n, a.nodeOf(b, rounds), &out)
}

// visit executes the instructions of a node.
func (x *executor) visit(n *node) {
	if x.gaveUp = x.gaveUp || x.budget < -budget; x.gaveUp {
		return
	}
	a := n.act
	around := a.loops
	for i, l := range a.graph.loops[n.block.Index] {
		around = &loopStack{a.nodeOf(a.fn.Blocks[l.head], n.rounds[:i+1]), around}
	}
	x.loops = around
	var in, round *state
	for _, e := range n.ins {
		if n.fixed && n.isRound(e.from) {
			round = x.joinStates(round, e.state, n, n.visits > 2)
		} else {
			in = x.joinStates(in, e.state, n, n.visits > 2)
		}
	}
	x.entering = true
	in = x.joinStates(in, round, n, n.visits > 2)
	x.entering = false
	if n.fixed && n.last != nil {
		x.entering = true
		in = x.joinStates(n.last, in, n, n.visits > 1)
		x.entering = false
		if sameState(in, n.last) {
			return
		}
		if n.visits > maxVisits+8 {
			in = x.forgetAll(in, n)
		}
	}
	n.last = in
	n.visits++
	n.ret, n.results = nil, nil
	st := *in
	saved := x.at
	defer func() { x.at = saved }()
	for i, instr := range n.block.Instrs {
		x.at = point{n, instr}
		if list := a.graph.starts[n.block.Index][i]; list != nil {
			x.begin(n, &st, i, list)
		}
		x.budget--
		if x.budget <= 0 {
			x.lost = true
		}
		switch instr := instr.(type) {
		case *ssa.Phi:
			continue // see goTo
		case *ssa.Jump:
			x.goTo(n, n.block.Succs[0], &st)
			return
		case *ssa.If:
			x.branch(n, instr, &st)
			return
		case *ssa.Return:
			n.ret = &st
			for i, r := range instr.Results {
				n.results = append(n.results, x.named(a, x.operand(a, &st, r), x.prog.returned(instr, i)))
			}
			return
		case *ssa.Panic:
			x.did.Acts = true
			x.mayPanic(a, &st)
			return
		}
		if !x.exec(n, &st, instr) {
			return // it does not go on
		}
		if list := a.graph.unordered[n.block.Index][i]; list != nil {
			x.reread(n, &st, list)
		}
		x.loops = around
	}
}

// branch goes on behind a condition: on one way if it is known, or on both.
func (x *executor) branch(n *node, instr *ssa.If, st *state) {
	a := n.act
	cond := x.operand(a, st, instr.Cond)
	value, known := cond.truth()
	if !known {
		for i, l := range a.graph.loops[n.block.Index] {
			if key := keyText(l.head, n.rounds[:i+1]); a.decided[key] == instr {
				delete(a.decided, key)
			}
		}
		x.goTo(n, n.block.Succs[0], st)
		if n.block.Succs[1] != n.block.Succs[0] {
			x.goTo(n, n.block.Succs[1], st)
		}
		return
	}
	taken, other := n.block.Succs[0], n.block.Succs[1]
	if !value {
		taken, other = other, taken
	}
	for i, l := range a.graph.loops[n.block.Index] {
		if l.blocks[taken.Index] && !l.blocks[other.Index] {
			a.decided[keyText(l.head, n.rounds[:i+1])] = instr
		}
	}
	x.goTo(n, taken, st)
}

// operand returns the value of an operand of an instruction.
func (x *executor) operand(a *activation, st *state, v ssa.Value) *val {
	switch v := v.(type) {
	case *ssa.Const:
		return x.constant(v)
	case *ssa.Function:
		return &val{kind: kFunc, fn: v}
	case *ssa.Global:
		return &val{kind: kRef, obj: x.global(v)}
	case *ssa.Parameter:
		for i, p := range a.fn.Params {
			if p == v {
				return a.args[i]
			}
		}
	case *ssa.FreeVar:
		for i, f := range a.fn.FreeVars {
			if f == v && i < len(a.free) {
				return a.free[i]
			}
		}
	case *ssa.Builtin:
		return unknown
	default:
		if r := st.regs.get(a.reg(v)); r != nil {
			return r
		}
	}
	return unknown
}
