package flow

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// cellOf returns the state of an object.
func (x *executor) cellOf(st *state, o *object) *cell {
	if c := x.held(st, o); c != nil {
		return c
	}
	if o.kind == objPointee || o.kind == objGlobal {
		c := x.unseen(o, st)
		st.heap = st.heap.set(o.id, c)
		return c
	}
	return &cell{v: unknown, open: true, shared: true} // it was made on another way
}

// held returns the state of an object, nil if it is not made yet, or nobody
// has looked at it.
func (x *executor) held(st *state, o *object) *cell {
	c := st.heap.get(o.id)
	if c == nil || c.former == nil {
		return c
	}
	c = x.current(o, c, st.epoch)
	st.heap = st.heap.set(o.id, c)
	return c
}

func (x *executor) setCell(st *state, o *object, c *cell) {
	st.heap = st.heap.set(o.id, c)
	x.wrote(o)
}

// wrote notes that an object is changed.
func (x *executor) wrote(o *object) {
	for _, w := range x.writes {
		w.add(o)
	}
	if !o.isOwn() {
		x.did.Acts = true
	}
}

// unseen returns the state of an object that nobody has looked at since the
// memory that it is in may have changed last.
func (x *executor) unseen(o *object, st *state) *cell {
	if o.kind == objGlobal {
		if c := x.steadyGlobal(st, o); c != nil {
			return c
		}
		if x.initializing != nil && o.glob.Pkg == x.initializing && !x.prog.isLinked(o.glob) {
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
	if v.typ != nil {
		switch u := v.typ.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice, *types.Map:
			t = v.typ
		}
	}
	o := x.object(key, t)
	switch {
	case o.mixed || t == nil:
	case o.typ == nil:
		o.typ = t
	case !interchangeable(o.typ, t):
		o.typ, o.mixed = nil, true
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
	case kUnknown:
		return unknownOf(v)
	case kAgg:
		if i >= 0 && i < len(v.args) {
			return v.args[i]
		}
		if i == anyElem && len(v.args) > 0 {
			return choiceOf(v.args...)
		}
	case kSym:
		if i == anyElem {
			return unknownOf(v)
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
	return unknownOf(addr)
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
		x.loses(st, addr)
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
	x.writePlace(st, o, p, v, weak, t)
	for _, tw := range o.twin {
		if tw != o {
			x.writeTwin(st, tw, o, p, v)
		}
	}
}

// writePlace does so, and leaves what may be the same array as it is.
func (x *executor) writePlace(st *state, o *object, p path, v *val, weak bool, t types.Type) {
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
		all := x.spread(old, t)
		if all.kind != kAgg {
			return unknownOf(old, v)
		}
		old = all
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
		return unknownOf(old, v)
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
	gr := x.steady(o.glob)
	if gr == nil {
		return nil
	}
	return &cell{v: x.adopt(st, gr)}
}

func (p point) String() string { return fmt.Sprint(p.node.key, p.instr) }
