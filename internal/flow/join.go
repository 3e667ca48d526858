package flow

import (
	"go/types"
	"slices"
)

// joinVals returns what a value is that is a on one way, and b on another.
// With widen it gives up sooner, so that loops come to an end.
//
// What was done to an object on either way is kept, whatever it is.
func (x *executor) joinVals(a, b *val, widen bool) *val {
	v := x.joinContents(a, b, widen)
	if (a.rec != nil || b.rec != nil) && v.rec == nil {
		v = v.withRec(joinRecords(a.rec, b.rec))
	}
	return v
}

func (x *executor) joinContents(a, b *val, widen bool) *val {
	if a == b || equal(a, b) {
		if a.via != b.via {
			a = a.commonVia(b)
		}
		return a
	}
	if a.kind == kUnknown {
		return a.alsoOf(b)
	}
	if b.kind == kUnknown {
		return b.alsoOf(a)
	}
	if a.kind == kAgg && b.kind == kAgg && len(a.args) == len(b.args) && identical(a.typ, b.typ) {
		w := *a
		w.via = commonTail(a.via, b.via)
		w.args = make([]*val, len(a.args))
		for i := range a.args {
			w.args[i] = x.joinVals(a.args[i], b.args[i], widen)
		}
		if a.sym != b.sym {
			w.sym = nil
		}
		w.rec = joinRecords(a.rec, b.rec)
		return &w
	}
	if a.kind == kSym && b.kind == kAgg && b.sym == a.sym {
		a, b = b, a
	}
	if a.kind == kAgg && b.kind == kSym && b.sym == a.sym && a.sym != nil {
		if w := x.spread(b, a.typ); w.kind == kAgg {
			return x.joinVals(a, w, widen)
		}
	}
	if a.kind == kSym && b.kind == kSym && a.sym == b.sym { // the records differ
		w := *a
		w.via = commonTail(a.via, b.via)
		w.rec = joinRecords(a.rec, b.rec)
		return &w
	}
	if a.kind == kTuple && b.kind == kTuple && len(a.args) == len(b.args) {
		w := &val{kind: kTuple, args: make([]*val, len(a.args))}
		for i := range a.args {
			w.args[i] = x.joinVals(a.args[i], b.args[i], widen)
		}
		return w
	}
	if a.kind == kSlice && b.kind == kSlice && a.obj == b.obj && slices.Equal(a.path, b.path) && widen {
		w := *a
		w.lo, w.n = 0, -1
		return &w
	}
	if isTextual(a) && isTextual(b) && (a.kind == kConcat || b.kind == kConcat || a.via == nil && b.via == nil) {
		if v := joinTexts(a, b, widen); v != nil {
			return v
		}
	}
	if widen {
		if v := x.joinSlices(a, b); v != nil {
			return v
		}
		if !isRefLike(a) {
			return anyVal([]*val{a, b, unknown})
		}
	}
	return choiceOf(a, b)
}

func isRefLike(v *val) bool { return v.kind == kRef || v.kind == kFunc || v.kind == kIface }

func isTextual(v *val) bool {
	_, isText := v.text()
	return isText || v.kind == kConcat
}

// joinTexts joins texts that start alike:
//
//	s := a; if c { s += b }    →    a + one of b, ""
//
// It returns nil if they do not.
func joinTexts(a, b *val, widen bool) *val {
	pa, pb := textParts(a), textParts(b)
	switch {
	case len(pb) > 0 && equal(pb[0], a):
		pa = []*val{a}
	case len(pa) > 0 && equal(pa[0], b):
		pb = []*val{b}
	}
	n := 0
	for n < len(pa) && n < len(pb) && equal(pa[n], pb[n]) {
		n++
	}
	if n == 0 {
		// A constant may have been joined with what came behind it.
		if len(pa) > 0 && len(pb) > 0 {
			ta, okA := pa[0].text()
			tb, okB := pb[0].text()
			if okA && okB && pa[0].via == nil && pb[0].via == nil {
				k := 0
				for k < len(ta) && k < len(tb) && ta[k] == tb[k] {
					k++
				}
				if k > 0 && (k == len(ta) || k == len(tb)) {
					pa = append([]*val{textVal(ta[:k]), textVal(ta[k:])}, pa[1:]...)
					pb = append([]*val{textVal(tb[:k]), textVal(tb[k:])}, pb[1:]...)
					n = 1
				}
			}
		}
		if n == 0 && len(pa) > 0 && len(pb) > 0 {
			return nil
		}
	}
	rest := choiceOf(concatOf(pa[n:]...), concatOf(pb[n:]...))
	if widen {
		rest = widened(pa[n:], pb[n:])
	}
	return concatOf(append(slices.Clone(pa[:n]), rest)...)
}

// widened returns text that is made of the parts of a and b, in whatever order
// and number.
func widened(a, b []*val) *val {
	for _, p := range append(slices.Clone(a), b...) {
		if p.kind == kUnknown && p.was != nil {
			return p // it was widened before
		}
	}
	return anyVal([]*val{concatOf(a...), concatOf(b...), unknown})
}

// joinSlices returns the slice that a loop makes longer and longer: what its
// elements may be is known, and nothing else. It returns nil if a and b are no
// slices.
func (x *executor) joinSlices(a, b *val) *val {
	j := x.joining
	isSlices := func(v *val) bool {
		return !slices.ContainsFunc(v.alternatives(), func(a *val) bool { return !a.isNil() && (a.kind != kSlice || a.lo == whole) })
	}
	if j == nil || !isSlices(a) || !isSlices(b) || a.isNil() && b.isNil() {
		return nil
	}
	var elem types.Type
	for _, s := range append(a.notNil(), b.notNil()...) {
		if s.obj.typ != nil && len(s.path) == 0 {
			elem = partType(s.obj.typ, anyElem)
		}
	}
	if elem == nil {
		return nil
	}
	j.n++
	o := x.object(objKey{kind: objArray, a: j.at, b: j.id, n: j.n}, types.NewSlice(elem))
	v := anyVal([]*val{x.anyOf(j.a, a), x.anyOf(j.b, b)})
	for _, s := range append(a.notNil(), b.notNil()...) {
		o.twin = link(o, s.obj)
	}
	j.out.heap = j.out.heap.set(o.id, &cell{v: v, many: true})
	return &val{kind: kSlice, obj: o, n: -1}
}

// A joining is a join of two states that is being made.
type joining struct {
	a, b, out *state
	at        *node
	id, n     int
}

func textParts(v *val) []*val {
	if v.kind == kConcat {
		return v.args
	}
	if s, ok := v.text(); ok && s == "" {
		return nil
	}
	return []*val{v}
}

// commonVia returns v as it is denoted on both of two ways.
func (v *val) commonVia(o *val) *val {
	t := commonTail(v.via, o.via)
	if t == nil && v.via != nil && v.kind != kConst {
		return v // either will do: the values are equal
	}
	if t == v.via {
		return v
	}
	w := *v
	w.via = t
	return &w
}

// commonTail returns the expressions that end two lists.
func commonTail(a, b *via) *via {
	la, lb := a.len(), b.len()
	for ; la > lb; la-- {
		a = a.next
	}
	for ; lb > la; lb-- {
		b = b.next
	}
	for a != nil && (a.expr != b.expr || a.frame != b.frame) {
		a, b = a.next, b.next
	}
	return a
}
