package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// exec executes an instruction. It reports whether the execution goes on
// behind it.
func (x *executor) exec(n *node, st *state, instr ssa.Instruction) bool {
	a := n.act
	get := func(v ssa.Value) *val { return x.operand(a, st, v) }
	set := func(r ssa.Value, v *val) {
		if v.kind == kUnknown {
			x.loses(st, v)
			was := v.was
			v = x.made(n, instr, r.Type(), 0) // one value, whichever it is
			v.was = was
		}
		st.regs = st.regs.set(a.reg(r), v)
	}
	switch instr := instr.(type) {
	case *ssa.DebugRef:
		x.debugRef(n, st, instr)

	case *ssa.Alloc:
		// var x T, new(T), &T{…}: a new variable, which is zero.
		key := objKey{kind: objCell, a: a, b: instr}
		if instr.Heap {
			key.a = point{n, instr}
		}
		t := instr.Type().(*types.Pointer).Elem()
		o := x.object(key, t)
		o.vals = instr
		x.setCell(st, o, &cell{v: x.zero(t)})
		set(instr, &val{kind: kRef, obj: o})

	case *ssa.Store:
		v := x.stored(a, get(instr.Val), instr.Pos())
		if get(instr.Addr).kind != kRef {
			x.mayPanic(a, st)
		}
		if !x.store(st, get(instr.Addr), v, instr.Val.Type()) {
			x.mayPanic(a, st)
			return false
		}

	case *ssa.UnOp:
		return x.unop(n, st, instr, set)

	case *ssa.BinOp:
		xv, yv := x.named(a, get(instr.X), x.prog.binary(instr, 0)), x.named(a, get(instr.Y), x.prog.binary(instr, 1))
		if mayPanic(instr) {
			x.mayPanic(a, st)
		}
		set(instr, x.binop(instr.Op, instr.X.Type(), instr.Type(), xv, yv))

	case *ssa.FieldAddr:
		if get(instr.X).kind != kRef {
			x.mayPanic(a, st) // it may be nil
		}
		v := x.addrOfPart(get(instr.X), instr.Field)
		if v.isNil() {
			return false
		}
		set(instr, v)

	case *ssa.Field:
		set(instr, x.part(get(instr.X), instr.Field, instr.Type()))

	case *ssa.IndexAddr:
		x.mayPanic(a, st)
		v := x.addrOfElem(st, get(instr.X), get(instr.Index))
		if v.isNil() {
			return false
		}
		set(instr, v)

	case *ssa.Index:
		x.mayPanic(a, st)
		set(instr, x.index(get(instr.X), get(instr.Index), instr.Type()))

	case *ssa.Lookup:
		if m, ok := instr.X.Type().Underlying().(*types.Map); !ok || holdsInterface(m.Key()) {
			x.mayPanic(a, st)
		}
		set(instr, x.lookup(n, st, instr, get(instr.X), get(instr.Index)))

	case *ssa.MapUpdate:
		x.mayPanic(a, st)
		return x.mapUpdate(st, instr, get(instr.Map), x.named(a, get(instr.Key), x.prog.keyAt(instr.Pos())), x.stored(a, get(instr.Value), instr.Pos()))

	case *ssa.MakeMap:
		o := x.object(objKey{kind: objMap, a: point{n, instr}}, instr.Type())
		x.setCell(st, o, &cell{})
		set(instr, &val{kind: kRef, obj: o, typ: instr.Type()})

	case *ssa.MakeSlice:
		x.mayPanic(a, st)
		set(instr, x.makeSlice(n, st, instr, get(instr.Len), get(instr.Cap)))

	case *ssa.MakeChan:
		x.mayPanic(a, st)
		o := x.object(objKey{kind: objChan, a: point{n, instr}}, instr.Type())
		x.setCell(st, o, &cell{v: unknown, shared: true})
		set(instr, &val{kind: kRef, obj: o, typ: instr.Type()})

	case *ssa.MakeInterface:
		v := get(instr.X)
		set(instr, &val{kind: kIface, typ: instr.X.Type(), args: []*val{v}, via: v.via})

	case *ssa.MakeClosure:
		f := &val{kind: kFunc, fn: instr.Fn.(*ssa.Function), act: a}
		for _, b := range instr.Bindings {
			f.args = append(f.args, get(b))
		}
		s := *st
		x.closures = append(x.closures, closure{f, &s, x.at})
		set(instr, f)

	case *ssa.ChangeType:
		set(instr, retyped(get(instr.X), instr.Type()))

	case *ssa.ChangeInterface:
		set(instr, get(instr.X))

	case *ssa.Convert:
		v := get(instr.X)
		if call := x.prog.callAt(instr.Pos()); call != nil && len(call.Args) == 1 {
			v = x.named(a, v, call.Args[0])
		}
		set(instr, x.convert(n, st, instr, v))

	case *ssa.TypeAssert:
		v := x.typeAssert(instr, get(instr.X))
		if !instr.CommaOk {
			x.mayPanic(a, st)
		}
		if v == nil {
			return false
		}
		set(instr, v)

	case *ssa.Extract:
		t := get(instr.Tuple)
		switch {
		case t.kind == kTuple && instr.Index < len(t.args):
			set(instr, t.args[instr.Index])
		case t.kind == kSym:
			set(instr, x.result(t, instr.Index, instr.Type()))
		default:
			set(instr, unknownOf(t))
		}

	case *ssa.Slice:
		x.mayPanic(a, st)
		opt := func(v ssa.Value) *val {
			if v == nil {
				return nil
			}
			return get(v)
		}
		set(instr, x.slice(st, instr.X.Type(), get(instr.X), opt(instr.Low), opt(instr.High), opt(instr.Max)))

	case *ssa.Range:
		o := x.object(objKey{kind: objIter, a: point{n, instr}}, nil)
		x.setCell(st, o, &cell{v: intVal(0)})
		set(instr, &val{kind: kRef, obj: o, args: []*val{get(instr.X)}})

	case *ssa.Next:
		set(instr, x.next(n, st, instr, get(instr.Iter)))

	case *ssa.Send:
		x.mayPanic(a, st)
		x.how = "sent on a channel"
		x.leak(st, get(instr.X))
		x.leak(st, get(instr.Chan))
		x.yielded(st)
		x.mayPanic(a, st)

	case *ssa.Select:
		for _, s := range instr.States {
			if s.Send != nil {
				x.leak(st, get(s.Send))
			}
		}
		x.yielded(st)
		x.mayPanic(a, st) // to send on a closed channel
		set(instr, x.opaqueTuple(n, instr, instr.Type().(*types.Tuple)))

	case *ssa.Call:
		return x.call(n, st, instr, func(v *val) { set(instr, v) })

	case *ssa.Go:
		x.did.Acts = true
		x.goCall(n, st, instr)

	case *ssa.Defer:
		fn, args := x.callee(a, st, &instr.Call), x.arguments(a, st, &instr.Call)
		owner := a
		if s := get(instr.DeferStack); s.kind == kDefers {
			owner = s.act
		}
		x.deferCall(st, owner, &deferred{instr: instr, node: n, fn: fn, args: args})

	case *ssa.RunDefers:
		end := x.runDefers(a, st, false)
		if end == nil {
			return false
		}
		*st = *end

	case *ssa.SliceToArrayPointer:
		x.mayPanic(a, st)
		v := get(instr.X)
		x.leak(st, v)
		set(instr, unknown)

	default:
		// Whatever it is, it is not followed.
		var rands []*ssa.Value
		for _, r := range instr.Operands(rands) {
			if *r != nil {
				x.leak(st, get(*r))
			}
		}
		x.havoc(st, x.at, "it is handed on in a way that is not followed")
		if r, ok := instr.(ssa.Value); ok {
			set(r, unknown)
		}
	}
	return true
}

// mayPanic reports whether an operation panics on some operands.
func mayPanic(op *ssa.BinOp) bool {
	switch op.Op {
	case token.QUO, token.REM, token.SHL, token.SHR:
		return true
	case token.EQL, token.NEQ:
		return holdsInterface(op.X.Type()) && !isNilConst(op.X) && !isNilConst(op.Y)
	}
	return false
}

func isNilConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// holdsInterface reports whether a value of a type is or has an interface, which
// may hold what can't be compared.
func holdsInterface(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return true
	case *types.Struct:
		for f := range u.Fields() {
			if holdsInterface(f.Type()) {
				return true
			}
		}
	case *types.Array:
		return holdsInterface(u.Elem())
	}
	return false
}

// stored returns a value as what is stored at a position.
func (x *executor) stored(a *activation, v *val, pos token.Pos) *val {
	if !pos.IsValid() {
		return v
	}
	v = x.named(a, v, x.prog.storedAt(pos))
	if v.at == pos && !v.blank {
		return v
	}
	w := *v
	w.at, w.blank = pos, false
	return &w
}

// debugRef notes that an expression denotes a value, or a variable.
func (x *executor) debugRef(n *node, st *state, instr *ssa.DebugRef) {
	a := n.act
	if a.frame == nil || a.fn.Synthetic != "" && a.fn.Syntax() == nil {
		return
	}
	if instr.IsAddr {
		return
	}
	v := x.operand(a, st, instr.X)
	if v.kind != kTuple && !(v.kind == kConst && v.blank && v.via == nil) || v.kind == kConst {
		v = v.denotedBy(instr.Expr, a.frame)
		switch instr.X.(type) {
		case *ssa.Const, *ssa.Function, *ssa.Global, *ssa.Builtin:
		case *ssa.Parameter:
			for i, p := range a.fn.Params {
				if p == instr.X {
					a.args = slices.Clone(a.args)
					a.args[i] = v
				}
			}
		case *ssa.FreeVar:
		default:
			st.regs = st.regs.set(a.reg(instr.X), v)
		}
	}
	x.evaluated(n, st, instr.Expr, v)
}

func retyped(v *val, t types.Type) *val {
	switch v.kind {
	case kAgg, kConv, kSym, kConst, kRef:
		if v.typ != t {
			w := *v
			w.typ = t
			return &w
		}
	}
	return v
}

// result returns one of several results of a call.
func (x *executor) result(t *val, i int, typ types.Type) *val {
	var call *extCall
	if t.sym.call != nil {
		c := *t.sym.call
		c.n = i
		call = &c
	}
	s := x.symbol(symKey{kind: symPart, a: t.sym, n: i}, typ, call)
	s.born = t.sym.born
	return &val{kind: kSym, sym: s, typ: typ}
}

// opaqueTuple returns several values. Nothing is known of them.
func (x *executor) opaqueTuple(n *node, instr ssa.Instruction, t *types.Tuple) *val {
	v := &val{kind: kTuple}
	for i := range t.Len() {
		v.args = append(v.args, x.made(n, instr, t.At(i).Type(), i+1))
	}
	return v
}

func (x *executor) unop(n *node, st *state, instr *ssa.UnOp, set func(ssa.Value, *val)) bool {
	a := n.act
	v := x.operand(a, st, instr.X)
	switch instr.Op {
	case token.MUL:
		if v.isNil() {
			x.mayPanic(a, st)
			return false
		}
		if v.kind != kRef {
			x.mayPanic(a, st)
		}
		w := x.load(st, v, instr.Type())
		if holdsBuffer(instr.Type()) && !isBlank(w) {
			w = x.copyBuffer(st, v)
		}
		set(instr, w)
		return true
	case token.ARROW:
		x.yielded(st)
		if t, ok := instr.Type().(*types.Tuple); ok {
			set(instr, x.opaqueTuple(n, instr, t))
		} else {
			set(instr, unknown)
		}
		return true
	}
	if v.kind == kConst && v.c != nil {
		if c, ok := unary(instr.Op, v.c, instr.Type()); ok {
			set(instr, konst(c))
			return true
		}
	}
	if v.isFixed() {
		set(instr, term(&val{kind: kOp, tok: instr.Op, typ: instr.Type(), args: []*val{v}}))
	} else {
		set(instr, unknown)
	}
	return true
}
