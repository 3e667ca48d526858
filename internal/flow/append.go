package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// elements returns the elements of a slice, if they are known one by one.
func (x *executor) elements(st *state, v *val) ([]*val, bool) {
	switch v.kind {
	case kConst:
		if v.isNil() {
			return nil, true
		}
		if s, ok := v.text(); ok {
			out := make([]*val, 0, len(s))
			for i := range len(s) {
				out = append(out, intVal(int64(s[i])))
			}
			return out, len(s) <= maxElements
		}
	case kSlice:
		if v.n < 0 || v.lo < 0 {
			return nil, false
		}
		c := x.cellOf(st, v.obj)
		if c.volatile {
			return nil, false
		}
		w := c.v
		for _, i := range v.path {
			if w == nil {
				return nil, false
			}
			w = x.part(w, i, nil)
		}
		if w != nil && w.kind == kAgg && v.lo+v.n <= len(w.args) {
			return w.args[v.lo : v.lo+v.n], true
		}
	}
	return nil, false
}

// appendTo returns append(s, more...).
//
// If the capacity of s is known, that decides on whether the elements go into
// the array of s, or into a new one. If it is not, both may be: what is
// stored in one of the arrays may be stored in the other.
func (x *executor) appendTo(n *node, st *state, instr ssa.CallInstruction, s, more *val, alt int) *val {
	t, ok := instr.Common().Args[0].Type().Underlying().(*types.Slice)
	if !ok {
		x.leak(st, s)
		x.leak(st, more)
		return unknown
	}
	return x.appended(n, st, instr, t, s, more, alt)
}

// appended does so with slices of a type.
func (x *executor) appended(n *node, st *state, instr ssa.CallInstruction, t *types.Slice, s, more *val, alt int) *val {
	if added, ok := x.elements(st, more); ok && len(added) == 0 && s.kind != kUnknown {
		return s
	}
	if holdsBuffer(t.Elem()) {
		x.copyBuffer(st, s)
		x.copyBuffer(st, more)
		return unknown
	}
	if s.kind == kChoice {
		v, _ := x.oneOf(st, s.args, func(st *state, a *val) (*val, bool) {
			alt++
			return x.appended(n, st, instr, t, a, more, alt), true
		})
		return v
	}
	if isByte(t.Elem()) && (s.isNil() || s.kind == kSym || s.kind == kSlice && (s.lo == whole || s.n == 0)) {
		// Text behind text.
		text := more
		if more.kind == kSlice || more.isNil() {
			text = x.textOf(st, more)
		}
		base := x.textOf(st, s)
		if isTextLike(text) {
			o := x.object(objKey{kind: objArray, a: point{n, instr}, b: alt, n: 2}, nil)
			x.setCell(st, o, &cell{v: concatOf(base, text)})
			switch s.kind {
			case kSlice:
				if s.lo != whole { // there may be room
					x.write(st, s.obj, s.path.field(anyElem), unknown, true, t.Elem())
					o.grown = append(o.grown, s.obj) // which may go on behind the part
				}
				x.grow(st, o, s, nil)
			case kSym:
				x.overwrite(st, s, false, make(map[*object]bool)) // there may be room
				x.leakObject(st, o, make(map[*object]bool))       // others may have it, too
			}
			return &val{kind: kSlice, obj: o, lo: whole, n: -1}
		}
	}
	elems, known := x.elements(st, s)
	added, knownMore := x.elements(st, more)
	if s.kind == kSlice && known && knownMore && s.end > 0 && s.lo+s.n+len(added) <= s.end {
		// There is room.
		for i, v := range added {
			x.write(st, s.obj, s.path.field(s.lo+s.n+i), v, false, t.Elem())
		}
		w := *s
		w.via = nil
		w.n += len(added)
		return &w
	}
	o := x.object(objKey{kind: objArray, a: point{n, instr}, b: alt}, nil)
	if known && knownMore && len(elems)+len(added) <= maxElements {
		all := slices.Concat(elems, added)
		arr := types.NewArray(t.Elem(), int64(len(all)))
		o.typ = arr
		x.setCell(st, o, &cell{v: &val{kind: kAgg, typ: arr, args: all}})
		if s.kind == kSlice && s.end == 0 {
			x.alias(st, o, s, added, t.Elem())
		}
		return &val{kind: kSlice, obj: o, n: len(all)}
	}
	o.typ = types.NewSlice(t.Elem())
	c := &cell{v: x.anyOf(st, s, more), many: true}
	x.setCell(st, o, c)
	switch {
	case s.kind == kSlice && s.obj.isList() && len(s.path) == 0:
		x.grow(st, o, s, nil)
		x.write(st, s.obj, path{anyElem}, x.anyOf(st, more), true, t.Elem())
	case s.kind == kSlice:
		if x.cellOf(st, s.obj).shared {
			x.how = "stored in a container"
			x.leak(st, more)
		}
		x.grow(st, o, s, nil)
		x.write(st, s.obj, s.path.field(anyElem), unknownOf(x.anyOf(st, more)), true, t.Elem())
	case !s.isNil():
		x.leak(st, s)
		x.leak(st, more)
		x.havoc(st, x.at, "it is appended to")
	}
	return &val{kind: kSlice, obj: o, n: -1}
}

func isTextLike(v *val) bool {
	return v.kind != kSlice && v.kind != kRef && v.kind != kAgg
}

// alias notes that the array of an appended slice may be the one that it was
// appended to.
func (x *executor) alias(st *state, o *object, s *val, added []*val, elem types.Type) {
	c := x.cellOf(st, s.obj)
	if c.v != nil && c.v.kind == kAgg && len(s.path) == 0 {
		for i, v := range added {
			p := path{s.lo + s.n + i}
			if p[0] < len(c.v.args) {
				x.write(st, s.obj, p, v, true, elem) // and to what may be this array, too
				continue
			}
			for _, tw := range s.obj.twin { // which may be longer
				x.writeTwin(st, tw, s.obj, p, v)
			}
		}
	}
	x.grow(st, o, s, added)
	if s.lo != 0 || len(s.path) > 0 {
		// The elements have other numbers in the two.
		x.leakObject(st, o, make(map[*object]bool))
		x.leakObject(st, s.obj, make(map[*object]bool))
		o.twin, s.obj.twin = nil, nil
		for _, q := range []*object{o, s.obj} {
			n := *x.cellOf(st, q)
			n.v, n.volatile = unknown, true
			x.setCell(st, q, &n)
		}
	}
	if c.shared || c.volatile {
		x.leakObject(st, o, make(map[*object]bool))
	}
}

// grow notes that o is what append returned for s, with elements that are
// nil if it is not known which. If there was room, they went where those went
// that were appended to s before:
//
//	x := append(s, "a")
//	y := append(s, "b") // x may end in "b" now
func (x *executor) grow(st *state, o *object, s *val, added []*val) {
	seen := map[*object]bool{o: true, s.obj: true}
	var overwrite func(of *object)
	overwrite = func(of *object) {
		for _, g := range of.grown {
			if seen[g] {
				continue
			}
			seen[g] = true
			overwrite(g)
			c := st.heap.get(g.id)
			switch {
			case c == nil:
			case added == nil || c.v == nil || c.v.kind != kAgg || s.lo != 0 || len(s.path) > 0:
				x.overwrite(st, &val{kind: kSlice, obj: g}, false, make(map[*object]bool))
			default:
				for i, v := range added {
					x.writeTwin(st, g, o, path{s.n + i}, v)
				}
			}
		}
	}
	overwrite(s.obj)
	if !slices.Contains(s.obj.grown, o) && o != s.obj {
		s.obj.grown = append(s.obj.grown, o)
	}
	o.twin = link(o, s.obj)
}

// anyOf returns what any element of several slices may be.
func (x *executor) anyOf(st *state, slices ...*val) *val {
	var alts []*val
	for _, s := range slices {
		for _, a := range s.alternatives() {
			if elems, ok := x.elements(st, a); ok {
				alts = append(alts, elems...)
			} else if a.kind == kSlice && a.obj.isList() {
				c := x.cellOf(st, a.obj)
				if c.volatile || c.v == nil {
					return unknown
				}
				alts = append(alts, c.v)
			} else if a.kind == kSlice {
				alts = append(alts, x.read(st, a.obj, a.path.field(anyElem), nil))
			} else {
				alts = append(alts, unknownOf(a))
			}
		}
	}
	if len(alts) == 0 {
		return unknown
	}
	return anyVal(alts)
}

// anyVal returns the value that is one of alts; what is known of some of them
// is kept, although others are not known.
func anyVal(alts []*val) *val {
	var known, lost []*val
	for _, a := range alts {
		switch {
		case a.kind != kUnknown:
			known = append(known, a)
		case a.was != nil:
			known, lost = append(known, a.was), append(lost, a)
		default:
			lost = append(lost, a)
		}
	}
	if len(known) == 0 {
		return unknownOf(lost...)
	}
	v := choiceOf(known...)
	switch {
	case v.kind == kUnknown:
		return unknownOf(append(lost, v)...)
	case len(lost) == 0:
		return v
	}
	return unknownOf(lost...).formerly(v)
}

// copyInto carries out copy(dst, src).
func (x *executor) copyInto(st *state, instr ssa.CallInstruction, dst, src *val) *val {
	if s, ok := instr.Common().Args[0].Type().Underlying().(*types.Slice); ok && holdsBuffer(s.Elem()) {
		x.copyBuffer(st, src)
		x.copyBuffer(st, dst)
		return unknown
	}
	elem := types.Type(types.Typ[types.Byte])
	if t, ok := instr.Common().Args[0].Type().Underlying().(*types.Slice); ok {
		elem = t.Elem()
	}
	elems, known := x.elements(st, src)
	if dst.kind == kSlice && dst.n >= 0 && dst.lo >= 0 && known {
		k := min(dst.n, len(elems))
		elems = slices.Clone(elems)
		for i := range k {
			x.write(st, dst.obj, dst.path.field(dst.lo+i), elems[i], false, elem)
		}
		return intVal(int64(k))
	}
	if dst.isNil() || known && len(elems) == 0 {
		return intVal(0)
	}
	x.leak(st, src)
	x.overwrite(st, dst, false, make(map[*object]bool))
	x.leak(st, dst) // it holds what src refers to
	return unknown
}
