package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// builtin executes a call of a builtin function. It returns nil if that does
// not return.
func (x *executor) builtin(n *node, st *state, instr ssa.CallInstruction, b *ssa.Builtin, args []*val) *val {
	a := n.act
	none := &val{kind: kTuple}
	switch b.Name() {
	case "append":
		if len(args) == 2 {
			return x.appendTo(n, st, instr, args[0], args[1], 0)
		}
	case "copy":
		return x.copyInto(st, instr, args[0], args[1])
	case "len", "cap":
		return x.lengthOf(st, args[0], b.Name() == "cap", instr.Common().Args[0].Type())
	case "delete":
		if m, ok := instr.Common().Args[0].Type().Underlying().(*types.Map); !ok || holdsInterface(m.Key()) {
			x.mayPanic(a, st)
		}
		x.removeEntry(st, args[0], args[1])
		return none
	case "clear":
		x.clear(st, args[0], instr.Common().Args[0].Type())
		return none
	case "min", "max":
		return x.extreme(b.Name() == "max", instr.Common().Args[0].Type(), args)
	case "panic":
		x.mayPanic(a, st)
		return nil
	case "recover":
		if a.recovers == nil {
			return nilVal
		}
		if a.recovers.recovered {
			return unknown
		}
		a.recovers.recovered = true
		return &val{kind: kIface, args: []*val{unknown}}
	case "print", "println":
		return none
	case "close":
		x.mayPanic(a, st)
		x.yielded(st)
		x.mayPanic(a, st)
		return none
	case "ssa:wrapnilchk":
		if args[0].isNil() {
			x.mayPanic(a, st)
			return nil
		}
		return args[0]
	case "ssa:deferstack":
		return &val{kind: kDefers, act: a}
	case "real", "imag", "complex":
		return unknown
	}
	// Whatever it is, it is not followed.
	for _, v := range args {
		x.leak(st, v)
	}
	x.havoc(st, x.at, "it is handed on in a way that is not followed")
	return unknown
}

// lengthOf returns len(v), or cap(v).
func (x *executor) lengthOf(st *state, v *val, capacity bool, t types.Type) *val {
	if arr, ok := arrayOf(t); ok {
		return intVal(arr.Len())
	}
	switch v.kind {
	case kConst, kConcat:
		if v.isNil() {
			return intVal(0)
		}
		if s, ok := v.text(); ok {
			return intVal(int64(len(s)))
		}
	case kSlice:
		switch {
		case v.lo == whole && !capacity:
			if s, ok := x.textOf(st, v).text(); ok {
				return intVal(int64(len(s)))
			}
		case v.n >= 0 && !capacity:
			return intVal(int64(v.n))
		case v.n >= 0 && v.end > 0:
			return intVal(int64(v.end - v.lo))
		}
		return unknown
	case kRef:
		c := x.cellOf(st, v.obj)
		if v.obj.kind == objMap && !c.open && !c.volatile && !slices.ContainsFunc(c.entries, func(e entry) bool { return e.cond || e.old || e.key.kind != kConst }) {
			return intVal(int64(len(c.entries)))
		}
		return unknown
	case kChoice:
		var alts []*val
		for _, a := range v.args {
			alts = append(alts, x.lengthOf(st, a, capacity, t))
		}
		return choiceOf(alts...)
	}
	if v.isFixed() && isString(t) {
		return term(&val{kind: kOp, tok: token.FUNC, typ: types.Typ[types.Int], args: []*val{v}})
	}
	return unknown
}

func arrayOf(t types.Type) (*types.Array, bool) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	arr, ok := t.Underlying().(*types.Array)
	return arr, ok
}

// extreme returns the least, or the greatest, of values.
func (x *executor) extreme(max bool, t types.Type, args []*val) *val {
	best := args[0]
	for _, v := range args[1:] {
		less, ok := fold(token.LSS, t, types.Typ[types.Bool], v, best)
		if !ok || isFloat(t) {
			return unknown
		}
		if b, _ := konst(less).truth(); b != max && !sameText(v, best) {
			best = v
		}
	}
	return best
}

func sameText(a, b *val) bool { return equal(a, b) }

func isFloat(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}

// clear carries out clear(v).
func (x *executor) clear(st *state, v *val, t types.Type) {
	if v.isNil() {
		return
	}
	if _, isMap := t.Underlying().(*types.Map); isMap {
		if o := x.mapObject(v); o != nil {
			c := x.cellOf(st, o)
			n := *c
			if n.entries = nil; c.many {
				n.open = true
			} else {
				n.open = false
				n.v = nil
			}
			x.setCell(st, o, &n)
			x.restartRanges(st)
			if c.shared {
				x.clobberMaps(st, o)
			}
			return
		}
	}
	if s, ok := t.Underlying().(*types.Slice); ok && v.kind == kSlice && v.n >= 0 && v.lo >= 0 {
		for i := range v.n {
			x.write(st, v.obj, v.path.field(v.lo+i), x.zero(s.Elem()), false, s.Elem())
		}
		return
	}
	x.overwrite(st, v, false, make(map[*object]bool))
}

func isBuiltin(c *ssa.CallCommon) (*ssa.Builtin, bool) {
	b, ok := c.Value.(*ssa.Builtin)
	return b, ok
}

// changingBuiltin reports whether the builtin function of a name changes what its
// operand refers to.
func changingBuiltin(name string) bool {
	return slices.Contains([]string{"append", "clear", "close", "copy", "delete"}, name)
}

// showingBuiltin reports whether the builtin function of a name does what others
// can see.
func showingBuiltin(name string) bool {
	return slices.Contains([]string{"panic", "print", "println", "recover"}, name)
}
