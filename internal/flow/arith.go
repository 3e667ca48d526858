package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"math/big"
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

// unary evaluates an operator with one operand, if the result is known.
func unary(op token.Token, c constant.Value, t types.Type) (constant.Value, bool) {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return nil, false
	}
	switch op {
	case token.NOT:
		if c.Kind() == constant.Bool {
			return constant.MakeBool(!constant.BoolVal(c)), true
		}
	case token.SUB, token.XOR, token.ADD:
		if c.Kind() == constant.Int && b.Info()&types.IsInteger != 0 {
			n := wrap(constant.UnaryOp(op, c, 0), b)
			return n, sized(n, b)
		}
		if op == token.SUB && b.Info()&types.IsFloat != 0 && c.Kind() != constant.Complex {
			return float(constant.UnaryOp(op, constant.ToFloat(c), 0), true)
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
