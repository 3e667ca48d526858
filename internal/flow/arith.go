package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"math/big"

	"golang.org/x/tools/go/ssa"
)

// wrap returns an integer as one of a type holds it.
func wrap(c constant.Value, b *types.Basic) constant.Value {
	size, signed := 64, b.Info()&types.IsUnsigned == 0
	switch b.Kind() {
	case types.Int8, types.Uint8:
		size = 8
	case types.Int16, types.Uint16:
		size = 16
	case types.Int32, types.Uint32:
		size = 32
	case types.UntypedInt, types.UntypedRune:
		return c
	}
	n, ok := new(big.Int).SetString(constant.ToInt(c).ExactString(), 10)
	if !ok {
		return c
	}
	mod := new(big.Int).Lsh(big.NewInt(1), uint(size))
	n.Mod(n, mod)
	if signed && n.Bit(size-1) == 1 {
		n.Sub(n, mod)
	}
	return constant.Make(n)
}

// sized reports whether the size of an integer type is the same on all
// machines, or a value is the same whichever it is.
func sized(c constant.Value, b *types.Basic) bool {
	switch b.Kind() {
	case types.Int, types.Uint, types.Uintptr:
		n, exact := constant.Int64Val(constant.ToInt(c))
		return exact && n <= 1<<31-1 && n >= -1<<31
	}
	return true
}

// binop returns x op y.
func (x *executor) binop(op token.Token, xt, rt types.Type, a, b *val) *val {
	switch op {
	case token.EQL, token.NEQ:
		if eq, ok := x.equals(xt, a, b); ok {
			return boolVal(eq == (op == token.EQL))
		}
	case token.ADD:
		if isString(xt) {
			return concatOf(a, b)
		}
	}
	if len(a.alternatives())*len(b.alternatives()) > 1 && op != token.ADD {
		var alts []*val
		for _, p := range a.alternatives() {
			for _, q := range b.alternatives() {
				alts = append(alts, x.binop(op, xt, rt, p, q))
			}
		}
		return choiceOf(alts...)
	}
	if c, ok := fold(op, xt, rt, a, b); ok {
		return konst(c)
	}
	if a.isFixed() && b.isFixed() {
		return term(&val{kind: kOp, tok: op, typ: rt, args: []*val{a, b}})
	}
	return unknown
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// fold evaluates an operation on constants.
func fold(op token.Token, xt, rt types.Type, a, b *val) (constant.Value, bool) {
	t, ok := xt.Underlying().(*types.Basic)
	if !ok {
		return nil, false
	}
	if isString(xt) {
		s, okS := a.text()
		u, okU := b.text()
		if !okS || !okU {
			return nil, false
		}
		switch op {
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			return constant.MakeBool(constant.Compare(constant.MakeString(s), op, constant.MakeString(u))), true
		}
		return nil, false
	}
	if a.kind != kConst || b.kind != kConst || a.c == nil || b.c == nil {
		return nil, false
	}
	p, q := a.c, b.c
	switch op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if p.Kind() == constant.Unknown || q.Kind() == constant.Unknown || t.Info()&types.IsOrdered == 0 {
			return nil, false
		}
		return constant.MakeBool(constant.Compare(p, op, q)), true
	case token.SHL, token.SHR:
		n, exact := constant.Uint64Val(constant.ToInt(q))
		if t.Info()&types.IsInteger == 0 || !exact || n > 100 {
			return nil, false
		}
		c := wrap(constant.Shift(constant.ToInt(p), op, uint(n)), t)
		return c, sized(c, t)
	}
	switch {
	case t.Info()&types.IsInteger != 0:
		p, q = constant.ToInt(p), constant.ToInt(q)
		if p.Kind() != constant.Int || q.Kind() != constant.Int {
			return nil, false
		}
		if op == token.QUO || op == token.REM {
			if constant.Sign(q) == 0 {
				return nil, false
			}
			if op == token.QUO {
				op = token.QUO_ASSIGN // constant's integer division
			}
		}
		raw := constant.BinaryOp(p, op, q)
		c := wrap(raw, t)
		return c, sized(c, t) && sized(raw, t)
	case t.Info()&types.IsFloat != 0 && t.Kind() != types.Float32:
		p, q = constant.ToFloat(p), constant.ToFloat(q)
		if p.Kind() != constant.Float || q.Kind() != constant.Float || op == token.QUO && constant.Sign(q) == 0 {
			return nil, false
		}
		switch op {
		case token.ADD, token.SUB, token.MUL, token.QUO:
			return float(constant.BinaryOp(p, op, q), op == token.MUL || op == token.QUO)
		}
	case t.Info()&types.IsBoolean != 0:
		switch op {
		case token.AND, token.OR:
			return constant.BinaryOp(p, map[token.Token]token.Token{token.AND: token.LAND, token.OR: token.LOR}[op], q), true
		}
	}
	return nil, false
}

// float returns a number as a float64, if it is one of those that constants can
// be: they are neither infinite, nor the zero that is negative, which a product
// may be.
func float(c constant.Value, product bool) (constant.Value, bool) {
	f, _ := constant.Float64Val(c)
	if math.IsInf(f, 0) || f == 0 && product {
		return nil, false
	}
	return constant.MakeFloat64(f), true
}

// equals reports whether two values are equal, if that is known.
func (x *executor) equals(t types.Type, a, b *val) (eq, known bool) {
	if s, ok := a.text(); ok {
		if u, ok := b.text(); ok {
			return s == u, true
		}
	}
	if a.kind == kConst && b.kind == kConst && (a.c == nil) == (b.c == nil) {
		return sameNumber(a.c, b.c), true
	}
	if a.kind == kChoice || b.kind == kChoice {
		first := true
		for _, p := range a.alternatives() {
			for _, q := range b.alternatives() {
				e, ok := x.equals(t, p, q)
				if !ok || !first && e != eq {
					return false, false
				}
				eq, first = e, false
			}
		}
		return eq, true
	}
	if a.isNil() {
		a, b = b, a
	}
	if b.isNil() {
		switch a.kind {
		case kRef, kFunc, kIface:
			return false, true
		case kSlice:
			return false, a.n > 0 || a.obj.isMade()
		}
		return false, false
	}
	if bt, ok := t.Underlying().(*types.Basic); ok && bt.Info()&(types.IsFloat|types.IsComplex) == 0 &&
		a.isFixed() && equal(a, b) {
		return true, true
	}
	if a.kind == kRef && b.kind == kRef && a.obj.kind != objPointee && b.obj.kind != objPointee {
		if a.obj == b.obj && len(a.path) == 0 && len(b.path) == 0 {
			return true, true
		}
	}
	if a.kind == kConcat && a.via == nil && b.kind == kConst {
		// Text with constant pieces is not empty.
		if s, ok := b.text(); ok && s == "" {
			for _, p := range a.args {
				if s, ok := p.text(); ok && s != "" {
					return false, true
				}
			}
		}
	}
	return false, false
}

func sameNumber(a, b constant.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind() != b.Kind() {
		a, b = constant.ToFloat(a), constant.ToFloat(b)
	}
	return a.Kind() == b.Kind() && a.Kind() != constant.Unknown && constant.Compare(a, token.EQL, b)
}

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
