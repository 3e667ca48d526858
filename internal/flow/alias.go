package flow

import (
	"fmt"
	"go/types"
	"slices"
)

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
			x.wrote(x.objects[id])
		}
	})
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
	st.heap = st.heap.update(func(id int, c *cell) *cell {
		other := x.objects[id]
		if other != o && c.volatile && c.shared {
			x.wrote(other)
		}
		if other == o || !c.shared || c.v == nil || c.volatile || c.former != nil {
			return c
		}
		x.budget--
		v := x.clobbered(st, c.v, other, nil, other.typ, to)
		if v == c.v {
			return c
		}
		x.wrote(other)
		n := *c
		n.v = v
		return &n
	})
}

// clobbered returns v, which is at a place of type typ in an object, without
// what a store to a target may have changed in it.
func (x *executor) clobbered(st *state, v *val, o *object, p path, typ types.Type, to target) *val {
	if typ == nil || to.t == nil || len(p) > 4 || mentionsParam(typ) || mentionsParam(to.t) || to.in != nil && mentionsParam(to.in) {
		return x.fresh(v, o, p, typ, st.epoch)
	}
	same := interchangeable
	if same(typ, to.t) && (len(p) == 0 || to.in == nil) || isComposite(to.t) && (isComposite(typ) || hasPart(to.t, typ)) {
		return x.fresh(v, o, p, typ, st.epoch)
	}
	switch u := typ.Underlying().(type) {
	case *types.Slice:
		// Have: the elements of a symbolic slice.
		if o.kind == objPointee && (same(u.Elem(), to.t) || isComposite(u.Elem()) || hasPart(to.t, u.Elem())) {
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

// clobberAll makes unknown what other pointers may refer to, after any part of
// an object may have changed.
func (x *executor) clobberAll(st *state, o *object) {
	switch {
	case o.isMap():
		x.clobberMaps(st, o)
	case o.typ == nil:
		x.clobber(st, o, nil, nil)
	default:
		t := o.typ
		if s, ok := t.Underlying().(*types.Slice); ok && (o.kind == objPointee || o.isList()) {
			t = s.Elem()
		}
		x.clobber(st, o, nil, t)
	}
}

// hasPart reports whether memory of one type has memory of another in it.
//
//	*p = T{} // *q may change, if a field of T has its type
func hasPart(whole, part types.Type) bool {
	switch u := whole.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if interchangeable(f.Type(), part) || hasPart(f.Type(), part) {
				return true
			}
		}
	case *types.Array:
		return interchangeable(u.Elem(), part) || hasPart(u.Elem(), part)
	}
	return false
}

func isComposite(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

func isMapType(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
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
