package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// leaveEarly notes that a loop ends before its range does: not all entries of
// the map that it goes over are copied.
func (x *executor) leaveEarly(st *state) {
	st.heap = st.heap.update(func(_ int, c *cell) *cell {
		if !slices.ContainsFunc(c.entries, func(e entry) bool { return e.each }) {
			return c
		}
		n := *c
		n.entries = slices.Clone(c.entries)
		for i := range n.entries {
			n.entries[i].each = false
		}
		return &n
	})
}

// next returns what a range over a map or a string goes on with.
//
// A map of one entry is gone through entry by entry, and so is a string. The
// order of other maps is not known, nor is that of several rounds.
func (x *executor) next(n *node, st *state, instr *ssa.Next, iter *val) *val {
	t := instr.Type().(*types.Tuple)
	unknownNext := func() *val {
		if iter.kind == kRef {
			x.setCell(st, iter.obj, &cell{v: unknown}) // it has begun
		}
		if iter.kind == kRef && len(iter.args) == 1 {
			x.loses(st, iter.args[0])
			if o := x.mapObject(iter.args[0]); o != nil {
				x.losesContents(st, x.cellOf(st, o))
			}
		}
		v := &val{kind: kTuple, args: []*val{unknown}}
		for i := 1; i < 3; i++ {
			v.args = append(v.args, x.ranged(n, instr, iter, t, i))
		}
		v.args[0] = x.made(n, instr, types.Typ[types.Bool], 0)
		return v
	}
	if iter.kind != kRef || len(iter.args) != 1 {
		return unknownNext()
	}
	over := iter.args[0]
	c := x.cellOf(st, iter.obj)
	i, known := c.v.integer()
	if instr.IsString {
		s, isText := over.text()
		if !isText || !known {
			return unknownNext()
		}
		for k, r := range s {
			if k >= i {
				size := len(string(r))
				if r == 0xFFFD && (k >= len(s) || s[k] < 0x80 || len(s) < k+3 || s[k:k+3] != "\uFFFD") {
					size = 1
				}
				x.setCell(st, iter.obj, &cell{v: intVal(int64(k + size))})
				return &val{kind: kTuple, args: []*val{trueVal, intVal(int64(k)), intVal(int64(r))}}
			}
		}
		return &val{kind: kTuple, args: []*val{falseVal, x.zero(t.At(1).Type()), x.zero(t.At(2).Type())}}
	}
	if over.isNil() {
		return x.rangeEnd(t)
	}
	o := x.mapObject(over)
	if o == nil || !known {
		return unknownNext()
	}
	mc := x.cellOf(st, o)
	if mc.open || mc.volatile || slices.ContainsFunc(mc.entries, func(e entry) bool { return e.old }) || len(mc.entries) > 1 || len(mc.entries) == 1 && (mc.entries[0].cond || !mc.entries[0].key.isFixed()) {
		return unknownNext()
	}
	if len(mc.entries) == 0 {
		if i == 0 {
			return x.rangeEnd(t)
		}
		return unknownNext() // Have: the entry was deleted meanwhile.
	}
	if i > 0 {
		// Have: the one entry; the loop may have set another in its place.
		if m := x.cellOf(st, iter.obj); len(m.entries) == 1 && equal(m.entries[0].key, mc.entries[0].key) {
			return x.rangeEnd(t)
		}
		return unknownNext()
	}
	e := mc.entries[0]
	x.setCell(st, iter.obj, &cell{v: intVal(1), entries: []entry{{key: e.key, v: nilVal}}})
	return &val{kind: kTuple, args: []*val{trueVal, e.key, e.v}}
}

// restartRanges notes that entries were removed from a map. A range may visit such
// an entry once more if it is set again:
//
//	for k := range m { // of one entry
//		delete(m, k)
//		m[k] = "" // there may be another round
//	}
func (x *executor) restartRanges(st *state) {
	st.heap = st.heap.update(func(id int, c *cell) *cell {
		if x.objects[id].kind != objIter || len(c.entries) == 0 {
			return c
		}
		return &cell{v: unknown}
	})
}

func (x *executor) rangeEnd(t *types.Tuple) *val {
	v := &val{kind: kTuple, args: []*val{falseVal}}
	for i := 1; i < 3; i++ {
		if b, ok := t.At(i).Type().(*types.Basic); ok && b.Kind() == types.Invalid {
			v.args = append(v.args, unknown)
		} else {
			v.args = append(v.args, x.zero(t.At(i).Type()))
		}
	}
	return v
}

// ranged returns the key (1) or value (2) that a range over something goes on
// with, where nothing is known of it.
func (x *executor) ranged(n *node, instr *ssa.Next, iter *val, t *types.Tuple, i int) *val {
	s := x.symbol(symKey{kind: symMade, a: point{n, instr}, n: i}, t.At(i).Type(), nil)
	if iter.kind == kRef && len(iter.args) == 1 {
		s.over = iter.args[0]
	}
	return &val{kind: kSym, sym: s, typ: t.At(i).Type()}
}
