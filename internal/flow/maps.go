package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// mapObject returns the object that a map refers to, nil if it is nil, or
// can't be told.
func (x *executor) mapObject(v *val) *object {
	switch v.kind {
	case kRef:
		return v.obj
	case kSym:
		if v.typ != nil {
			if _, ok := v.typ.Underlying().(*types.Map); ok {
				return x.pointee(v)
			}
		}
	}
	return nil
}

// lookup returns m[key], and whether it is there if the instruction asks.
func (x *executor) lookup(n *node, st *state, instr *ssa.Lookup, m, key *val) *val {
	if s, ok := m.text(); ok && !instr.CommaOk { // of a string
		if i, ok := key.integer(); ok && i >= 0 && i < len(s) {
			return intVal(int64(s[i]))
		}
		return unknown
	}
	mt, isMap := instr.X.Type().Underlying().(*types.Map)
	if !isMap {
		return unknown
	}
	var v, ok *val
	for i, alt := range m.alternatives() {
		av, aok := x.entryOf(st, alt, key, mt)
		if i == 0 {
			v, ok = av, aok
		} else {
			v, ok = x.joinVals(v, av, false), x.joinVals(ok, aok, false)
		}
	}
	if v.kind == kUnknown {
		// It may be any of the entries, so others have to do with what these
		// refer to.
		for _, alt := range m.alternatives() {
			x.loses(st, alt)
			if o := x.mapObject(alt); o != nil {
				for _, e := range x.cellOf(st, o).entries {
					x.leak(st, e.v)
				}
			}
		}
		v = x.made(n, instr, mt.Elem(), 1)
	}
	if !instr.CommaOk {
		return v
	}
	if ok.kind == kUnknown {
		ok = x.made(n, instr, types.Typ[types.Bool], 2)
	}
	return &val{kind: kTuple, args: []*val{v, ok}}
}

func (x *executor) entryOf(st *state, m, key *val, mt *types.Map) (v, ok *val) {
	zero := x.zero(mt.Elem())
	if m.isNil() {
		return zero, falseVal
	}
	o := x.mapObject(m)
	if o == nil {
		return unknown, unknown
	}
	c := x.cellOf(st, o)
	if c.volatile {
		return unknown, unknown
	}
	// Have: entries. The key may be that of several, not only of the one that
	// was set last.
	var alts []*val
	sure := false
	for _, e := range c.entries {
		switch {
		case e.old && mayEqual(e.key, key):
			return unknown, unknown
		case sameKey(e.key, key):
			alts = append(alts, e.v)
			sure = sure || !e.cond
		case mayEqual(e.key, key):
			alts = append(alts, e.v)
		}
	}
	exact := len(alts) == 1 && sure
	if exact {
		return alts[0], trueVal
	}
	if c.open {
		if len(alts) > 0 || !key.isFixed() || o.kind != objPointee || c.v == nil || c.v.kind != kSym {
			return unknown, unknown
		}
		// Have: an entry of a map that is not known.
		s := x.symbol(symKey{kind: symEntry, a: c.v.sym, b: keyOf(key)}, mt.Elem(), nil)
		return &val{kind: kSym, sym: s, typ: mt.Elem()}, unknown
	}
	if len(alts) == 0 {
		return zero, falseVal
	}
	if !sure {
		alts = append(alts, zero)
		return choiceOf(alts...), unknown
	}
	return choiceOf(alts...), trueVal
}

// mayEqual reports whether two keys may be equal.
func mayEqual(a, b *val) bool {
	if a.kind == kConst && b.kind == kConst {
		return sameConst(a.c, b.c)
	}
	if a.kind == kIface && b.kind == kIface {
		return identical(a.typ, b.typ) && mayEqual(a.args[0], b.args[0])
	}
	return true
}

// sameKey reports whether two keys are equal.
func sameKey(a, b *val) bool { return equal(a, b) && b.isFixed() && b.equalsItself() }

// equalsItself reports whether v == v: it is not the number that is none.
//
//	m[math.NaN()] = "a" // m[math.NaN()] is "" behind it
func (v *val) equalsItself() bool {
	switch v.kind {
	case kConst, kConcat, kRef:
		return true
	case kAgg, kIface:
		return !slices.ContainsFunc(v.args, func(a *val) bool { return !a.equalsItself() })
	}
	return v.typ == nil || !holdsFloat(v.typ)
}

// holdsFloat reports whether a value of a type is or has a number that may be
// none, which an interface may hold, too.
func holdsFloat(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return true
	case *types.Basic:
		return u.Info()&(types.IsFloat|types.IsComplex) != 0
	case *types.Struct:
		for f := range u.Fields() {
			if holdsFloat(f.Type()) {
				return true
			}
		}
	case *types.Array:
		return holdsFloat(u.Elem())
	}
	return false
}

// keyOf returns a key of a map as the key of a sym. Keys that are not the
// same in all respects have others.
func keyOf(v *val) any {
	if v.kind == kConst && v.c != nil {
		return v.c.ExactString()
	}
	if v.kind == kSym {
		return v.sym
	}
	return v
}

// mapUpdate carries out m[key] = v.
func (x *executor) mapUpdate(st *state, instr *ssa.MapUpdate, m, key, v *val) bool {
	if m.isNil() {
		return false // it panics
	}
	alts := m.notNil()
	for _, alt := range alts {
		o := x.mapObject(alt)
		if o == nil {
			x.loses(st, alt)
			x.leak(st, key)
			x.leak(st, v)
			x.wroteAny(st)
			x.havoc(st, x.at, "it is set through a map that can't be told")
			continue
		}
		x.setEntry(st, o, entry{key: key, v: v, at: instr, from: x.at.node.act.frame}, len(alts) > 1)
	}
	return true
}

// setEntry sets an entry of a map; weak says that it may be another map.
func (x *executor) setEntry(st *state, o *object, e entry, weak bool) {
	c := x.cellOf(st, o)
	n := *c
	weak = weak || c.many
	n.entries = slices.Clone(c.entries)
	if c.shared || c.volatile {
		x.how = "stored in a container"
		x.leak(st, e.key)
		x.leak(st, e.v)
		n.shared = true
	}
	if !c.volatile {
		found := false
		for i, old := range n.entries {
			switch {
			case !mayEqual(old.key, e.key):
			case sameKey(old.key, e.key) && !e.old:
				found = true
				if weak {
					n.entries[i].v = x.joinVals(old.v, e.v, false)
				} else {
					n.entries[i] = e
				}
			default: // it may be the same entry
				n.entries[i].old = true
			}
		}
		if !found {
			e.cond = e.cond || weak
			if e.key.isFixed() {
				n.entries = append(n.entries, e)
			} else {
				n.open, n.entries = true, append(n.entries, e)
				n.entries[len(n.entries)-1].cond = true
			}
		}
		if len(n.entries) > maxEntries {
			n.entries, n.open = nil, true
		}
	}
	x.setCell(st, o, &n)
	if c.shared {
		x.clobberMaps(st, o)
	}
}

// clobberMaps makes unknown what other pointers to the shared map may read:
// they may refer to the same one.
func (x *executor) clobberMaps(st *state, o *object) {
	st.epoch = x.symbol(symKey{kind: symEpoch, a: x.at, b: o, n: -1}, nil, nil)
	st.heap = st.heap.update(func(id int, c *cell) *cell {
		other := x.objects[id]
		if other == o || !c.shared || !mayAliasMap(other, o) {
			return c
		}
		x.wrote(other)
		if c.volatile {
			return c
		}
		return c.mayChange("another map may be the same")
	})
}

// mayAliasMap reports whether an object may be a map, by its type.
func mayAliasMap(o, m *object) bool {
	return o.mixed || m.mixed && o.isMap() || interchangeable(o.typ, m.typ) ||
		o.isMap() && (mentionsParam(o.typ) || m.typ != nil && mentionsParam(m.typ))
}

// removeEntry carries out delete(m, key).
func (x *executor) removeEntry(st *state, m, key *val) {
	alts := m.notNil()
	for _, alt := range alts {
		o := x.mapObject(alt)
		if o == nil {
			x.loses(st, alt)
			x.wroteAny(st)
			x.havoc(st, x.at, "it is deleted from a map that can't be told")
			continue
		}
		c := x.cellOf(st, o)
		n := *c
		n.entries = nil
		for _, e := range c.entries {
			switch {
			case !mayEqual(e.key, key):
				n.entries = append(n.entries, e)
			case sameKey(e.key, key) && len(alts) == 1 && !c.many:
			default:
				e.cond = true
				n.entries = append(n.entries, e)
			}
		}
		if o.kind == objPointee && c.v != nil {
			n.v = unknown // it lacks an entry now
		}
		x.setCell(st, o, &n)
		if c.shared {
			x.clobberMaps(st, o)
		}
	}
	x.restartRanges(st)
}
