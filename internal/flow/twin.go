package flow

import (
	"go/types"
	"slices"
)

// This file is about arrays that may be the same.

// link returns the arrays that may be the same as o. The array s is one of them.
func link(o, s *object) []*object {
	if !slices.Contains(s.twin, o) {
		s.twin = append(s.twin, o)
	}
	out := o.twin
	for _, t := range append(slices.Clone(s.twin), s) {
		if t != o && !slices.Contains(out, t) {
			out = append(out, t)
			if !slices.Contains(t.twin, o) {
				t.twin = append(t.twin, o)
			}
		}
	}
	return out
}

// writeTwin carries a change of an array over to a twin, which may be the same
// array.
func (x *executor) writeTwin(st *state, tw, o *object, p path, v *val) {
	if st.heap.get(tw.id) == nil {
		return
	}
	c := *x.cellOf(st, tw)
	if c.v == nil || c.volatile {
		return
	}
	switch {
	case len(p) == 0, !haveSameElements(tw.typ, o.typ): // text, all of it, or a struct with an array
		c.v = unknownOf(c.v, v)
	case tw.isList():
		c.v = x.update(c.v, p[1:], v, true, partType(tw.typ, anyElem))
	case c.v.kind == kAgg && p[0] >= len(c.v.args):
		return // behind the end of the twin
	default:
		c.v = x.update(c.v, p, v, true, tw.typ)
	}
	x.setCell(st, tw, &c)
}

// haveSameElements reports whether two types are arrays, or slices, of elements
// of the same type.
func haveSameElements(t, u types.Type) bool {
	elem := func(t types.Type) types.Type {
		if t == nil {
			return nil
		}
		switch t := t.Underlying().(type) {
		case *types.Array:
			return t.Elem()
		case *types.Slice:
			return t.Elem()
		}
		return nil
	}
	a, b := elem(t), elem(u)
	return a != nil && b != nil && interchangeable(a, b)
}

// share notes that results of a function are parts of its operands, as the
// tables say.
//
//	y := bytes.TrimSpace(x)
//	y[0] = 'b' // x changes, too
func (x *executor) share(s callSite, fn *types.Func, args, results []*val) {
	eff, ok := effectOf(s, fn)
	if !ok {
		return
	}
	for _, of := range operandsOf(eff.Returns, args, fn) {
		for _, r := range results {
			if of.kind == kSlice && r.kind == kSlice && r.obj != of.obj {
				r.obj.twin = link(r.obj, of.obj)
				if !slices.Contains(r.obj.grown, of.obj) {
					r.obj.grown = append(r.obj.grown, of.obj) // it may go on behind the part
				}
			}
		}
	}
}
