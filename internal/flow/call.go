package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/knowledge"
)

// A callSite is a call as it is executed.
type callSite struct {
	n     *node
	instr ssa.CallInstruction
	expr  ast.Expr // *ast.CallExpr, nil if the call is not written in the code
	k     *int     // tells the functions apart that it may call
}

func (x *executor) siteOf(n *node, instr ssa.CallInstruction) callSite {
	s := callSite{n: n, instr: instr, k: new(int)}
	if e := x.prog.callAt(instr.Common().Pos()); e != nil {
		s.expr = e
	} else if n.act.call != nil && n.act.fn.Syntax() == nil {
		s.expr = n.act.call // of the wrapper
	}
	return s
}

func (s callSite) call() *ast.CallExpr {
	call, _ := s.expr.(*ast.CallExpr)
	return call
}

// callee returns the function that is called, or of which the method is: the
// value of the interface, if it is a method of one.
func (x *executor) callee(a *activation, st *state, c *ssa.CallCommon) *val {
	return x.operand(a, st, c.Value)
}

// arguments returns the operands of a call, the receiver first.
func (x *executor) arguments(a *activation, st *state, c *ssa.CallCommon) []*val {
	var out []*val
	if c.IsInvoke() {
		out = append(out, x.operand(a, st, c.Value))
	}
	exprs := x.prog.argumentsAt(c.Pos())
	first := 0
	if !c.IsInvoke() && c.Signature().Recv() != nil {
		first = 1
	}
	params := c.Signature().Params().Len()
	for i, arg := range c.Args {
		v := x.operand(a, st, arg)
		variadic := c.Signature().Variadic() && i-first == params-1
		if k := i - first; k >= 0 && k < len(exprs) && !variadic && len(c.Args)-first == params {
			v = x.named(a, v, exprs[k])
		}
		out = append(out, v)
	}
	return out
}

// call executes a call.
func (x *executor) call(n *node, st *state, instr *ssa.Call, set func(*val)) bool {
	a := n.act
	args := x.arguments(a, st, &instr.Call)
	if b, ok := isBuiltin(&instr.Call); ok {
		v := x.builtin(n, st, instr, b, args)
		if v == nil {
			return false
		}
		set(v)
		return true
	}
	s := x.siteOf(n, instr)
	v, ok := x.invoke(st, s, x.callee(a, st, &instr.Call), args, instr.Call.Method)
	if !ok {
		return false
	}
	if s.expr != nil && v != nil {
		x.evaluated(n, st, s.expr, v)
	}
	if v != nil {
		set(v)
	}
	return true
}

// invoke calls a function value, or a method of an interface; args has the
// receiver first then. It reports false if the call does not return.
func (x *executor) invoke(st *state, s callSite, fn *val, args []*val, method *types.Func) (*val, bool) {
	*s.k++
	if fn.kind == kChoice && len(fn.args) <= 4 {
		return x.oneOf(st, fn.args, func(st *state, alt *val) (*val, bool) {
			alts := args
			if method != nil {
				alts = slices.Clone(args)
				alts[0] = alt
			}
			return x.invoke(st, s, alt, alts, method)
		})
	}
	if method != nil {
		if fn.isNil() {
			return nil, false
		}
		if fn.kind == kIface && fn.typ != nil {
			if m := x.prog.methodOf(fn.typ, method); m != nil {
				args = slices.Clone(args)
				args[0] = fn.args[0]
				return x.function(st, s, &val{kind: kFunc, fn: m}, args)
			}
		}
		return x.external(st, s, method, args)
	}
	switch {
	case fn.kind == kFunc:
		return x.function(st, s, fn, args)
	case fn.isNil():
		x.mayPanic(s.n.act, st)
		return nil, false
	}
	x.leak(st, fn)
	return x.external(st, s, nil, args)
}

// oneOf executes one of several ways, and joins how they end.
func (x *executor) oneOf(st *state, alts []*val, way func(*state, *val) (*val, bool)) (*val, bool) {
	var end *state
	var result *val
	for _, alt := range alts {
		s := *st
		v, ok := way(&s, alt)
		if !ok {
			continue
		}
		if end == nil {
			end, result = &s, v
			continue
		}
		end = x.joinStates(end, &s, x.at.node, false)
		if v != nil && result != nil {
			result = x.joinVals(result, v, false)
		}
	}
	if end == nil {
		return nil, false
	}
	*st = *end
	return result, true
}

// function calls a function that is known.
func (x *executor) function(st *state, s callSite, f *val, args []*val) (*val, bool) {
	fn := f.fn
	if fn.Blocks == nil {
		obj, _ := fn.Object().(*types.Func)
		return x.external(st, s, obj, args)
	}
	if !x.follows(s.n.act, fn) {
		return x.unfollowed(st, s, f, args)
	}
	a := x.activate(s.n.act, point{s.n, s.instr}, *s.k, fn, f.act, s.call(), args, f.args)
	if r := x.recovering; r != nil {
		a.recovers, x.recovering = r, nil
	} else {
		a.recovers = nil
	}
	regs := st.regs
	entry := *st
	out := x.run(a, &entry)
	if out.panicked != nil {
		p := *out.panicked
		p.regs = regs
		x.mayPanic(s.n.act, &p)
	}
	if out.state == nil {
		return nil, false
	}
	*st = *out.state
	st.regs = regs
	switch len(out.results) {
	case 0:
		return nil, true
	case 1:
		return out.results[0], true
	}
	return &val{kind: kTuple, args: out.results}, true
}

// follows reports whether a function is executed when it is called, rather
// than that nothing is known of what it does.
func (x *executor) follows(caller *activation, fn *ssa.Function) bool {
	if x.budget <= 0 {
		return false
	}
	depth, same := 0, 0
	for a := caller; a != nil; a = a.caller {
		depth++
		if a.fn == fn {
			same++
		}
	}
	return depth < maxFrames && same < maxRecursion
}

// unfollowed calls a function of the program that is not executed: it may do
// anything to what it can reach.
func (x *executor) unfollowed(st *state, s callSite, f *val, args []*val) (*val, bool) {
	x.how = "passed to " + f.fn.Name()
	for _, arg := range args {
		x.leak(st, arg)
	}
	x.exposeBindings(st, f, false, make(map[*object]bool))
	x.mayPanic(s.n.act, st)
	x.havoc(st, x.at, "it is handed to code that is not followed")
	x.mayPanic(s.n.act, st)
	return x.unknownResult(s, f.fn.Signature), true
}

// exposeBindings makes the memory that a function literal refers to shared,
// or volatile.
func (x *executor) exposeBindings(st *state, f *val, volatile bool, seen map[*object]bool) {
	for _, b := range f.args {
		x.expose(st, b, volatile, seen)
	}
}

func (x *executor) expose(st *state, v *val, volatile bool, seen map[*object]bool) {
	if v == nil {
		return
	}
	switch v.kind {
	case kRef, kSlice:
		if !seen[v.obj] {
			seen[v.obj] = true
			c := *x.cellOf(st, v.obj)
			inner := c
			c.shared = true
			if volatile {
				c.volatile, c.v, c.entries, c.open = true, unknown, nil, true
				if c.rec != nil {
					c.rec = c.rec.tainted("others change it at any time")
				}
				if inner.v != nil && inner.v.rec != nil {
					c.v = unknown.withRec(inner.v.rec.tainted("others change it at any time"))
				}
			}
			x.setCell(st, v.obj, &c)
			x.expose(st, inner.v, volatile, seen)
			for _, e := range inner.entries {
				x.expose(st, e.key, volatile, seen)
				x.expose(st, e.v, volatile, seen)
			}
		}
	}
	if v.kind == kSym {
		if o := x.ownedBy(st, v.sym); o != nil {
			x.expose(st, &val{kind: kRef, obj: o}, volatile, seen)
		}
	}
	for _, a := range v.args {
		x.expose(st, a, volatile, seen)
	}
}

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
	before := *st
	call := &extCall{fn: fn, args: args, instr: s.instr, expr: s.call(), frame: s.n.act.frame, state: &before}
	if fn != nil {
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

// effect carries out what the tables say that a call does.
func (x *executor) effect(st *state, s callSite, fn *types.Func, eff *knowledge.Effect, call *extCall, sig *types.Signature) (*val, bool) {
	args := call.args
	operands := func(list []knowledge.Arg) []*val { return operandsOf(list, args, fn) }
	if eff.Panics {
		x.mayPanic(s.n.act, st)
	}
	if p := fn.Pkg(); p != nil && (p.Path() == "sync" || p.Path() == "sync/atomic") {
		x.yielded(st)
	}
	for _, f := range operands(eff.Calls) {
		x.callMany(st, s, f)
	}
	for _, v := range operands(eff.Formats) {
		x.format(st, s, v)
	}
	for _, v := range operands(eff.Keeps) {
		x.how = passedTo(call)
		x.leak(st, v)
	}
	writes := operands(eff.Writes)
	if len(writes)+len(eff.WritesDeep)+len(eff.Keeps)+len(eff.Returns)+len(eff.Formats) > 0 || eff.Acts {
		x.took(st, call, args, "")
	}
	if slices.ContainsFunc(slices.Concat(writes, operands(eff.WritesDeep), operands(eff.Keeps)), func(v *val) bool { return v.kind == kUnknown }) {
		x.wroteAny(st)
	}
	for _, v := range writes {
		x.overwrite(st, v, false, make(map[*object]bool))
	}
	for _, v := range operands(eff.WritesDeep) {
		x.overwrite(st, v, true, make(map[*object]bool))
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
			if v.kind != kSym {
				return nil // what is in its memory is not compared
			}
			of = append(of, &val{kind: kSym, sym: st.epoch})
		}
	}
	one := func(i int) *val {
		v := &val{kind: kPure, ext: fn, args: of, n: i, typ: sig.Results().At(i).Type()}
		if s.expr != nil {
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
		epoch := x.symbol(symKey{kind: symEpoch, a: x.at, b: o}, nil, nil)
		n := x.unknownCell(o, c, epoch, "it is changed by a function that can't be looked into")
		x.setCell(st, o, n)
		if c.shared {
			x.clobber(st, o, nil, o.typ)
		}
		return
	case kSym:
		if v.typ == nil || isScalar(v.typ) {
			return
		}
		o := x.pointee(v)
		c := x.cellOf(st, o)
		epoch := x.symbol(symKey{kind: symEpoch, a: x.at, b: o}, nil, nil)
		x.setCell(st, o, x.unknownCell(o, c, epoch, "it is changed by a function that can't be looked into"))
		if c.shared {
			x.clobber(st, o, nil, o.typ)
		}
		return
	case kUnknown:
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

// callMany calls a function any number of times, with arguments that are not
// known.
func (x *executor) callMany(st *state, s callSite, f *val) {
	if f.kind == kIface && len(f.args) == 1 {
		f = f.args[0]
	}
	if f.kind == kChoice {
		for _, a := range f.args {
			x.callMany(st, s, a)
		}
		return
	}
	if f.isNil() {
		return
	}
	if f.kind != kFunc {
		x.leak(st, f)
		x.havoc(st, x.at, "it is handed to code that can't be looked into")
		return
	}
	*s.k++
	k := *s.k
	if f.fn.Blocks == nil || !x.follows(s.n.act, f.fn) {
		x.unfollowed(st, s, f, nil)
		return
	}
	loops := x.loops
	defer func() { x.loops = loops }()
	head := x.pseudo(point{s.n, s.instr}, k)
	head.last = nil
	recovering := x.recovering
	x.recovering = nil
	defer func() { x.recovering = recovering }()
	for round := range 8 {
		in := *st
		head.last = &in
		x.loops = &loopStack{head, loops}
		args := make([]*val, len(f.fn.Params))
		for i, p := range f.fn.Params {
			args[i] = x.made(s.n, s.instr, p.Type(), 1000*k+i)
		}
		kk := k * 1000
		site := callSite{n: s.n, instr: s.instr, expr: nil, k: &kk}
		end := in
		if _, ok := x.function(&end, site, f, args); !ok {
			return
		}
		aged := x.age(&end, head)
		joined := x.joinStates(&in, aged, head, round > 1)
		joined.regs = st.regs
		if sameState(joined, &in) {
			return
		}
		*st = *joined
	}
	*st = *x.forgetAll(st, head)
}

// pseudo returns a node that stands for the rounds of a loop in code that
// can't be looked into.
func (x *executor) pseudo(at point, k int) *node {
	key := pseudoKey{at, k}
	n, ok := x.pseudos[key]
	if !ok {
		n = &node{act: at.node.act, block: at.node.block, key: at.node.key}
		x.pseudos[key] = n
	}
	return n
}

type pseudoKey struct {
	at point
	k  int
}

// writes are the objects that are changed while something is executed.
type writes struct {
	objects map[*object]bool
	running bool
}

func (w *writes) add(o *object) { w.objects[o] = true }

type leakKey struct {
	fn  *ssa.Function
	act *activation
	obj any
}

// leakFunc hands a function on to code that is not looked into: it may be
// called at any time from now on. What it changes is volatile, and what it
// reads is known only if nothing changes it.
func (x *executor) leakFunc(st *state, f *val) {
	if f.fn.Blocks == nil {
		return
	}
	key := leakKey{fn: f.fn, act: f.act}
	if len(f.args) > 0 && f.args[0].obj != nil {
		key.obj = f.args[0].obj
	} else if len(f.args) > 0 && f.args[0].sym != nil {
		key.obj = f.args[0].sym
	}
	w, seen := x.leaked[key]
	if !seen {
		w = &writes{objects: make(map[*object]bool)}
		x.leaked[key] = w
		if x.budget <= 0 || !x.follows(x.at.node.act, f.fn) {
			x.exposeBindings(st, f, true, make(map[*object]bool))
			return
		}
	}
	if seen && w.running {
		return
	}
	w.running = true
	s := x.lateState(st, f)
	x.writes = append(x.writes, w)
	k := 0
	at := x.at
	instr, _ := at.instr.(ssa.CallInstruction)
	if instr == nil {
		instr = x.anyCall
	}
	kk := 500000 + x.leakNumber(key)
	_ = k
	x.callMany(s, callSite{n: at.node, instr: instr, k: &kk}, f)
	x.at = at
	x.writes = x.writes[:len(x.writes)-1]
	w.running = false
	for _, o := range x.sorted(w.objects) {
		if c := st.heap.get(o.id); c != nil && !c.volatile {
			x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))
		}
	}
}

func (x *executor) sorted(objects map[*object]bool) []*object {
	var out []*object
	for o := range objects {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b *object) int { return a.id - b.id })
	return out
}

func (x *executor) leakNumber(key leakKey) int {
	n, ok := x.leakNumbers[key]
	if !ok {
		n = len(x.leakNumbers) * 10
		x.leakNumbers[key] = n
	}
	return n
}

// lateState returns what is known whenever a function runs later: variables
// that are set once keep what they hold, all else may have changed.
func (x *executor) lateState(st *state, f *val) *state {
	s := *st
	s.epoch = x.symbol(symKey{kind: symEpoch, a: leakKey{fn: f.fn, act: f.act}}, nil, nil)
	seen := make(map[*object]bool)
	var walk func(v *val)
	walk = func(v *val) {
		if v == nil {
			return
		}
		if (v.kind == kRef || v.kind == kSlice) && !seen[v.obj] {
			seen[v.obj] = true
			c := *x.cellOf(&s, v.obj)
			inner := c
			if v.obj.vals == nil || !x.prog.setOnce(v.obj.vals) {
				c.volatile, c.v, c.entries, c.open, c.shared = true, unknown, nil, true, true
				if inner.v != nil && inner.v.rec != nil {
					c.v = unknown.withRec(inner.v.rec.tainted("others change it at any time"))
				}
				s.heap = s.heap.set(v.obj.id, &c)
			}
			walk(inner.v)
			for _, e := range inner.entries {
				walk(e.v)
			}
		}
		for _, a := range v.args {
			walk(a)
		}
	}
	walk(&val{kind: kTuple, args: f.args})
	s.heap.each(func(id int, c *cell) {
		if c.shared && !c.volatile {
			s.heap = s.heap.set(id, x.unknownCell(x.objects[id], c, s.epoch, "others change it at any time"))
		}
	})
	return &s
}

// goCall starts a goroutine: what it changes may change at any time.
func (x *executor) goCall(n *node, st *state, instr *ssa.Go) {
	a := n.act
	args := x.arguments(a, st, &instr.Call)
	if _, ok := isBuiltin(&instr.Call); ok {
		for _, v := range args {
			x.expose(st, v, true, make(map[*object]bool))
		}
		return
	}
	fn := x.callee(a, st, &instr.Call)
	if m := instr.Call.Method; m != nil && fn.kind == kIface && fn.typ != nil {
		if f := x.prog.methodOf(fn.typ, m); f != nil {
			args = slices.Clone(args)
			args[0] = fn.args[0]
			fn = &val{kind: kFunc, fn: f}
		}
	}
	s := x.siteOf(n, instr)
	if fn.kind != kFunc || fn.fn.Blocks == nil || !x.follows(a, fn.fn) {
		if fn.kind == kFunc && s.expr != nil {
			now := *st
			if v, ok := x.invoke(&now, s, fn, args, instr.Call.Method); ok && v != nil {
				x.evaluated(n, st, s.expr, v)
			}
		}
		for _, v := range append(args, fn) {
			if v.kind == kFunc {
				x.leak(st, v)
			}
			x.expose(st, v, true, make(map[*object]bool))
		}
		x.havoc(st, x.at, "a goroutine changes it")
		return
	}
	// The arguments are those of now; what they refer to may have changed.
	bound := &val{kind: kTuple, args: append(slices.Clone(fn.args), args...)}
	late := x.lateState(st, &val{kind: kFunc, fn: fn.fn, act: fn.act, args: bound.args})
	w := &writes{make(map[*object]bool), false}
	x.writes = append(x.writes, w)
	at := x.at
	*s.k = 700000
	x.function(late, s, fn, args)
	x.at = at
	x.writes = x.writes[:len(x.writes)-1]
	for _, o := range x.sorted(w.objects) {
		if c := st.heap.get(o.id); c != nil && !c.volatile {
			x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))
		}
	}
}

// runDefers runs the calls that an activation has deferred, the last first.
// It returns nil if one of them does not return.
func (x *executor) runDefers(a *activation, st *state, panicking bool) *state {
	cur := *st
	at := x.at
	for k := 0; ; k++ {
		d := cur.stack.get(a.id)
		if d == nil || k > 200 {
			break
		}
		cur.stack = cur.stack.set(a.id, d.next)
		s := x.siteOf(d.node, d.instr)
		*s.k = 300000
		if panicking {
			*s.k = 400000
			x.recovering = a
		}
		x.at = point{d.node, d.instr}
		after := cur
		ok := true
		if b, isB := isBuiltin(&d.instr.Call); isB {
			if b.Name() == "recover" && panicking {
				a.recovered = true
			}
			ok = x.builtin(d.node, &after, d.instr, b, d.args) != nil
		} else if d.cond && d.fn.kind == kUnknown {
			x.deferredMany(&after, s, d)
		} else {
			var v *val
			if v, ok = x.invoke(&after, s, d.fn, d.args, d.instr.Call.Method); ok && s.expr != nil && v != nil {
				x.evaluated(d.node, &after, s.expr, v)
			}
		}
		x.recovering = nil
		switch {
		case ok && d.cond:
			cur = *x.joinStates(&cur, &after, d.node, false)
		case ok:
			cur = after
		case !d.cond:
			x.at = at
			return nil
		}
	}
	x.at = at
	return &cur
}

// deferredMany runs a call that was deferred in a loop, any number of times.
func (x *executor) deferredMany(st *state, s callSite, d *deferred) {
	x.recovering = nil
	a := d.node.act
	if fn := d.instr.Call.StaticCallee(); fn != nil && fn.Blocks != nil {
		f := &val{kind: kFunc, fn: fn}
		if mk, ok := d.instr.Call.Value.(*ssa.MakeClosure); ok {
			f = x.operand(a, st, mk)
		}
		if f.kind == kFunc {
			x.callMany(st, s, f)
			return
		}
	}
	for _, v := range d.args {
		x.leak(st, v)
	}
	x.expose(st, d.fn, false, make(map[*object]bool))
	*st = *x.forgetAll(st, d.node)
}
