package flow

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/knowledge"
)

// effect carries out what the tables say that a call does.
func (x *executor) effect(st *state, s callSite, fn *types.Func, eff *knowledge.Effect, call *extCall, sig *types.Signature) (*val, bool) {
	args := call.args
	if eff.Idempotent {
		did := x.did
		defer func() { x.did = did }()
	}
	x.did.Acts = x.did.Acts || eff.Acts || eff.SetsEnv || eff.NoReturn
	operands := func(list []knowledge.Arg) []*val { return operandsOf(list, args, fn) }
	if eff.Panics {
		x.mayPanic(s.n.act, st)
	}
	if p := fn.Pkg(); p != nil && (p.Path() == "sync" || p.Path() == "sync/atomic") {
		x.yielded(st)
	}
	if len(eff.Calls) > 0 {
		for _, v := range args { // what they hold is handed to the functions
			if v.kind == kRef || v.kind == kSlice {
				x.losesContents(st, x.cellOf(st, v.obj))
			}
		}
	}
	writes := operands(eff.Writes)
	overwrite := func() {
		for _, v := range writes {
			x.overwrite(st, v, false, make(map[*object]bool))
		}
		for _, v := range operands(eff.WritesDeep) {
			x.overwrite(st, v, true, make(map[*object]bool))
		}
	}
	if len(eff.Calls) > 0 || slices.ContainsFunc(operands(eff.Formats), func(v *val) bool { return x.callsBack(st, v) }) {
		overwrite() // which it may have done in part when it calls them
	}
	for _, f := range operands(eff.Calls) {
		x.callMany(st, s, f, nil)
	}
	for _, v := range operands(eff.Formats) {
		x.format(st, s, v)
	}
	if eff.Acts {
		x.anyFormat(st, s) // it may write to what the program has handed it before
	}
	for _, v := range operands(eff.Keeps) {
		x.how = passedTo(call)
		x.leak(st, v)
	}
	if len(writes)+len(eff.WritesDeep)+len(eff.Keeps)+len(eff.Returns)+len(eff.Formats) > 0 || eff.Acts {
		x.took(st, call, args, "")
	}
	if slices.ContainsFunc(slices.Concat(writes, operands(eff.WritesDeep), operands(eff.Keeps)), func(v *val) bool { return v.kind == kUnknown }) {
		x.wroteAny(st)
	}
	overwrite()
	if eff.Panics {
		x.mayPanic(s.n.act, st)
	}
	if eff.SetsEnv {
		st.env = x.symbol(symKey{kind: symEpoch, a: x.at, n: 3}, nil, nil)
	}
	if eff.NoReturn {
		return nil, false
	}
	if len(eff.Returns) > 0 {
		for _, v := range operands(eff.Returns) {
			x.leak(st, v)
		}
		return x.extResult(st, s, call, sig, false), true
	}
	if !eff.Varies && !eff.Acts && len(writes) == 0 && len(eff.WritesDeep) == 0 && len(eff.Calls) == 0 && len(eff.Formats) == 0 && len(eff.Keeps) == 0 {
		if v := x.pure(st, s, fn, eff, args, sig); v != nil {
			return v, true
		}
	}
	return x.extResult(st, s, call, sig, true), true
}

// pure returns the result of a function that depends on its operands, and on
// the memory that they refer to, only; nil if that can't be said.
func (x *executor) pure(st *state, s callSite, fn *types.Func, eff *knowledge.Effect, args []*val, sig *types.Signature) *val {
	of := slices.Clone(args)
	if eff.Env {
		of = append(of, &val{kind: kSym, sym: st.env})
	}
	for i, v := range args {
		if !v.isFixed() {
			return nil
		}
		switch v.kind {
		case kRef, kSlice, kSym, kIface:
			if isScalar(paramType(fn, i)) {
				continue
			}
			if v.kind != kSym || x.ownedBy(st, v.sym) != nil {
				return nil // what is in its memory is not compared
			}
			of = append(of, &val{kind: kSym, sym: st.epoch})
		}
	}
	one := func(i int) *val {
		v := term(&val{kind: kPure, ext: fn, args: of, n: i, typ: sig.Results().At(i).Type()})
		if s.expr != nil && v.kind == kPure {
			v.via = &via{expr: s.expr, frame: s.n.act.frame}
		}
		return v
	}
	for i := range sig.Results().Len() {
		if !isScalar(sig.Results().At(i).Type()) && !isError(sig.Results().At(i).Type()) {
			return nil
		}
	}
	switch sig.Results().Len() {
	case 0:
		return nil
	case 1:
		return one(0)
	}
	v := &val{kind: kTuple}
	for i := range sig.Results().Len() {
		v.args = append(v.args, one(i))
	}
	return v
}

func paramType(fn *types.Func, i int) types.Type {
	sig := fn.Signature()
	if sig.Recv() != nil {
		if i == 0 {
			return sig.Recv().Type()
		}
		i--
	}
	if i < sig.Params().Len() {
		return sig.Params().At(i).Type()
	}
	return nil
}

// isScalar reports whether a value of a type refers to no memory.
func isScalar(t types.Type) bool {
	if t == nil {
		return false
	}
	if isNamedType(t, "time", "Time") {
		return true // its location is never changed
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() != types.UnsafePointer
	case *types.Struct:
		for f := range u.Fields() {
			if !isScalar(f.Type()) {
				return false
			}
		}
		return true
	case *types.Array:
		return isScalar(u.Elem())
	}
	return false
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func isNamedType(t types.Type, pkg, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkg
}

// operandsOf returns the operands of a call that a table names.
func operandsOf(list []knowledge.Arg, args []*val, fn *types.Func) []*val {
	var out []*val
	first := 0
	if fn.Signature().Recv() != nil {
		first = 1
	}
	at := func(i int) {
		if i >= 0 && i < len(args) {
			out = append(out, args[i])
		}
	}
	for _, a := range list {
		switch a {
		case knowledge.NoArg:
		case knowledge.Recv:
			at(0)
		case knowledge.Rest:
			for i := first + fn.Signature().Params().Len() - 1; i < len(args); i++ {
				at(i)
			}
		case knowledge.Every:
			out = append(out, args...)
		default:
			at(first + int(a-knowledge.Arg0))
		}
	}
	return out
}

// overwrite makes unknown the memory that a value refers to; deep, all that
// is reached from there.
func (x *executor) overwrite(st *state, v *val, deep bool, seen map[*object]bool) {
	switch v.kind {
	case kRef, kSlice:
		o := v.obj
		if seen[o] {
			return
		}
		seen[o] = true
		c := x.cellOf(st, o)
		if deep {
			x.overwrite(st, orNil(c.v), true, seen)
			for _, e := range c.entries {
				x.overwrite(st, e.v, true, seen)
			}
		}
		if v.kind == kRef && len(v.path) > 0 && c.v != nil && !c.volatile {
			var t types.Type = o.typ
			for _, i := range v.path {
				t = partType(t, i)
			}
			x.write(st, o, v.path, x.symbolic(symKey{kind: symMade, a: x.at, b: spot{o, "w"}, n: len(seen)}, t), false, t)
			return
		}
		x.losesContents(st, c)
		c = x.cellOf(st, o)
		epoch := x.symbol(symKey{kind: symEpoch, a: x.at, b: o}, nil, nil)
		n := x.current(o, c.mayChange("it is changed by a function that can't be looked into"), epoch)
		x.setCell(st, o, n)
		if c.shared {
			x.clobberAll(st, o)
		}
		for _, tw := range o.twin {
			if st.heap.get(tw.id) != nil {
				x.overwrite(st, &val{kind: kSlice, obj: tw}, deep, seen)
			}
		}
		return
	case kSym:
		if v.typ == nil || isScalar(v.typ) {
			return
		}
		if deep {
			x.leak(st, v)
			x.havoc(st, x.at, "it is changed by a function that can't be looked into")
			return
		}
		o := x.pointee(v)
		x.losesContents(st, x.cellOf(st, o))
		c := x.cellOf(st, o)
		epoch := x.symbol(symKey{kind: symEpoch, a: x.at, b: o}, nil, nil)
		x.setCell(st, o, x.current(o, c.mayChange("it is changed by a function that can't be looked into"), epoch))
		if c.shared {
			x.clobberAll(st, o)
		}
		return
	case kUnknown:
		x.loses(st, v)
		x.wroteAny(st)
		x.havoc(st, x.at, "it is changed by a function that can't be looked into")
		return
	}
	for _, a := range v.args {
		x.overwrite(st, a, deep, seen)
	}
}

func orNil(v *val) *val {
	if v == nil {
		return nilVal
	}
	return v
}

// yielded makes unknown what other goroutines may have changed meanwhile.
func (x *executor) yielded(st *state) { x.havoc(st, x.at, "others may change it meanwhile") }
