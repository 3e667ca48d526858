package flow

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// convert returns a value that is converted to another representation.
func (x *executor) convert(n *node, st *state, instr *ssa.Convert, v *val) *val {
	from, to := instr.X.Type(), instr.Type()
	ft, _ := from.Underlying().(*types.Basic)
	if s, ok := to.Underlying().(*types.Slice); v.kind == kChoice && !(ok && isByte(s.Elem())) {
		var alts []*val
		for _, a := range v.args {
			alts = append(alts, x.convert(n, st, instr, a))
		}
		return choiceOf(alts...)
	}
	switch tt := to.Underlying().(type) {
	case *types.Slice:
		if ft != nil && ft.Info()&types.IsString != 0 && isByte(tt.Elem()) {
			return x.bytesOf(n, st, instr, v)
		}
		o := x.object(objKey{kind: objArray, a: point{n, instr}}, types.NewSlice(tt.Elem()))
		x.setCell(st, o, &cell{v: unknown, many: true})
		return &val{kind: kSlice, obj: o, n: -1}
	case *types.Basic:
		if s, ok := from.Underlying().(*types.Slice); ok && tt.Info()&types.IsString != 0 {
			if isByte(s.Elem()) {
				return x.textOf(st, v)
			}
			return unknown
		}
		if ft == nil {
			x.leak(st, v) // unsafe.Pointer, say
			return unknown
		}
		if tt.Kind() == types.UnsafePointer || ft.Kind() == types.UnsafePointer {
			x.leak(st, v)
			return unknown
		}
		if v.kind == kConst && v.c != nil {
			if c, ok := convertConst(v.c, ft, tt); ok {
				return konst(c)
			}
		}
		if v.isFixed() {
			if isString(from) && isString(to) {
				return v
			}
			return term(&val{kind: kConv, typ: to, args: []*val{v}})
		}
		return unknown
	}
	x.leak(st, v)
	return unknown
}

// keepsValue reports whether a conversion shows the value that is converted: the
// text, or the number, but for digits behind the point, and for numbers that are
// too large for it. It does not if the type is smaller, lacks a sign that the other
// has, or is a string that is made of a number. A type that is nil is not known.
func keepsValue(from, to types.Type) bool {
	if isBuffer(to) || from == nil {
		return true
	}
	f, ok := from.Underlying().(*types.Basic)
	t, also := to.Underlying().(*types.Basic)
	if !ok || !also {
		return true
	}
	const unsigned, float, text = types.IsUnsigned, types.IsFloat, types.IsString
	switch {
	case t.Info()&text != 0:
		return f.Info()&text != 0
	case t.Kind() == types.Float32:
		return f.Kind() == types.Float32
	case t.Info()&types.IsInteger == 0, f.Info()&types.IsNumeric == 0:
		return true
	case f.Info()&float != 0:
		return t.Info()&unsigned == 0 && sizeOf(t) == 8
	}
	return sizeOf(f) < sizeOf(t) && (f.Info()&unsigned != 0 || t.Info()&unsigned == 0) || sizeOf(f) == sizeOf(t) && f.Info()&unsigned == t.Info()&unsigned
}

// sizeOf returns the size of an integer type, in bytes; of int, uint, and uintptr
// that of a machine with 64 bits, as elsewhere numbers that need more are not known.
func sizeOf(b *types.Basic) int64 { return types.SizesFor("gc", "amd64").Sizeof(b) }

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// bytesOf returns a new []byte with a text.
func (x *executor) bytesOf(n *node, st *state, instr ssa.Instruction, text *val) *val {
	o := x.object(objKey{kind: objArray, a: point{n, instr}, n: 1}, nil)
	x.setCell(st, o, &cell{v: text})
	return &val{kind: kSlice, obj: o, lo: whole, n: -1}
}

// textOf returns the text of a []byte.
func (x *executor) textOf(st *state, v *val) *val {
	switch v.kind {
	case kSlice:
		if v.lo == whole {
			c := x.cellOf(st, v.obj)
			if !c.volatile && c.v != nil {
				return c.v
			}
		}
		if v.lo >= 0 && v.n >= 0 && len(v.path) == 0 {
			c := x.cellOf(st, v.obj)
			if c.v != nil && c.v.kind == kAgg && !c.volatile && v.lo+v.n <= len(c.v.args) {
				var b []byte
				for _, e := range c.v.args[v.lo : v.lo+v.n] {
					i, ok := e.integer()
					if !ok {
						return unknown
					}
					b = append(b, byte(i))
				}
				return textVal(string(b))
			}
		}
	case kConst:
		if v.isNil() {
			return textVal("")
		}
	case kSym:
		return &val{kind: kSym, sym: x.symbol(symKey{kind: symPart, a: v.sym, b: st.epoch, n: -2}, types.Typ[types.String], v.sym.call), typ: types.Typ[types.String], via: v.via}
	}
	return unknown
}

func convertConst(c constant.Value, from, to *types.Basic) (constant.Value, bool) {
	fi, ti := from.Info(), to.Info()
	switch {
	case fi&types.IsString != 0 && ti&types.IsString != 0:
		return c, true
	case fi&types.IsInteger != 0 && ti&types.IsString != 0:
		n, ok := constant.Int64Val(constant.ToInt(c))
		if !ok || int64(rune(n)) != n {
			return constant.MakeString("\uFFFD"), true
		}
		return constant.MakeString(string(rune(n))), true
	case fi&types.IsInteger != 0 && ti&types.IsInteger != 0:
		w := wrap(constant.ToInt(c), to)
		return w, sized(w, to) && sized(c, from)
	case fi&types.IsInteger != 0 && ti&types.IsFloat != 0 && to.Kind() != types.Float32:
		f, _ := constant.Float64Val(constant.ToFloat(c))
		return constant.MakeFloat64(f), true
	case fi&types.IsFloat != 0 && ti&types.IsInteger != 0:
		f, _ := constant.Float64Val(constant.ToFloat(c))
		if f > -1e15 && f < 1e15 {
			w := constant.MakeInt64(int64(f))
			return w, sized(w, to) && sameConst(wrap(w, to), w)
		}
	case fi&types.IsFloat != 0 && ti&types.IsFloat != 0 && to.Kind() != types.Float32:
		return c, true
	case fi&types.IsBoolean != 0 && ti&types.IsBoolean != 0:
		return c, true
	}
	return nil, false
}

// typeAssert returns v.(T), nil if that panics.
func (x *executor) typeAssert(instr *ssa.TypeAssert, v *val) *val {
	if v.kind == kChoice {
		var out *val
		for _, a := range v.args {
			w := x.typeAssert(instr, a)
			if w == nil {
				continue
			}
			if out == nil {
				out = w
			} else {
				out = x.joinVals(out, w, false)
			}
		}
		return out
	}
	t := instr.AssertedType
	zero := func() *val {
		if !instr.CommaOk {
			return nil
		}
		return &val{kind: kTuple, args: []*val{x.zero(t), falseVal}}
	}
	have := func(w, ok *val) *val {
		if !instr.CommaOk {
			return w
		}
		return &val{kind: kTuple, args: []*val{w, ok}}
	}
	switch {
	case v.isNil():
		return zero()
	case mentionsParam(t): // which type it is depends on the call
	case v.kind == kIface && v.typ != nil:
		if types.IsInterface(t) {
			if types.Implements(v.typ, t.Underlying().(*types.Interface)) {
				return have(v, trueVal)
			}
			return zero()
		}
		if types.Identical(v.typ, t) {
			return have(v.args[0], trueVal)
		}
		return zero()
	case v.kind == kSym:
		if types.IsInterface(t) {
			return have(v, x.made(x.at.node, instr, types.Typ[types.Bool], 2))
		}
		s := x.symbol(symKey{kind: symPart, a: v.sym, b: t.String(), n: -3}, t, v.sym.call)
		s.born, s.in, s.asserted = v.sym.born, v.sym.in, v.sym
		w := &val{kind: kSym, sym: s, typ: t, via: v.via}
		ok := x.made(x.at.node, instr, types.Typ[types.Bool], 2)
		if !instr.CommaOk {
			return w
		}
		return have(choiceOf(w, x.zero(t)), ok)
	}
	return have(x.made(x.at.node, instr, t, 1), x.made(x.at.node, instr, types.Typ[types.Bool], 2))
}
