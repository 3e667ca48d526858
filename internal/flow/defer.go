package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A deferred is a call that runs when a function returns, and those that
// were deferred before it.
type deferred struct {
	instr *ssa.Defer
	node  *node // where it was deferred
	fn    *val  // what is called
	args  []*val
	cond  bool        // on some ways only
	many  bool        // any number of times, with what is known of no round
	any   []*deferred // in place of the call: several, in any order, any number of times each
	next  *deferred
}

const (
	maxDeferred = 24  // calls that may run or not, and are told apart
	maxRun      = 200 // deferred calls that are executed one by one
)

// deferCall adds a call to those that are deferred.
//
//	for range n {
//		defer f() // it may run more than once
//	}
func (x *executor) deferCall(st *state, owner *activation, d *deferred) {
	list := st.stack.get(owner.id)
	if x.loops != owner.loops && list.has(d) {
		x.leak(st, d.fn)
		for _, v := range d.args {
			x.leak(st, v)
		}
		st.stack = st.stack.set(owner.id, list.often(d))
		return
	}
	d.next = list
	st.stack = st.stack.set(owner.id, d)
}

// is reports whether two calls were deferred at one place.
func (d *deferred) is(o *deferred) bool { return d.instr == o.instr && d.node == o.node }

// has reports whether a list has a call that was deferred at the place of another.
func (d *deferred) has(o *deferred) bool {
	for ; d != nil; d = d.next {
		if d.is(o) || slices.ContainsFunc(d.any, o.is) {
			return true
		}
	}
	return false
}

// often returns a list in which each call that was deferred at the place of
// another may run any number of times.
func (d *deferred) often(o *deferred) *deferred {
	if d == nil {
		return nil
	}
	n := *d
	if d.is(o) {
		n.cond, n.many = true, true
		n.fn = unknownOf(d.fn, o.fn)
	}
	n.next = d.next.often(o)
	return &n
}

func (d *deferred) equal(o *deferred) bool {
	for ; d != o; d, o = d.next, o.next {
		if d == nil || o == nil || !d.is(o) || d.cond != o.cond || d.many != o.many || !equal(d.fn, o.fn) ||
			!slices.EqualFunc(d.args, o.args, equal) || !slices.EqualFunc(d.any, o.any, (*deferred).is) {
			return false
		}
	}
	return true
}

func (d *deferred) list() []*deferred {
	var out []*deferred
	for ; d != nil; d = d.next {
		out = append(out, d)
	}
	return out
}

// calls returns the calls of a list, one by one.
func (d *deferred) calls() []*deferred {
	var out []*deferred
	for _, e := range d.list() {
		if e.any != nil {
			out = append(out, e.any...)
		} else {
			out = append(out, e)
		}
	}
	return out
}

// joinDeferred joins the deferred calls of two ways: those that both have
// deferred first, and then the others, which may run or not.
func (x *executor) joinDeferred(a, b *deferred) *deferred {
	p, q := a.list(), b.list()
	common := 0
	for common < min(len(p), len(q)) && p[len(p)-1-common].is(q[len(q)-1-common]) &&
		p[len(p)-1-common].any == nil && q[len(q)-1-common].any == nil {
		common++
	}
	var out *deferred
	for i := range common {
		d, e := p[len(p)-1-i], q[len(q)-1-i]
		if d.next == out && (d == e || d.equal(e)) {
			out = d
			continue
		}
		n := *d
		n.cond, n.many, n.next = d.cond || e.cond, d.many || e.many, out
		n.fn = x.joinVals(d.fn, e.fn, false)
		n.args = slices.Clone(d.args)
		for i := range min(len(d.args), len(e.args)) {
			n.args[i] = x.joinVals(d.args[i], e.args[i], false)
		}
		out = &n
	}
	rest := slices.Concat(p[:len(p)-common], q[:len(q)-common])
	if len(rest) == 0 {
		return out
	}
	var all []*deferred
	several := len(rest) > maxDeferred
	for _, d := range rest {
		for _, e := range append(slices.Clone(d.any), d) {
			switch i := slices.IndexFunc(all, e.is); {
			case e.any != nil:
				several = true
			case i < 0:
				all = append(all, e)
			default:
				several = true // the order is not known
				n := *all[i]
				n.fn, n.args = unknownOf(n.fn, e.fn), slices.Concat(n.args, e.args)
				all[i] = &n
			}
		}
	}
	if several {
		for i, d := range all {
			n := *d
			n.next = nil
			all[i] = &n
		}
		return &deferred{instr: all[0].instr, any: all, cond: true, next: out}
	}
	for _, d := range slices.Backward(rest) {
		n := *d
		n.cond, n.next = true, out
		out = &n
	}
	return out
}

// runDefers runs the calls that an activation has deferred, the last first.
// It returns nil if one of them does not return.
func (x *executor) runDefers(a *activation, st *state, panicking bool) *state {
	cur := *st
	at := x.at
	for k := 0; ; k++ {
		d := cur.stack.get(a.id)
		if d == nil {
			break
		}
		if k > maxRun {
			x.deferredAny(&cur, d.calls())
			cur.stack = cur.stack.set(a.id, nil)
			break
		}
		cur.stack = cur.stack.set(a.id, d.next)
		if d.any != nil {
			x.deferredAny(&cur, d.any)
			continue
		}
		s := x.siteOf(d.node, d.instr)
		*s.k = 300000
		if panicking {
			*s.k = 400000
			x.recovering = a
		}
		x.at = point{d.node, d.instr}
		after := cur
		ok := true
		if b, isB := isBuiltin(&d.instr.Call); isB {
			if b.Name() == "recover" && panicking {
				a.recovered = true
			}
			ok = x.builtin(d.node, &after, d.instr, b, d.args) != nil
		} else if d.many {
			x.deferredMany(&after, s, d)
		} else {
			var v *val
			if v, ok = x.invoke(&after, s, d.fn, d.args, d.instr.Call.Method); ok && s.expr != nil && v != nil {
				x.evaluated(d.node, &after, s.expr, v)
			}
		}
		x.recovering = nil
		switch {
		case ok && d.cond:
			cur = *x.joinStates(&cur, &after, d.node, false)
		case ok:
			cur = after
		case !d.cond:
			x.at = at
			return nil
		}
	}
	x.at = at
	return &cur
}

// deferredMany runs a call that was deferred in a loop, any number of times.
func (x *executor) deferredMany(st *state, s callSite, d *deferred) {
	x.recovering = nil
	a := d.node.act
	if fn := d.instr.Call.StaticCallee(); fn != nil && fn.Blocks != nil {
		f := &val{kind: kFunc, fn: fn}
		if mk, ok := d.instr.Call.Value.(*ssa.MakeClosure); ok {
			f = x.operand(a, st, mk)
		}
		if f.kind == kFunc {
			x.callMany(st, s, f, s.expr)
			return
		}
	}
	for _, v := range d.args {
		x.leak(st, v)
	}
	x.expose(st, d.fn, false, make(map[*object]bool))
	*st = *x.forgetAll(st, d.node)
}

// deferredAny runs calls in any order, any number of times each.
func (x *executor) deferredAny(st *state, calls []*deferred) {
	for _, e := range calls {
		x.leak(st, e.fn)
		for _, v := range e.args {
			x.leak(st, v)
		}
	}
	*st = *x.forgetAll(st, calls[0].node)
	for _, e := range calls {
		x.at = point{e.node, e.instr}
		s := x.siteOf(e.node, e.instr)
		*s.k = 600000
		x.deferredMany(st, s, e)
	}
}
