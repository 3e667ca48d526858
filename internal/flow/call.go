package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
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

// callee returns the function that is called. If it is a method of an
// interface, callee returns the value of the interface.
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
			x.mayPanic(s.n.act, st)
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
	if isInitializer(fn) {
		return nil, true // a package that this one imports has been initialized before
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
