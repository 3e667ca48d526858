package flow

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An object is something in memory that may be changed: a variable, what new
// or a literal makes, a map, an array, what a symbolic pointer points to.
type object struct {
	key   objKey
	id    int
	kind  objKind
	typ   types.Type  // of what it holds; of a map the map's
	born  *loopStack  // the loops in which it is made anew each time
	vals  *ssa.Alloc  // the variable, if it is one
	twin  []*object   // arrays that may be this one: see append
	grown []*object   // arrays that append returned for this one
	base  *sym        // objPointee: the pointer
	glob  *ssa.Global // objGlobal
	mixed bool        // objPointee: of an interface, which may refer to one of several types; typ is nil
	owned bool        // objPointee: it is made by the call that returns the pointer
}

type objKey struct {
	kind objKind
	a, b any
	n    int
}

type objKind uint8

const (
	objCell    objKind = iota // a variable, or what new or a literal makes
	objMap                    // a map
	objArray                  // the array behind a slice
	objPointee                // what a symbolic pointer, map, or slice refers to
	objGlobal                 // a package variable
	objIter                   // the state of a range over a map or a string
	objChan
)

// isList reports whether an object is an array whose length is not
// known: what it holds is what any of its elements may be.
func (o *object) isList() bool {
	if o.kind != objArray || o.typ == nil {
		return false
	}
	_, ok := o.typ.Underlying().(*types.Slice)
	return ok
}

// isMade reports whether no slice of an object is nil: it is a variable, or
// what make, a literal, or a conversion makes. What a function returns, or what
// append does, may be nil, and so may be one of several.
func (o *object) isMade() bool {
	switch a := o.key.a.(type) {
	case *object: // of an earlier round, or another execution
		return a.isMade()
	case point:
		_, isCall := a.instr.(ssa.CallInstruction)
		return !isCall
	}
	return o.kind != objArray
}

// isMap reports whether an object is a map.
func (o *object) isMap() bool {
	return o.kind == objMap || o.kind == objPointee && o.typ != nil && isMapType(o.typ)
}

// A cell is the state of an object. A nil cell is one that is not made yet,
// or, of a symbolic or global object, one that nobody has looked at.
type cell struct {
	v *val // what it holds; of a map the entries are below

	// Of a map.
	entries []entry
	open    bool // it may hold other entries than those
	rec     *record

	// What it held before something happened that may have changed it, and
	// what that was: v is made when somebody looks. Nil if v is what it holds.
	former *val
	why    string
	memo   *changedCell

	shared   bool   // code that is not looked into may reach it
	how      string // it came to be that
	volatile bool   // others change it at any time: what it holds is unknown
	many     bool   // stands for several objects
}

// A changedCell is what a cell becomes when its object may have changed.
type changedCell struct {
	of, to *cell
}

// An entry is an entry of a map.
type entry struct {
	key  *val
	v    *val
	cond bool // may not be there
	each bool // it is set in each round of a loop over the map that its key is from
	old  bool // what it was before something happened that may have changed it
	at   ssa.Instruction
	from *Frame
}

// A path leads from an object to a place in it: fields and elements by
// number; any is an element that is not known.
type path []int

const anyElem = -1

func (p path) field(i int) path { return append(slices.Clip(p), i) }

func (c *cell) equal(o *cell) bool {
	if c == o {
		return true
	}
	if c == nil || o == nil {
		return false
	}
	return c.shared == o.shared && c.volatile == o.volatile && c.many == o.many && c.open == o.open &&
		(c.v == o.v || c.v != nil && o.v != nil && equal(c.v, o.v)) &&
		(c.former == o.former || c.former != nil && o.former != nil && equal(c.former, o.former)) && c.rec.equal(o.rec) &&
		sameEntries(c.entries, o.entries)
}

func sameEntries(a, b []entry) bool {
	return slices.EqualFunc(a, b, func(a, b entry) bool {
		return a.cond == b.cond && a.old == b.old && a.each == b.each && equal(a.key, b.key) && equal(a.v, b.v)
	})
}

// joinCells joins the states of one object at the end of two ways.
func (x *executor) joinCells(a, b *cell, widen bool) *cell {
	if a == b {
		return a
	}
	out := &cell{
		how: cmp.Or(a.how, b.how), shared: a.shared || b.shared, volatile: a.volatile || b.volatile, many: a.many || b.many,
		open: a.open || b.open, rec: joinRecords(a.rec, b.rec),
	}
	switch {
	case a.v == nil:
		out.v = b.v
	case b.v == nil:
		out.v = a.v
	default:
		out.v = x.joinVals(a.v, b.v, widen)
	}
	for _, e := range a.entries {
		if i := slices.IndexFunc(b.entries, func(o entry) bool { return equal(o.key, e.key) }); i >= 0 {
			e.cond = e.cond || b.entries[i].cond
			e.old = e.old || b.entries[i].old
			e.each = e.each && b.entries[i].each
			e.v = x.joinVals(e.v, b.entries[i].v, widen)
		} else {
			e.cond, e.each = true, e.each && x.entering
		}
		out.entries = append(out.entries, e)
	}
	for _, e := range b.entries {
		if !slices.ContainsFunc(a.entries, func(o entry) bool { return equal(o.key, e.key) }) {
			e.cond, e.each = true, e.each && x.entering
			out.entries = append(out.entries, e)
		}
	}
	if len(out.entries) > maxEntries {
		out.entries, out.open = nil, true
	}
	return out
}

const maxEntries = 200
