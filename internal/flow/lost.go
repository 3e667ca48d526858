package flow

import (
	"cmp"
	"slices"
)

// This file is about what a value may refer to that is not known any more.
//
//	for _, p := range map[string]*string{"k": &x, "l": &y} {
//		*p = "b" // it changes x, or y
//	}

// unknownOf returns a value that is not known, in place of one of several. It
// has what those refer to, so that this escapes when somebody uses it.
func unknownOf(vals ...*val) *val {
	refs := refsOf(vals...)
	if len(refs) == 0 {
		return unknown
	}
	return &val{kind: kUnknown, args: refs}
}

// refsOf returns the parts of values that refer to memory, each once.
func refsOf(vals ...*val) []*val {
	var out []*val
	var add func(v *val)
	add = func(v *val) {
		switch {
		case v == nil:
		case v.kind == kRef, v.kind == kSlice, v.kind == kFunc, v.kind == kSym && !isScalar(v.typ):
			if !slices.ContainsFunc(out, func(o *val) bool { return equal(o, v) }) {
				out = append(out, v)
			}
		case v.kind == kConst, v.kind == kConcat, v.kind == kQuery:
		default:
			for _, a := range v.args {
				add(a)
			}
			add(v.was)
		}
	}
	for _, v := range vals {
		add(v)
	}
	slices.SortStableFunc(out, func(a, b *val) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.number(), b.number())) })
	return out
}

// number returns the number of the object or the symbol that a value refers to.
func (v *val) number() int {
	switch {
	case v.obj != nil:
		return v.obj.id
	case v.sym != nil:
		return v.sym.id
	}
	return 0
}

// alsoOf returns a value that is not known, with what another one refers to.
func (v *val) alsoOf(o *val) *val {
	refs := refsOf(v, o)
	if len(refs) == len(v.args) {
		return v
	}
	w := *v
	w.args = refs
	return &w
}

// loses makes what a value refers to shared that is not known any more.
func (x *executor) loses(st *state, v *val) {
	if v.kind == kUnknown && (len(v.args) > 0 || v.was != nil) {
		x.leakAll(st, refsOf(v))
	}
}

// losesContents does so with what an object holds.
func (x *executor) losesContents(st *state, c *cell) {
	x.leakAll(st, refsOf(c.v))
	for _, e := range c.entries {
		x.leakAll(st, refsOf(e.key, e.v))
	}
}

func (x *executor) leakAll(st *state, refs []*val) {
	for _, r := range refs {
		x.how = "one of several that can't be told"
		x.leak(st, r)
	}
}
