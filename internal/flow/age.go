package flow

import (
	"slices"
)

// age makes what was made in a round of a loop that of an earlier round: each
// round makes its own. Symbols of earlier rounds are others, and all objects
// that one place in the loop made in earlier rounds are one, which stands for
// many.
func (x *executor) age(st *state, head *node) *state {
	out := *st
	saved := x.aging
	defer func() { x.aging = saved }()
	x.aging = &aging{seen: make(map[*object]bool)}
	defer func() { x.retire(st, &out, head) }()
	var base state
	if head.last != nil {
		base = *head.last
	} else if len(head.ins) > 0 {
		base = *head.ins[0].state
	}
	st.regs.diff(base.regs, func(i int, v, _ *val) {
		if v != nil {
			out.regs = out.regs.set(i, x.aged(&out, v, head))
		}
	})
	st.heap.diff(base.heap, func(i int, c, _ *cell) {
		if c == nil {
			return
		}
		n := x.agedCell(&out, c, head)
		if now := out.heap.get(i); now != nil && now.shared && !n.shared {
			m := *n
			m.shared = true
			n = &m
		}
		out.heap = out.heap.set(i, n)
	})
	return &out
}

// aged returns v as it is known in a later round of a loop.
func (x *executor) aged(st *state, v *val, head *node) *val {
	switch v.kind {
	case kSym:
		if s := x.agedSym(v.sym, head); s != v.sym {
			if at := x.encoders[v.sym]; at != nil {
				x.leak(st, at)
			}
			w := *v
			w.sym = s
			return &w
		}
		if v.rec != nil {
			if r := x.agedRecord(st, v.rec, head); r != v.rec {
				return v.withRec(r)
			}
		}
		return v
	case kRef, kSlice:
		if v.obj.born.contains(head) {
			w := *v
			w.obj = x.retired(v.obj, head)
			return &w
		}
		if len(v.args) == 0 {
			return v
		}
	case kFunc:
		if v.act != nil && v.act.loops.contains(head) {
			x.leak(st, v)
			return unknown
		}
	case kConst, kUnknown:
		return v
	}
	var args []*val
	for i, a := range v.args {
		b := x.aged(st, a, head)
		if b != a && args == nil {
			args = slices.Clone(v.args)
		}
		if args != nil {
			args[i] = b
		}
	}
	r := x.agedRecord(st, v.rec, head)
	if args == nil && r == v.rec {
		return v
	}
	w := *v
	if args != nil {
		w.args = args
	}
	w.rec = r
	return &w
}

// An aging is what is to be done about objects that a loop has made.
type aging struct {
	seen  map[*object]bool
	queue []*object
}

// retired returns the object that stands for those that one place in a loop
// made in earlier rounds.
func (x *executor) retired(o *object, head *node) *object {
	key := objKey{kind: o.kind, a: o, b: head, n: -1}
	old, ok := x.objIndex[key]
	if !ok {
		old = x.object(key, o.typ)
		old.born = nil
		for l := o.born; l != nil; l = l.next {
			if l.head == head {
				old.born = l.next
			}
		}
		old.vals, old.base, old.glob, old.owned = o.vals, o.base, o.glob, o.owned
	}
	if !x.aging.seen[o] {
		x.aging.seen[o] = true
		x.aging.queue = append(x.aging.queue, o)
	}
	return old
}

// retire makes the objects of this round those of earlier rounds.
func (x *executor) retire(st, out *state, head *node) {
	for i := 0; i < len(x.aging.queue); i++ { // which may add some
		o := x.aging.queue[i]
		old := x.retired(o, head)
		aged := *x.agedCell(out, x.cellOf(st, o), head)
		c := &aged
		c.many = true
		if was := x.held(out, old); was != nil {
			c = x.joinCells(was, c, false)
		}
		out.heap = out.heap.set(old.id, c)
		for _, t := range slices.Clone(o.twin) {
			if t.born.contains(head) {
				t = x.retired(t, head)
			}
			if t == old {
				continue
			}
			old.twin = link(old, t)
			if slices.Contains(o.grown, t) && !slices.Contains(old.grown, t) {
				old.grown = append(old.grown, t)
			}
			if slices.Contains(t.grown, o) && !slices.Contains(t.grown, old) {
				t.grown = append(t.grown, old)
			}
		}
	}
}

// agedCell returns the state of an object in a later round of a loop.
func (x *executor) agedCell(out *state, c *cell, head *node) *cell {
	n := *c
	if c.v != nil {
		n.v = x.aged(out, c.v, head)
	}
	n.rec = x.agedRecord(out, c.rec, head)
	if c.former != nil {
		n.former = x.aged(out, c.former, head)
	}
	if len(c.entries) == 0 && n.v == c.v && n.rec == c.rec && n.former == c.former {
		return c
	}
	n.entries = nil
	for _, e := range c.entries {
		key := x.aged(out, e.key, head)
		if key != e.key && !e.cond && key.kind == kSym {
			e.each = true
		}
		e.key, e.v = key, x.aged(out, e.v, head)
		if i := slices.IndexFunc(n.entries, func(o entry) bool { return equal(o.key, e.key) }); i >= 0 {
			o := &n.entries[i]
			o.v, o.each = x.joinVals(o.v, e.v, false), o.each && e.each
			o.cond, o.old = o.cond && e.cond, o.old || e.old
			continue
		}
		n.entries = append(n.entries, e)
	}
	return &n
}

func (x *executor) agedSym(s *sym, head *node) *sym {
	if s.old || !s.born.contains(head) {
		return s
	}
	o := x.symbol(symKey{kind: symOld, a: s, b: head}, s.typ, nil)
	o.old, o.call, o.born = true, s.call, nil
	return o
}

func (x *executor) agedRecord(st *state, r *record, head *node) *record {
	if r == nil {
		return nil
	}
	out := *r
	changed := false
	out.done = slices.Clone(r.done)
	for i, d := range out.done {
		c := *d.call
		c.args = slices.Clone(d.call.args)
		differ := false
		for k, a := range c.args {
			if a == nil {
				continue
			}
			c.args[k] = x.aged(st, a, head)
			differ = differ || c.args[k] != a
		}
		if differ {
			out.done[i].call = &c
			changed = true
		}
	}
	if !changed {
		return r
	}
	return &out
}
