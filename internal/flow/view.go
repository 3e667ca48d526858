package flow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A viewer shows clients what values are, at certain times.
type viewer struct {
	x      *executor
	memo   map[viewKey]*Value
	tracer *Tracer
	within []*types.Var // the fields whose summaries are being made
}

type viewKey struct {
	v  *val
	st *state
}

const maxView = 60 // nesting of values

// view returns what a value is, in a state.
func (w *viewer) view(v *val, st *state) *Value { return w.at(v, st, 0) }

func (w *viewer) at(v *val, st *state, depth int) *Value {
	if v == nil || depth > maxView {
		return &Value{Op: Unknown}
	}
	key := viewKey{v, st}
	if out, ok := w.memo[key]; ok {
		return out
	}
	w.memo[key] = &Value{Op: Unknown} // should it contain itself
	out := w.make(v, st, depth+1)
	w.memo[key] = out
	return out
}

// make shows a value with the expressions that denote it: the first of them
// is what it was read from.
func (w *viewer) make(v *val, st *state, depth int) *Value {
	base, own := w.base(v, st, depth)
	var exprs []*via
	for e := v.via; e != nil; e = e.next {
		exprs = append(exprs, e)
	}
	if base.src == nil {
		c := *base
		c.src, c.when, c.x = v, st, w.x
		base = &c
	}
	out := base
	for i, e := range slices.Backward(exprs) {
		if i == len(exprs)-1 && own && base.Expr == e.expr {
			continue
		}
		if i == len(exprs)-1 && own && base.Expr == nil {
			c := *base
			c.Expr, c.Frame = e.expr, e.frame
			out = &c
			continue
		}
		if star, ok := e.expr.(*ast.StarExpr); ok && base.Op == Call {
			out = &Value{Op: Via, Expr: ast.Unparen(star.X), Frame: e.frame, Args: []*Value{out}}
		}
		out = &Value{Op: Via, Expr: e.expr, Frame: e.frame, Args: []*Value{out}}
	}
	if out.src == nil {
		c := *out
		c.src, c.when, c.x = v, st, w.x
		out = &c
	}
	return out
}

// base shows a value without the expressions that denote it. It reports false
// if the value is the view of another one, which has expressions of its own.
func (w *viewer) base(v *val, st *state, depth int) (out *Value, own bool) {
	args := func() []*Value {
		var out []*Value
		for _, a := range v.args {
			out = append(out, w.at(a, st, depth))
		}
		return out
	}
	switch v.kind {
	case kConst:
		return &Value{Op: Const, Const: v.c}, true
	case kConcat:
		return &Value{Op: Concat, Args: args()}, !isKept(v.via)
	case kChoice:
		return &Value{Op: Choice, Args: args()}, false
	case kOp:
		if len(v.args) == 2 {
			return &Value{Op: Binary, Tok: v.tok, Args: args()}, true
		}
		return &Value{Op: Leaf}, true
	case kConv:
		if !keepsValue(v.args[0].typ, v.typ) {
			return &Value{Op: Leaf}, true
		}
		return w.at(v.args[0], st, depth), false
	case kPure:
		a := args()
		if n := v.ext.Signature().Params().Len() + recvLen(v.ext); len(a) > n && !v.ext.Signature().Variadic() {
			a = a[:n]
		}
		return &Value{Op: Call, Fn: v.ext, Result: v.n, Args: a}, true
	case kIface:
		inner := *v.args[0]
		inner.via = nil
		return w.base(&inner, st, depth)
	case kTuple:
		if len(v.args) > 0 {
			return w.at(v.args[0], st, depth), false
		}
	case kQuery:
		return &Value{Op: Query, Args: []*Value{w.at(v.args[0], v.state, depth)}}, true
	case kAgg:
		return w.aggregate(v, st, depth), true
	case kRef:
		return w.object(v.obj, v.path, st, depth), true
	case kSlice:
		return w.slice(v, st, depth)
	case kFunc:
		return &Value{Op: Leaf}, true
	case kSym:
		if v.was != nil && v.was.kind == kRef {
			out := *w.object(v.was.obj, v.was.path, st, depth)
			out.Taint = cmp.Or(out.Taint, "others may change it")
			return &out, true
		}
		if v.was != nil && v.was.kind != kAgg {
			return &Value{Op: Choice, Args: []*Value{w.at(v.was, st, depth), {Op: Leaf}}, Taint: "others may change it"}, false
		}
		if v.was != nil {
			out := *w.aggregate(v.was, st, depth)
			w.record(&out, v.rec, st, depth)
			out.Taint = cmp.Or(out.Taint, "others may change it")
			return &out, true
		}
		out := w.symbol(v, st, depth)
		return out, out.Op != Choice
	}
	if v.kind == kUnknown && v.was != nil {
		return &Value{Op: Choice, Args: []*Value{w.at(v.was, st, depth), {Op: Leaf}}, Taint: "others may change it"}, false
	}
	return &Value{Op: Unknown}, true
}

// isKept reports whether the first expression that denotes a value is the
// variable that keeps it.
func isKept(e *via) bool {
	for ; e != nil && e.next != nil; e = e.next {
	}
	if e == nil {
		return false
	}
	switch e.expr.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}

func recvLen(fn *types.Func) int {
	if fn.Signature().Recv() != nil {
		return 1
	}
	return 0
}

// symbol shows a fixed value that is not known: what returned it, or the
// parameter that it is.
func (w *viewer) symbol(v *val, st *state, depth int) *Value {
	out := &Value{Op: Leaf, Type: v.typ}
	s := v.sym
	for s.old {
		s = s.key.a.(*sym)
	}
	switch {
	case v.sym.call != nil && v.sym.call.fn != nil && (s.key.kind == symResult || s.key.kind == symPart):
		c := v.sym.call
		out = &Value{Op: Call, Fn: c.fn, Result: c.n}
		if c.expr != nil {
			out.Expr, out.Frame = c.expr, c.frame
		}
		for _, a := range w.operands(c) {
			out.Args = append(out.Args, w.at(a, c.state, depth))
		}
	case s.key.kind == symPointee && isCalled(s.key.a):
		// Have: what a call's result points to, *flag.String(…).
		c := s.key.a.(*sym).call
		out = &Value{Op: Call, Fn: c.fn, Result: c.n, Expr: c.expr, Frame: c.frame}
		for _, a := range w.operands(c) {
			out.Args = append(out.Args, w.at(a, c.state, depth))
		}
		w.record(out, v.rec, st, depth)
		return out
	case s.over != nil:
		out = &Value{Op: Range, Result: s.key.n - 1, Args: []*Value{w.at(s.over, st, depth)}}
	case s.key.kind == symParam:
		if p, ok := s.key.a.(*ssa.Parameter); ok {
			out.Param, _ = p.Object().(*types.Var)
			out.Frame = w.x.rootFrame
		}
	}
	if field := fieldOf(s); field != nil && w.tracer != nil && v.rec == nil && out.Op == Leaf {
		if sum := w.tracer.summary(field, w.within); sum != nil {
			return sum
		}
	}
	w.record(out, v.rec, st, depth)
	if v.typ == nil {
		return out
	}
	switch v.typ.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map:
	default:
		return out
	}
	base := v.sym
	for base.asserted != nil {
		base = base.asserted
	}
	o, ok := w.x.objIndex[objKey{kind: objPointee, a: base}]
	if !ok {
		return out
	}
	c := w.x.held(st, o)
	if c == nil {
		return out
	}
	if c.v != nil {
		w.record(out, c.v.rec, st, depth)
		if c.v.kind == kAgg {
			out.Fields = append(out.Fields, w.fields(c.v, st, depth)...)
		} else if c.v.kind == kSym {
			out.Fields = append(out.Fields, w.reached(c.v.sym, o.typ, st, depth)...)
		}
		for _, name := range w.x.getters[c.v.sym] {
			part := w.x.syms[symKey{kind: symPart, a: c.v.sym, b: name, n: -4}]
			out.Fields = append(out.Fields, Field{Name: name, Val: w.at(&val{kind: kSym, sym: part, typ: part.typ}, st, depth)})
		}
	}
	w.record(out, c.rec, st, depth)
	out.Fields = append(out.Fields, w.entries(c, st, depth)...)
	if c.volatile {
		out.Taint = "others change it at any time"
	}
	return out
}

// isCalled reports whether the key of a sym is another one, which a call
// returned.
func isCalled(key any) bool {
	s, ok := key.(*sym)
	return ok && s.call != nil && s.call.fn != nil
}

// operands returns the operands of a call as they are written: those of a
// variadic parameter one by one.
func (w *viewer) operands(c *extCall) []*val {
	if c.fn == nil || !c.fn.Signature().Variadic() || c.expr == nil || c.expr.Ellipsis.IsValid() || len(c.args) == 0 {
		return c.args
	}
	k := len(c.args) - 1
	elems, ok := w.x.elements(c.state, c.args[k])
	if !ok {
		return c.args
	}
	out := slices.Clone(c.args[:k])
	first := recvLen(c.fn)
	for i, e := range elems {
		if at := k - first + i; at < len(c.expr.Args) && at >= 0 {
			if e.kind == kIface && e.args[0].via == nil {
				e = e.args[0]
			}
			if e.kind == kConst && e.via == nil {
				e = e.denotedBy(ast.Unparen(c.expr.Args[at]), c.frame)
			}
		}
		out = append(out, e)
	}
	return out
}

// record adds what was done to an object.
func (w *viewer) record(out *Value, r *record, st *state, depth int) {
	if r == nil {
		return
	}
	if out.Taint == "" {
		out.Taint = r.taint
	}
	for _, d := range r.done {
		do := Doing{Fn: d.call.fn, Arg: d.arg, Call: d.call.expr, Frame: d.call.frame, Cond: d.cond}
		args := w.operands(d.call)
		skip := -1
		if d.call.fn != nil && d.call.fn.Signature().Recv() != nil && len(args) > 0 {
			args = args[1:]
		}
		skip = d.arg
		for i, a := range args {
			if i == skip {
				do.Args = append(do.Args, nil)
				continue
			}
			do.Args = append(do.Args, w.at(a, d.call.state, depth))
		}
		out.Done = append(out.Done, do)
	}
}
