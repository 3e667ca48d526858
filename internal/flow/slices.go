package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// addrOfPart returns the address of a field, of the struct at an address.
func (x *executor) addrOfPart(v *val, i int) *val {
	switch v.kind {
	case kRef:
		return &val{kind: kRef, obj: v.obj, path: v.path.field(i)}
	case kSym:
		return &val{kind: kRef, obj: x.pointee(v), path: path{i}}
	case kChoice:
		var alts []*val
		for _, a := range v.args {
			if !a.isNil() {
				alts = append(alts, x.addrOfPart(a, i))
			}
		}
		return choiceOf(alts...)
	case kConst:
		if v.isNil() {
			return nilVal
		}
	}
	return unknownOf(v)
}

// addrOfElem returns the address of an element, of a slice or of the array
// at an address.
func (x *executor) addrOfElem(st *state, v, index *val) *val {
	i, known := index.integer()
	switch v.kind {
	case kRef: // *array
		if !known {
			i = anyElem
		}
		return &val{kind: kRef, obj: v.obj, path: v.path.field(i)}
	case kSlice:
		switch {
		case !known || v.n < 0:
			i = anyElem
		case i >= v.n || i < 0:
			return nilVal // it panics
		default:
			i += v.lo
		}
		return &val{kind: kRef, obj: v.obj, path: v.path.field(i)}
	case kSym:
		if !known {
			i = anyElem
		}
		return &val{kind: kRef, obj: x.pointee(v), path: path{i}}
	case kChoice:
		var alts []*val
		for _, a := range v.args {
			if e := x.addrOfElem(st, a, index); !e.isNil() {
				alts = append(alts, e)
			}
		}
		return choiceOf(alts...)
	case kConst:
		if v.isNil() {
			return nilVal
		}
	}
	return unknownOf(v)
}

// index returns an element of an array or a string.
func (x *executor) index(v, index *val, t types.Type) *val {
	i, known := index.integer()
	if s, ok := v.text(); ok {
		if known && i >= 0 && i < len(s) {
			return intVal(int64(s[i]))
		}
		return unknown
	}
	if v.kind != kAgg {
		return unknownOf(v)
	}
	if !known {
		i = anyElem
	}
	return x.part(v, i, t)
}

// slice returns x[low:high:max].
func (x *executor) slice(st *state, t types.Type, v, low, high, max *val) *val {
	bound := func(b *val, otherwise int) (int, bool) {
		if b == nil {
			return otherwise, true
		}
		return b.integer()
	}
	if s, ok := v.text(); ok {
		lo, okLo := bound(low, 0)
		hi, okHi := bound(high, len(s))
		if okLo && okHi && 0 <= lo && lo <= hi && hi <= len(s) {
			return textVal(s[lo:hi])
		}
		return unknown
	}
	switch v.kind {
	case kRef: // *array
		arr, ok := t.Underlying().(*types.Pointer)
		if !ok {
			break
		}
		at, ok := arr.Elem().Underlying().(*types.Array)
		if !ok {
			break
		}
		lo, okLo := bound(low, 0)
		hi, okHi := bound(high, int(at.Len()))
		if okLo && okHi && 0 <= lo && lo <= hi && int64(hi) <= at.Len() {
			w := &val{kind: kSlice, obj: v.obj, path: v.path, lo: lo, n: hi - lo, end: int(at.Len())}
			return x.limited(w, 0, max)
		}
		return &val{kind: kSlice, obj: v.obj, path: v.path, n: -1}
	case kSlice:
		if v.lo == whole && low == nil && high == nil && max == nil {
			return v
		}
		if v.n >= 0 {
			lo, okLo := bound(low, 0)
			hi, okHi := bound(high, v.n)
			if okLo && okHi && 0 <= lo && lo <= hi {
				w := *v
				w.via = nil
				w.lo, w.n = v.lo+lo, hi-lo
				if hi > v.n && !x.reaches(st, v, hi) {
					w.lo, w.n = 0, -1
				}
				return x.limited(&w, v.lo, max)
			}
		}
		w := *v
		w.via, w.lo, w.n = nil, 0, -1
		return &w
	case kConst:
		if v.isNil() {
			return v
		}
	}
	x.leak(st, v)
	return unknownOf(v)
}

// limited returns a slice whose capacity is limited: max counts from where
// that begins that was sliced.
func (x *executor) limited(v *val, from int, max *val) *val {
	if max == nil || v.n < 0 {
		return v
	}
	m, ok := max.integer()
	if !ok {
		v.lo, v.n = 0, -1
		return v
	}
	v.end = from + m
	if v.end < v.lo+v.n {
		v.n = -1
	}
	return v
}

// reaches reports whether an array has elements up to one that is behind the
// end of a slice of it.
func (x *executor) reaches(st *state, v *val, hi int) bool {
	c := x.cellOf(st, v.obj)
	w := c.v
	for _, i := range v.path {
		if w == nil {
			return false
		}
		w = x.part(w, i, nil)
	}
	return w != nil && w.kind == kAgg && v.lo+hi <= len(w.args)
}

func (x *executor) makeSlice(n *node, st *state, instr *ssa.MakeSlice, length, capacity *val) *val {
	o := x.object(objKey{kind: objArray, a: point{n, instr}}, nil)
	elem := instr.Type().Underlying().(*types.Slice).Elem()
	l, okLen := length.integer()
	c, okCap := capacity.integer()
	if !okLen || !okCap || c > maxElements || l > c || l < 0 {
		if isByte(elem) && !okLen {
			o.typ = nil
			x.setCell(st, o, &cell{v: unknown})
			return &val{kind: kSlice, obj: o, lo: whole, n: -1}
		}
		o.typ = types.NewSlice(elem)
		v := x.zero(elem)
		if okLen && l == 0 {
			v = unknown // no element
		}
		x.setCell(st, o, &cell{v: v, many: true})
		if okLen && l == 0 {
			return &val{kind: kSlice, obj: o, n: 0}
		}
		return &val{kind: kSlice, obj: o, n: -1}
	}
	o.typ = types.NewArray(elem, int64(c))
	x.setCell(st, o, &cell{v: x.zero(o.typ)})
	return &val{kind: kSlice, obj: o, n: l, end: c}
}
