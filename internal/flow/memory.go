package flow

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// cellOf returns the state of an object.
func (x *executor) cellOf(st *state, o *object) *cell {
	if c := st.heap.get(o.id); c != nil {
		return c
	}
	if o.kind == objPointee || o.kind == objGlobal {
		c := x.unseen(o, st)
		st.heap = st.heap.set(o.id, c)
		return c
	}
	return &cell{v: unknown, open: true, shared: true} // it was made on another way
}

func (x *executor) setCell(st *state, o *object, c *cell) {
	st.heap = st.heap.set(o.id, c)
	for _, w := range x.writes {
		w.add(o)
	}
}

// unseen returns the state of an object that nobody has looked at since the
// memory that it is in may have changed last.
func (x *executor) unseen(o *object, st *state) *cell {
	if o.kind == objGlobal {
		if c := x.steadyGlobal(st, o); c != nil {
			return c
		}
		if x.initializing != nil && o.glob.Pkg == x.initializing {
			return &cell{v: x.zero(o.typ), shared: !x.prog.isSteady(o.glob)}
		}
		return &cell{v: x.symbolic(symKey{kind: symGlobal, a: o.glob, b: st.epoch}, o.typ), shared: true}
	}
	c := &cell{v: x.symbolic(symKey{kind: symPointee, a: o.base, b: st.epoch}, o.typ), open: true, shared: true}
	if in := o.base.in; in != nil {
		if outer := st.heap.get(in.id); outer != nil && !outer.shared && !outer.volatile {
			c.shared, c.v.sym.in = false, in
		}
	}
	return c
}

// symbolic returns the fixed value of a key, which is not known.
func (x *executor) symbolic(key symKey, t types.Type) *val {
	return &val{kind: kSym, sym: x.symbol(key, t, nil), typ: t}
}

// pointee returns the object that a symbolic pointer, map, or slice refers to.
func (x *executor) pointee(v *val) *object {
	base := v.sym
	for base.asserted != nil {
		base = base.asserted
	}
	key := objKey{kind: objPointee, a: base}
	var t types.Type
	k := objCell
	if v.typ != nil {
		switch u := v.typ.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t, k = v.typ, objArray
		case *types.Map:
			t, k = v.typ, objMap
		}
	}
	_ = k
	o := x.object(key, t)
	if o.typ == nil {
		o.typ = t
	}
	o.base = base
	return o
}

// partType returns the type of a field or element, nil if it is not known.
func partType(t types.Type, i int) types.Type {
	if t == nil {
		return nil
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		if i >= 0 && i < u.NumFields() {
			return u.Field(i).Type()
		}
	case *types.Array:
		return u.Elem()
	case *types.Slice:
		return u.Elem()
	}
	return nil
}

// part returns a field or element of a value.
func (x *executor) part(v *val, i int, t types.Type) *val {
	switch v.kind {
	case kAgg:
		if i >= 0 && i < len(v.args) {
			return v.args[i]
		}
		if i == anyElem && len(v.args) > 0 {
			return choiceOf(v.args...)
		}
	case kSym:
		if i == anyElem {
			return unknown
		}
		if pt := partType(v.typ, i); pt != nil {
			t = pt
		}
		s := x.symbol(symKey{kind: symPart, a: v.sym, n: i}, t, nil)
		s.born, s.in = v.sym.born, v.sym.in
		return &val{kind: kSym, sym: s, typ: t}
	case kPure:
		if i != anyElem {
			return unknown
		}
	case kChoice:
		var alts []*val
		for _, a := range v.args {
			alts = append(alts, x.part(a, i, t))
		}
		return choiceOf(alts...)
	case kConst:
		if v.isNil() && v.typ != nil {
			return x.part(x.zero(v.typ), i, t)
		}
	}
	return unknown
}

// load reads the memory that an address refers to.
func (x *executor) load(st *state, addr *val, t types.Type) *val {
	switch addr.kind {
	case kRef:
		return x.read(st, addr.obj, addr.path, t)
	case kSym:
		return x.read(st, x.pointee(addr), nil, t)
	case kChoice:
		var alts []*val
		for _, a := range addr.args {
			if !a.isNil() {
				alts = append(alts, x.load(st, a, t))
			}
		}
		if len(alts) > 0 {
			return choiceOf(alts...)
		}
	}
	return unknown
}

func (x *executor) read(st *state, o *object, p path, t types.Type) *val {
	c := x.cellOf(st, o)
	if c.volatile || c.v == nil {
		return unknown
	}
	v, typ := c.v, o.typ
	if o.isList() && len(p) > 0 {
		v, typ, p = c.v, partType(typ, anyElem), p[1:] // what any of the elements is
	}
	for i, f := range p {
		typ = partType(typ, f)
		if i == len(p)-1 && typ == nil {
			typ = t
		}
		v = x.part(v, f, typ)
	}
	return v
}

// wroteAny notes that what is executed may change all memory that others reach:
// it has a pointer that can't be told.
//
//	go func() { **p = "" }() // *p may be another one by then
func (x *executor) wroteAny(st *state) {
	if len(x.writes) == 0 {
		return
	}
	st.heap.each(func(id int, c *cell) {
		if c.shared || c.volatile {
			for _, w := range x.writes {
				w.add(x.objects[id])
			}
		}
	})
}

// store changes the memory that an address refers to. It reports whether the
// execution goes on: not behind a nil pointer.
func (x *executor) store(st *state, addr, v *val, t types.Type) bool {
	switch addr.kind {
	case kRef:
		x.write(st, addr.obj, addr.path, v, false, t)
	case kSym:
		x.write(st, x.pointee(addr), nil, v, false, t)
	case kChoice:
		to := addr.notNil()
		if len(to) == 1 {
			return x.store(st, to[0], v, t)
		}
		for _, a := range to {
			x.store2(st, a, v, t)
		}
	case kConst:
		return !addr.isNil()
	default:
		x.leak(st, v)
		x.wroteAny(st)
		x.havoc(st, x.at, "it is set through a pointer that can't be told")
	}
	return true
}

// store2 changes memory that an address may refer to, or not.
func (x *executor) store2(st *state, addr, v *val, t types.Type) {
	switch addr.kind {
	case kRef:
		x.write(st, addr.obj, addr.path, v, true, t)
	case kSym:
		x.write(st, x.pointee(addr), nil, v, true, t)
	default:
		x.store(st, addr, v, t)
	}
}

// write changes a place in an object. A weak write may change it, or not.
//
// If code that is not looked into may reach the object, other pointers to
// such memory may refer to the same place: what they refer to is unknown
// afterwards, as far as the types allow it.
func (x *executor) write(st *state, o *object, p path, v *val, weak bool, t types.Type) {
	x.noteStore(st, o, p, v)
	c := x.cellOf(st, o)
	n := *c
	weak = weak || c.many || slices.Contains(p, anyElem)
	if !c.volatile {
		old := c.v
		if old == nil {
			old = unknown
		}
		if o.isList() && len(p) > 0 {
			n.v = x.update(old, p[1:], v, true, partType(o.typ, anyElem))
		} else {
			n.v = x.update(old, p, v, weak, o.typ)
		}
	}
	if c.shared || c.volatile {
		switch {
		case o.kind == objGlobal:
			x.how = "stored in a package variable"
		case o.kind == objArray:
			x.how = "stored in a container"
		default:
			x.how = "stored in a field"
		}
		x.leak(st, v)
		if now := x.cellOf(st, o); now.volatile {
			n.v, n.volatile = unknown, true
		}
		n.shared = true
	}
	x.setCell(st, o, &n)
	if c.shared {
		x.clobber(st, o, p, t)
	}
	for _, tw := range o.twin {
		if tw != o && st.heap.get(tw.id) != nil {
			tc := *x.cellOf(st, tw)
			if tc.v != nil && !tc.volatile {
				if tw.isList() || o.isList() {
					tc.v = unknown
				} else {
					tc.v = x.update(tc.v, p, v, true, tw.typ)
				}
				x.setCell(st, tw, &tc)
			}
		}
	}
}

// update returns old with another value at a place in it.
func (x *executor) update(old *val, p path, v *val, weak bool, t types.Type) *val {
	if len(p) == 0 {
		if weak {
			return x.joinVals(old, v, false)
		}
		return v
	}
	if old.kind != kAgg {
		old = x.spread(old, t)
		if old.kind != kAgg {
			return unknown
		}
	}
	w := *old
	w.via = nil
	w.args = slices.Clone(old.args)
	if p[0] == anyElem {
		for i, a := range w.args {
			w.args[i] = x.update(a, p[1:], v, true, partType(t, i))
		}
		return &w
	}
	if p[0] >= len(w.args) {
		return unknown
	}
	w.args[p[0]] = x.update(w.args[p[0]], p[1:], v, weak, partType(t, p[0]))
	return &w
}

// spread returns a struct or an array as its fields or elements.
func (x *executor) spread(v *val, t types.Type) *val {
	if t == nil {
		return unknown
	}
	n := 0
	switch u := t.Underlying().(type) {
	case *types.Struct:
		n = u.NumFields()
	case *types.Array:
		if u.Len() > maxElements {
			return unknown
		}
		n = int(u.Len())
	default:
		return unknown
	}
	w := &val{kind: kAgg, typ: t, rec: v.rec, via: v.via}
	if v.kind == kSym {
		w.sym = v.sym
	}
	for i := range n {
		w.args = append(w.args, x.part(v, i, partType(t, i)))
	}
	return w
}

// A target is what a store changes: a value of type t, which is the field or
// element i of a struct or array of type in, nil if it is no part of one.
type target struct {
	t, in types.Type
	i     int
}

// clobber makes unknown what other pointers to shared memory may refer to,
// after a value of type t was stored at a place in o: whatever may be the same
// place, as far as the types allow it.
func (x *executor) clobber(st *state, o *object, p path, t types.Type) {
	to := target{t: t}
	if len(p) > 0 {
		to.in = o.typ
		for _, i := range p[:len(p)-1] {
			to.in = partType(to.in, i)
		}
		to.i = p[len(p)-1]
	}
	st.epoch = x.symbol(symKey{kind: symEpoch, a: x.at, b: o, n: len(p)}, nil, nil)
	st.heap.each(func(id int, c *cell) {
		other := x.objects[id]
		if other != o && c.volatile && c.shared {
			for _, w := range x.writes {
				w.add(other)
			}
		}
		if other == o || !c.shared || c.v == nil || c.volatile {
			return
		}
		x.budget--
		if v := x.clobbered(st, c.v, other, nil, other.typ, to); v != c.v {
			n := *c
			n.v = v
			x.setCell(st, other, &n)
		}
	})
}

// clobbered returns v, which is at a place of type typ in an object, without
// what a store to a target may have changed in it.
func (x *executor) clobbered(st *state, v *val, o *object, p path, typ types.Type, to target) *val {
	if typ == nil || to.t == nil || len(p) > 4 {
		return x.fresh(v, o, p, typ, st.epoch)
	}
	same := func(a, b types.Type) bool {
		return !isOpaque(a) && !isOpaque(b) && types.IdenticalIgnoreTags(a.Underlying(), b.Underlying())
	}
	if same(typ, to.t) && (len(p) == 0 || to.in == nil) || !isBasic(to.t) && isComposite(to.t) && isComposite(typ) {
		return x.fresh(v, o, p, typ, st.epoch)
	}
	switch u := typ.Underlying().(type) {
	case *types.Slice:
		// Have: the elements of a symbolic slice.
		if o.kind == objPointee && (same(u.Elem(), to.t) || isComposite(u.Elem())) {
			return x.fresh(v, o, p, typ, st.epoch)
		}
		return v
	case *types.Struct, *types.Array:
	default:
		return v
	}
	w := v
	if w.kind != kAgg {
		if w = x.spread(v, typ); w.kind != kAgg {
			return x.fresh(v, o, p, typ, st.epoch)
		}
	}
	args := slices.Clone(w.args)
	changed := false
	for i := range args {
		pt := partType(typ, i)
		if pt == nil {
			continue
		}
		if same(pt, to.t) && (to.in == nil || same(typ, to.in) && (i == to.i || to.i == anyElem || !isStructType(typ)) ||
			!isStructType(typ) && !isStructType(to.in)) {
			args[i], changed = x.fresh(args[i], o, p.field(i), pt, st.epoch), true
		} else if a := x.clobbered(st, args[i], o, p.field(i), pt, to); a != args[i] {
			args[i], changed = a, true
		}
	}
	if !changed {
		return v
	}
	out := *w
	out.args, out.via = args, nil
	return &out
}

func isComposite(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

func isBasic(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

func isStructType(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// A spot is a place in an object, as the key of a sym.
type spot struct {
	o    *object
	path string
}

// fresh returns what is known of a value at a place after it may have
// changed: nothing, but for what was done to it.
func (x *executor) fresh(v *val, o *object, p path, t types.Type, epoch *sym) *val {
	w := x.symbolic(symKey{kind: symPointee, a: spot{o, fmt.Sprint(p)}, b: epoch}, t)
	if v != nil && v.rec != nil {
		w.rec = v.rec.tainted("others may change it")
	}
	return w
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
		if now := out.heap.get(i); now != nil && now.shared {
			n.shared = true
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
		c := x.agedCell(out, x.cellOf(st, o), head)
		c.many = true
		if was := out.heap.get(old.id); was != nil {
			c = x.joinCells(was, c, false)
		}
		out.heap = out.heap.set(old.id, c)
		for _, t := range slices.Clone(o.twin) {
			if t.born.contains(head) {
				t = x.retired(t, head)
			}
			if t != old {
				old.twin = link(old, t)
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
	n.entries = slices.Clone(c.entries)
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
	n.rec = x.agedRecord(out, c.rec, head)
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

// global returns the object of a package variable.
func (x *executor) global(g *ssa.Global) *object {
	t := g.Type().(*types.Pointer).Elem()
	o := x.object(objKey{kind: objGlobal, a: g}, t)
	o.glob = g
	return o
}

// steadyGlobal returns the state of a package variable that is set before
// main begins, and never again; nil if it is another one, or what it is set
// to is not known.
func (x *executor) steadyGlobal(st *state, o *object) *cell {
	gr := x.prog.steady(o.glob)
	if gr == nil {
		return nil
	}
	return &cell{v: x.adopt(st, gr)}
}

func (p point) String() string { return fmt.Sprint(p.node.key, p.instr) }
