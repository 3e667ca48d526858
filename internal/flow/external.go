package flow

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/knowledge"
)

// unknownResult returns what a call yields that is not looked into.
func (x *executor) unknownResult(s callSite, sig *types.Signature) *val {
	switch res := sig.Results(); res.Len() {
	case 0:
		return nil
	case 1:
		return x.made(s.n, s.instr, res.At(0).Type(), *s.k*10)
	default:
		v := &val{kind: kTuple}
		for i := range res.Len() {
			v.args = append(v.args, x.made(s.n, s.instr, res.At(i).Type(), *s.k*10+i))
		}
		return v
	}
}

// external calls a function that can't be looked into; fn is nil if not even
// that is known.
//
// What it does is what the tables say of it. If they do not know it, it may do
// anything to the memory that its operands refer to, now or later, and to all
// that is shared already.
func (x *executor) external(st *state, s callSite, fn *types.Func, args []*val) (*val, bool) {
	if fn != nil {
		fn = fn.Origin()
	}
	sig := s.instr.Common().Signature()
	for i, a := range s.instr.Common().Args {
		if t, ok := a.Type().Underlying().(*types.Slice); ok && holdsBuffer(t.Elem()) && i < len(args) {
			x.copyBuffer(st, args[i]) // slices.Clone, say
		}
	}
	before := *st
	call := &extCall{fn: fn, args: args, instr: s.instr, expr: s.call(), frame: s.n.act.frame, state: &before}
	if fn != nil {
		if fn.Signature().Recv() != nil && len(args) > 0 && mayBeNil(args[0], fn.Signature().Recv().Type()) {
			x.mayPanic(s.n.act, st)
		}
		if v, ok := x.library(st, s, fn, args, sig); ok {
			return v, v != never
		}
		known := x.prog.isKnown(fn)
		if known.Part != "" {
			if v := x.namedPart(st, args[0], known.Part, sig); v != nil {
				return v, true
			}
		}
		if known.Known {
			x.did.Builds = true
			x.took(st, call, args, "")
			if recv := fn.Signature().Recv(); known.Fluent && recv != nil && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), recv.Type()) {
				return args[0], true // x.Allow(…).Allow(…)
			}
			return x.extResult(st, s, call, sig, true), true
		}
		if eff, ok := effectOf(s, fn); ok {
			return x.effect(st, s, fn, eff, call, sig)
		}
	}
	if fn == nil && isClock(sig) {
		return x.extResult(st, s, call, sig, false), true
	}
	why := "it is handed to a function that can't be looked into"
	x.took(st, call, args, why)
	for i, arg := range args {
		x.how = passedTo(call)
		x.leak(st, arg)
		if arg.kind == kUnknown && (fn == nil || !isScalar(paramType(fn, i))) {
			x.wroteAny(st)
		}
	}
	x.mayPanic(s.n.act, st)
	x.havoc(st, x.at, why)
	x.mayPanic(s.n.act, st)
	if x.recovering != nil {
		x.recovering.recovered, x.recovering = true, nil
	}
	return x.extResult(st, s, call, sig, false), true
}

// mayBeNil reports whether a receiver of a type may be nil, which few methods
// are made for.
func mayBeNil(v *val, t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map:
		return v.kind != kRef && v.kind != kIface && (v.kind != kSym || v.sym.key.kind != symResult || v.sym.call == nil || isOneOfSeveral(v.sym.call.fn))
	}
	return false
}

// isOneOfSeveral reports whether a function returns something besides, such as
// an error.
func isOneOfSeveral(fn *types.Func) bool { return fn == nil || fn.Signature().Results().Len() > 1 }

// isClock reports whether a function value has the type of time.Now. It is
// taken for a clock that the program can set: it changes no memory.
//
//	now func() time.Time // a field
func isClock(sig *types.Signature) bool {
	return sig.Recv() == nil && sig.Params().Len() == 0 && sig.Results().Len() == 1 && isNamedType(sig.Results().At(0).Type(), "time", "Time")
}

// effectOf returns what the tables say of a function, or of a method that is
// called through an interface.
func effectOf(s callSite, fn *types.Func) (*knowledge.Effect, bool) {
	if c := s.instr.Common(); c.IsInvoke() {
		return knowledge.EffectThrough(c.Value.Type(), fn)
	}
	return knowledge.EffectOf(fn)
}

// passedTo says to whom a call hands its operands.
func passedTo(c *extCall) string {
	switch {
	case c.expr != nil:
		return "passed to " + types.ExprString(c.expr.Fun)
	case c.fn != nil:
		return "passed to " + c.fn.Name()
	}
	return "passed to a function"
}

// namedPart returns the part of an object that a method returns.
func (x *executor) namedPart(st *state, v *val, name string, sig *types.Signature) *val {
	if v.kind != kSym || sig.Results().Len() != 1 {
		return nil
	}
	c := x.cellOf(st, x.pointee(v))
	if c.v == nil || c.v.sym == nil || c.volatile {
		return nil
	}
	whole, t := c.v.sym, sig.Results().At(0).Type()
	s := x.symbol(symKey{kind: symPart, a: whole, b: name, n: -4}, t, nil)
	s.born, s.in = whole.born, whole.in
	if !slices.Contains(x.getters[whole], name) {
		x.getters[whole] = append(x.getters[whole], name)
	}
	return &val{kind: kSym, sym: s, typ: t}
}

// took notes in the objects that a call's operands refer to that they took
// part in it.
func (x *executor) took(st *state, call *extCall, args []*val, taint string) {
	hasRecv := call.fn != nil && call.fn.Signature().Recv() != nil
	for i, arg := range args {
		d := doing{call: call, arg: i}
		if hasRecv {
			d.arg--
		}
		x.note(st, arg, d, taint)
	}
}

// note adds a call to the record of the object that a value refers to.
func (x *executor) note(st *state, v *val, d doing, taint string) {
	if d.arg < 0 {
		taint = "" // its own method
	}
	add := func(r *record) *record {
		if r = r.did(d); taint != "" {
			r = r.tainted(taint)
		}
		return r
	}
	switch v.kind {
	case kIface:
		x.note(st, v.args[0], d, taint)
	case kChoice:
		d.cond = true
		for _, a := range v.args {
			x.note(st, a, d, taint)
		}
	case kSym:
		if v.typ == nil {
			return // an element of what is read from outside
		}
		switch v.typ.Underlying().(type) {
		case *types.Pointer, *types.Interface, *types.Map:
		default:
			return
		}
		o := x.pointee(v)
		c := *x.cellOf(st, o)
		if c.shared && d.arg >= 0 && taint == "" {
			return // a library's own, say
		}
		c.v = c.v.withRec(add(c.v.rec))
		x.setCell(st, o, &c)
	case kRef:
		c := *x.cellOf(st, v.obj)
		d.cond = d.cond || c.many
		if v.obj.kind == objMap || c.v == nil {
			c.rec = add(c.rec)
		} else {
			c.v = x.notedAt(c.v, v.path, add, v.obj.typ)
		}
		x.setCell(st, v.obj, &c)
	case kSlice:
		if elems, ok := x.elements(st, v); ok {
			for _, e := range elems {
				x.note(st, e, d, taint)
			}
		}
		c := *x.cellOf(st, v.obj)
		c.rec = add(c.rec)
		x.setCell(st, v.obj, &c)
	}
}

func (x *executor) notedAt(v *val, p path, add func(*record) *record, t types.Type) *val {
	if len(p) == 0 {
		return v.withRec(add(v.rec))
	}
	if v.kind != kAgg {
		if v = x.spread(v, t); v.kind != kAgg {
			return v
		}
	}
	w := *v
	w.args = slices.Clone(v.args)
	for i := range w.args {
		if i == p[0] || p[0] == anyElem {
			w.args[i] = x.notedAt(w.args[i], p[1:], add, partType(t, i))
		}
	}
	return &w
}

// extResult returns what an external call yields. If it is fresh, nothing
// else refers to it.
func (x *executor) extResult(st *state, s callSite, call *extCall, sig *types.Signature, fresh bool) *val {
	one := func(t types.Type, i int) *val {
		c := *call
		c.n = i
		v := &val{kind: kSym, typ: t, sym: x.symbol(symKey{kind: symResult, a: point{s.n, s.instr}, n: *s.k*10 + i}, t, &c)}
		if s.expr != nil {
			v.via = &via{expr: s.expr, frame: s.n.act.frame}
		}
		if fresh {
			x.own(st, v)
		}
		return v
	}
	switch res := sig.Results(); res.Len() {
	case 0:
		return one(res, 0) // which stands for the call
	case 1:
		return one(res.At(0).Type(), 0)
	default:
		v := &val{kind: kTuple}
		for i := range res.Len() {
			v.args = append(v.args, one(res.At(i).Type(), i))
		}
		return v
	}
}

// own makes the object that a symbolic pointer refers to one that nothing
// else refers to.
func (x *executor) own(st *state, v *val) {
	switch v.typ.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map:
	default:
		return
	}
	o := x.pointee(v)
	content := x.symbolic(symKey{kind: symPointee, a: v.sym, n: 1}, o.typ)
	content.sym.in, o.owned = o, true
	x.setCell(st, o, &cell{v: content, open: true})
}
