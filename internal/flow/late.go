package flow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// callMany calls a function any number of times, with arguments that are not
// known; call is the expression that does so, nil if none does.
func (x *executor) callMany(st *state, s callSite, f *val, call ast.Expr) {
	if f.kind == kIface && len(f.args) == 1 {
		f = f.args[0]
	}
	if f.kind == kChoice {
		for _, a := range f.args {
			x.callMany(st, s, a, call)
		}
		return
	}
	if f.isNil() {
		return
	}
	if f.kind != kFunc {
		x.leak(st, f)
		x.havoc(st, x.at, "it is handed to code that can't be looked into")
		return
	}
	*s.k++
	k := *s.k
	if f.fn.Blocks == nil || !x.follows(s.n.act, f.fn) {
		x.unfollowed(st, s, f, nil)
		return
	}
	loops := x.loops
	defer func() { x.loops = loops }()
	head := x.pseudo(point{s.n, s.instr}, k)
	head.last = nil
	recovering := x.recovering
	x.recovering = nil
	defer func() { x.recovering = recovering }()
	for round := range 8 {
		in := *st
		head.last = &in
		x.loops = &loopStack{head, loops}
		args := make([]*val, len(f.fn.Params))
		for i, p := range f.fn.Params {
			args[i] = x.made(s.n, s.instr, p.Type(), 1000*k+i)
		}
		kk := k * 1000
		site := callSite{n: s.n, instr: s.instr, expr: call, k: &kk}
		end := in
		if _, ok := x.function(&end, site, f, args); !ok {
			return
		}
		if x.late > 0 {
			end = *x.swept(&end, &in, head)
		}
		aged := x.age(&end, head)
		joined := x.joinStates(&in, aged, head, round > 1)
		joined.regs = st.regs
		if sameState(joined, &in) {
			return
		}
		*st = *joined
	}
	*st = *x.forgetAll(st, head)
}

// pseudo returns a node that stands for the rounds of a loop in code that
// can't be looked into.
func (x *executor) pseudo(at point, k int) *node {
	key := pseudoKey{at, k}
	n, ok := x.pseudos[key]
	if !ok {
		n = &node{act: at.node.act, block: at.node.block, key: at.node.key}
		x.pseudos[key] = n
	}
	return n
}

type pseudoKey struct {
	at point
	k  int
}

// writes are the objects that are changed while something is executed.
type writes struct {
	objects map[*object]bool
	running bool
}

func (w *writes) add(o *object) { w.objects[o] = true }

type leakKey struct {
	fn  *ssa.Function
	act *activation
	obj any
}

// leakFunc hands a function on to code that is not looked into: it may be
// called at any time from now on. What it changes is volatile, and what it
// reads is known only if nothing changes it.
func (x *executor) leakFunc(st *state, f *val) {
	if f.fn.Blocks == nil {
		return
	}
	key := leakKey{fn: f.fn, act: f.act}
	if len(f.args) > 0 && f.args[0].obj != nil {
		key.obj = f.args[0].obj
	} else if len(f.args) > 0 && f.args[0].sym != nil {
		key.obj = f.args[0].sym
	}
	w, seen := x.leaked[key]
	if !seen {
		w = &writes{objects: make(map[*object]bool)}
		x.leaked[key] = w
		if x.budget <= 0 || !x.follows(x.at.node.act, f.fn) {
			x.exposeBindings(st, f, true, make(map[*object]bool))
			return
		}
	}
	if seen && w.running {
		return
	}
	w.running = true
	s := x.lateState(st, f)
	x.writes = append(x.writes, w)
	at := x.at
	instr, _ := at.instr.(ssa.CallInstruction)
	if instr == nil {
		instr = x.anyCall
	}
	kk := 500000 + x.leakNumber(key)
	x.late++
	x.callMany(s, callSite{n: at.node, instr: instr, k: &kk}, f, nil)
	x.late--
	x.at = at
	x.writes = x.writes[:len(x.writes)-1]
	w.running = false
	for _, o := range x.sorted(w.objects) {
		if c := st.heap.get(o.id); c != nil && !c.volatile {
			x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))
		}
	}
}

func (x *executor) sorted(objects map[*object]bool) []*object {
	var out []*object
	for o := range objects {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b *object) int { return a.id - b.id })
	return out
}

func (x *executor) leakNumber(key leakKey) int {
	n, ok := x.leakNumbers[key]
	if !ok {
		n = len(x.leakNumbers) * 10
		x.leakNumbers[key] = n
	}
	return n
}

// lateState returns what is known whenever a function runs later: variables
// that are set once keep what they hold, all else that it reaches may have
// changed.
func (x *executor) lateState(st *state, f *val) *state {
	s := *st
	s.epoch = x.symbol(symKey{kind: symEpoch, a: leakKey{fn: f.fn, act: f.act}}, nil, nil)
	seen := make(map[*object]bool)
	var walk func(v *val)
	walk = func(v *val) {
		if v == nil {
			return
		}
		if (v.kind == kRef || v.kind == kSlice) && !seen[v.obj] {
			seen[v.obj] = true
			c := *x.cellOf(&s, v.obj)
			inner := c
			if v.obj.vals == nil || !x.prog.isSet(v.obj.vals, c.v) {
				c.volatile, c.v, c.entries, c.open, c.shared = true, unknown, nil, true, true
				if inner.v != nil && inner.v.rec != nil {
					c.v = unknown.withRec(inner.v.rec.tainted("others change it at any time"))
				}
				s.heap = s.heap.set(v.obj.id, &c)
			}
			walk(inner.v)
			for _, e := range inner.entries {
				walk(e.v)
			}
			for _, part := range x.behind(&s, v.obj) {
				walk(&val{kind: kRef, obj: part})
			}
		}
		if v.kind == kSym {
			if o := x.ownedBy(&s, v.sym); o != nil {
				walk(&val{kind: kRef, obj: o})
			}
		}
		for _, a := range v.args {
			walk(a)
		}
	}
	walk(&val{kind: kTuple, args: f.args})
	s.heap = s.heap.update(func(_ int, c *cell) *cell {
		if c.shared && !c.volatile {
			return c.mayChange("others change it at any time")
		}
		return c
	})
	return &s
}

// goCall starts a goroutine: what it changes may change at any time.
func (x *executor) goCall(n *node, st *state, instr *ssa.Go) {
	a := n.act
	args := x.arguments(a, st, &instr.Call)
	if _, ok := isBuiltin(&instr.Call); ok {
		for _, v := range args {
			x.expose(st, v, true, make(map[*object]bool))
		}
		return
	}
	fn := x.callee(a, st, &instr.Call)
	if m := instr.Call.Method; m != nil && fn.kind == kIface && fn.typ != nil {
		if f := x.prog.methodOf(fn.typ, m); f != nil {
			args = slices.Clone(args)
			args[0] = fn.args[0]
			fn = &val{kind: kFunc, fn: f}
		}
	}
	s := x.siteOf(n, instr)
	if fn.kind != kFunc || fn.fn.Blocks == nil || !x.follows(a, fn.fn) {
		if fn.kind == kFunc && s.expr != nil {
			now := *st
			if v, ok := x.invoke(&now, s, fn, args, instr.Call.Method); ok && v != nil {
				x.evaluated(n, st, s.expr, v)
			}
		}
		for _, v := range append(args, fn) {
			if v.kind == kFunc {
				x.leak(st, v)
			}
			x.expose(st, v, true, make(map[*object]bool))
		}
		x.havoc(st, x.at, "a goroutine changes it")
		return
	}
	// The arguments are those of now; what they refer to may have changed.
	bound := &val{kind: kTuple, args: append(slices.Clone(fn.args), args...)}
	late := x.lateState(st, &val{kind: kFunc, fn: fn.fn, act: fn.act, args: bound.args})
	w := &writes{make(map[*object]bool), false}
	x.writes = append(x.writes, w)
	at := x.at
	*s.k = 700000
	x.function(late, s, fn, args)
	x.at = at
	x.writes = x.writes[:len(x.writes)-1]
	for _, o := range x.sorted(w.objects) {
		if c := st.heap.get(o.id); c != nil && !c.volatile {
			x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))
		}
	}
}
