package flow

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
	if o.kind == objPointee {
		// What it leads to is looked at through symbols that are parts of it.
		st.heap.each(func(id int, _ *cell) {
			if inner := x.objects[id]; inner.base != nil && inner.base.in == o {
				x.leakObject(st, inner, seen)
			}
		})
	}
	for _, tw := range o.twin {
		if st.heap.get(tw.id) != nil {
			x.leakObject(st, tw, seen)
		}
	}
}

// havoc makes all shared memory unknown: code ran that is not looked into.
func (x *executor) havoc(st *state, at point, why string) {
	st.epoch = x.symbol(symKey{kind: symEpoch, a: at, n: 2}, nil, nil)
	st.env = x.symbol(symKey{kind: symEpoch, a: at, n: 3}, nil, nil)
	st.heap.each(func(id int, c *cell) {
		o := x.objects[id]
		if o.kind == objGlobal && x.prog.steady(o.glob) != nil {
			return
		}
		if c.shared && !c.volatile {
			x.budget--
			x.setCell(st, o, x.unknownCell(o, c, st.epoch, why))
		}
	})
}

// unknownCell returns the state of an object that may have changed.
func (x *executor) unknownCell(o *object, c *cell, epoch *sym, why string) *cell {
	n := &cell{how: c.how, shared: c.shared, volatile: c.volatile, many: c.many, open: true}
	n.v = x.symbolic(symKey{kind: symPointee, a: o, b: epoch}, o.typ)
	if o.kind == objPointee {
		n.v = x.symbolic(symKey{kind: symPointee, a: o.base, b: epoch}, o.typ)
	}
	if o.kind == objIter {
		n.v = unknown
	}
	if c.v != nil && c.v.kind == kSym && c.v.sym.call != nil {
		n.v = &val{kind: kSym, sym: c.v.sym, typ: c.v.typ, rec: c.v.rec.tainted(why)} // it is what it was, in another state
	} else if c.v != nil && c.v.rec != nil {
		n.v = n.v.withRec(c.v.rec.tainted(why))
	}
	if c.rec != nil || o.kind == objMap {
		n.rec = c.rec.tainted(why)
	}
	for _, e := range c.entries {
		e.old = true
		n.entries = append(n.entries, e)
	}
	if c.v != nil && c.v.kind == kRef && c.v.obj.kind == objMap && n.v.kind == kSym {
		n.v = n.v.formerly(c.v)
	} else if c.v != nil && c.v.kind == kAgg && n.v.kind == kSym && isStructType(c.v.typ) {
		n.v = n.v.formerly(c.v)
	} else if c.v != nil && c.v.was != nil {
		n.v = n.v.formerly(c.v.was)
	}
	return n
}

// forgetAll gives up on all that a state knows.
func (x *executor) forgetAll(st *state, n *node) *state {
	out := *st
	at := point{n, nil}
	out.epoch = x.symbol(symKey{kind: symEpoch, a: at, n: 4}, nil, nil)
	out.env = x.symbol(symKey{kind: symEpoch, a: at, n: 5}, nil, nil)
	st.heap.each(func(id int, c *cell) {
		o := x.objects[id]
		u := &cell{v: unknown, how: c.how, shared: true, open: true, many: c.many, volatile: c.volatile}
		if c.rec != nil {
			u.rec = c.rec.tainted("it is changed in a loop")
		}
		_ = o
		out.heap = out.heap.set(id, u)
	})
	st.regs.each(func(i int, _ *val) { out.regs = out.regs.set(i, unknown) })
	return &out
}
