package flow

import "go/types"

// exposeBindings makes the memory that a function literal refers to shared,
// or volatile.
func (x *executor) exposeBindings(st *state, f *val, volatile bool, seen map[*object]bool) {
	for _, b := range f.args {
		x.expose(st, b, volatile, seen)
	}
}

func (x *executor) expose(st *state, v *val, volatile bool, seen map[*object]bool) {
	if v == nil {
		return
	}
	switch v.kind {
	case kRef, kSlice:
		if !seen[v.obj] {
			seen[v.obj] = true
			c := *x.cellOf(st, v.obj)
			inner := c
			c.shared = true
			if volatile {
				c.volatile, c.v, c.entries, c.open = true, unknown, nil, true
				if c.rec != nil {
					c.rec = c.rec.tainted("others change it at any time")
				}
				if inner.v != nil && inner.v.rec != nil {
					c.v = unknown.withRec(inner.v.rec.tainted("others change it at any time"))
				}
			}
			x.setCell(st, v.obj, &c)
			x.expose(st, inner.v, volatile, seen)
			for _, e := range inner.entries {
				x.expose(st, e.key, volatile, seen)
				x.expose(st, e.v, volatile, seen)
			}
			for _, part := range x.behind(st, v.obj) {
				x.expose(st, &val{kind: kRef, obj: part}, volatile, seen)
			}
		}
	}
	if v.kind == kSym {
		if o := x.ownedBy(st, v.sym); o != nil {
			x.expose(st, &val{kind: kRef, obj: o}, volatile, seen)
		}
	}
	for _, a := range v.args {
		x.expose(st, a, volatile, seen)
	}
}

// leak makes all memory that is reached from a value shared: code that is not
// looked into may read and change it from now on.
func (x *executor) leak(st *state, v *val) {
	x.leakInto(st, v, make(map[*object]bool))
}

func (x *executor) leakInto(st *state, v *val, seen map[*object]bool) {
	if v == nil {
		return
	}
	switch v.kind {
	case kRef, kSlice:
		x.leakObject(st, v.obj, seen)
	case kSym:
		if o := x.ownedBy(st, v.sym); o != nil {
			x.leakObject(st, o, seen)
		}
		if at := x.encoders[v.sym]; at != nil {
			x.leakObject(st, at.obj, seen)
		}
	case kFunc:
		x.leakFunc(st, v)
		return // what it refers to is reached through its code only
	}
	for _, a := range v.args {
		x.leakInto(st, a, seen)
	}
}

// ownedBy returns the object that a symbolic pointer refers to, if it is not
// shared yet; else nil.
func (x *executor) ownedBy(st *state, s *sym) *object {
	for s.asserted != nil {
		s = s.asserted
	}
	o, ok := x.objIndex[objKey{kind: objPointee, a: s}]
	if !ok {
		return nil
	}
	if c := st.heap.get(o.id); c == nil || c.shared {
		return nil
	}
	return o
}

// behind returns the objects that a symbolic object leads to: they are looked
// at through symbols that are parts of it.
func (x *executor) behind(st *state, o *object) []*object {
	if o.kind != objPointee {
		return nil
	}
	var out []*object
	st.heap.each(func(id int, _ *cell) {
		if inner := x.objects[id]; inner.base != nil && inner.base.in == o {
			out = append(out, inner)
		}
	})
	return out
}

func (x *executor) leakObject(st *state, o *object, seen map[*object]bool) {
	if seen[o] {
		return
	}
	seen[o] = true
	c := x.cellOf(st, o)
	if !c.shared {
		n := *c
		n.shared, n.how = true, x.how
		x.setCell(st, o, &n)
	}
	x.leakInto(st, c.v, seen)
	for _, e := range c.entries {
		x.leakInto(st, e.key, seen)
		x.leakInto(st, e.v, seen)
	}
	for _, inner := range x.behind(st, o) {
		x.leakObject(st, inner, seen)
	}
	for _, tw := range o.twin {
		if st.heap.get(tw.id) != nil {
			x.leakObject(st, tw, seen)
		}
	}
}

// havoc makes all shared memory unknown: code ran that is not looked into.
func (x *executor) havoc(st *state, at point, why string) {
	x.did.Acts = true
	st.epoch = x.symbol(symKey{kind: symEpoch, a: at, n: 2}, nil, nil)
	st.env = x.symbol(symKey{kind: symEpoch, a: at, n: 3}, nil, nil)
	st.heap = st.heap.update(func(id int, c *cell) *cell {
		o := x.objects[id]
		if !c.shared || c.volatile || o.kind == objGlobal && x.steady(o.glob) != nil {
			return c
		}
		x.wrote(o)
		if x.isUnmarked(o, c) {
			return nil
		}
		return c.mayChange(why)
	})
}

// isUnmarked reports whether nothing is known of an object but what is in it:
// when that may have changed, the object is as if nobody had looked at it.
func (x *executor) isUnmarked(o *object, c *cell) bool {
	switch o.kind {
	case objPointee:
		if o.owned || o.base.in != nil || o.typ == nil || isMapType(o.typ) {
			return false
		}
	case objGlobal:
		if x.initializing != nil {
			return false
		}
	default:
		return false
	}
	if c.former != nil {
		return false
	}
	return c.rec == nil && c.entries == nil && !c.many && len(o.twin) == 0 &&
		(c.v == nil || c.v.rec == nil && c.v.was == nil && c.v.kind != kRef && c.v.kind != kAgg && (c.v.kind != kSym || c.v.sym.call == nil))
}

// mayChange returns the state of an object that may have changed. What it
// holds now is not known: a symbol of its own, which current makes.
func (c *cell) mayChange(why string) *cell {
	if c.former != nil {
		return c
	}
	if m := c.memo; m != nil && m.of == c && m.to.why == why {
		return m.to
	}
	n := &cell{how: c.how, shared: c.shared, volatile: c.volatile, many: c.many, open: true, v: unknown, former: orNil(c.v), why: why}
	if c.rec != nil || c.v == nil {
		n.rec = c.rec.tainted(why)
	}
	for _, e := range c.entries {
		e.old = true
		n.entries = append(n.entries, e)
	}
	c.memo = &changedCell{c, n}
	return n
}

// current returns c with what its object holds, if that may have changed.
func (x *executor) current(o *object, c *cell, epoch *sym) *cell {
	if c == nil || c.former == nil {
		return c
	}
	n := *c
	n.former, n.memo = nil, nil
	n.v = x.afterwards(o, c.former, c.why, epoch)
	if (c.many || o.isList()) && n.v.kind == kSym && n.v.sym.call == nil {
		n.v = &val{kind: kUnknown, rec: n.v.rec, was: n.v.was} // each may be another now
	}
	if o.isMap() {
		n.rec = c.rec.tainted(c.why)
	}
	return &n
}

// asOf returns the fixed value of a key as of an epoch: it is made in the
// loops in which memory changed, wherever somebody looks first.
func (x *executor) asOf(epoch *sym, key symKey, t types.Type) *val {
	loops := x.loops
	x.loops = epoch.born
	v := x.symbolic(key, t)
	x.loops = loops
	return v
}

// afterwards returns what an object holds that held another value before
// something happened that may have changed it.
func (x *executor) afterwards(o *object, was *val, why string, epoch *sym) *val {
	var v *val
	switch {
	case o.kind == objIter:
		return unknown
	case was.kind == kSym && was.sym.call != nil:
		return &val{kind: kSym, sym: was.sym, typ: was.typ, rec: was.rec.tainted(why)} // it is what it was, in another state
	case o.kind == objPointee:
		v = x.asOf(epoch, symKey{kind: symPointee, a: o.base, b: epoch}, o.typ)
	default:
		v = x.asOf(epoch, symKey{kind: symPointee, a: o, b: epoch}, o.typ)
	}
	if was.rec != nil {
		v = v.withRec(was.rec.tainted(why))
	}
	switch {
	case was.kind == kRef && was.obj.kind == objMap, was.kind == kAgg && isStructType(was.typ):
		return v.formerly(was)
	case was.was != nil:
		return v.formerly(was.was)
	}
	return v
}

// forgetAll gives up on all that a state knows.
func (x *executor) forgetAll(st *state, n *node) *state {
	out := *st
	at := point{n, nil}
	out.epoch = x.symbol(symKey{kind: symEpoch, a: at, n: 4}, nil, nil)
	out.env = x.symbol(symKey{kind: symEpoch, a: at, n: 5}, nil, nil)
	out.heap = st.heap.update(func(_ int, c *cell) *cell {
		u := &cell{v: unknown, how: c.how, shared: true, open: true, many: c.many, volatile: c.volatile}
		if c.rec != nil {
			u.rec = c.rec.tainted("it is changed in a loop")
		}
		return u
	})
	out.regs = st.regs.update(func(int, *val) *val { return unknown })
	return &out
}
