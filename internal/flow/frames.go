package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

type evaluated struct {
	node  *node
	v     *val
	state *state
}

// symbol returns the sym of a key.
func (x *executor) symbol(key symKey, t types.Type, call *extCall) *sym {
	s, ok := x.syms[key]
	if !ok {
		s = &sym{key: key, id: len(x.syms), typ: t, call: call, born: x.loops}
		x.syms[key] = s
	} else if call != nil {
		s.call = call
	}
	return s
}

// made returns the fixed value that an instruction yields, where nothing
// else is known of it.
func (x *executor) made(n *node, instr ssa.Instruction, t types.Type, i int) *val {
	return &val{kind: kSym, sym: x.symbol(symKey{kind: symMade, a: point{n, instr}, n: i}, t, nil), typ: t}
}

// object returns the object of a key.
func (x *executor) object(key objKey, t types.Type) *object {
	o, ok := x.objIndex[key]
	if !ok {
		o = &object{key: key, id: len(x.objects), kind: key.kind, typ: t, born: x.loops}
		x.objects = append(x.objects, o)
		x.objIndex[key] = o
	}
	return o
}

// activate returns the activation of a function that is called at a place.
func (x *executor) activate(caller *activation, at point, n int, fn *ssa.Function, def *activation, call *ast.CallExpr, args, free []*val) *activation {
	key := actKey{caller, at, fn, def, n}
	a, ok := x.acts[key]
	if !ok {
		a = &activation{key: key, id: len(x.acts), fn: fn, def: def, caller: caller, call: call,
			nodes: make(map[string]*node), decided: make(map[string]*ssa.If)}
		g, ok := x.graphs[fn]
		if !ok {
			g = newGraph(fn)
			x.graphs[fn] = g
			index := make(map[ssa.Value]int)
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if v, ok := instr.(ssa.Value); ok {
						index[v] = len(index)
					}
				}
			}
			x.regs[fn] = index
		}
		a.graph, a.index, a.base = g, x.regs[fn], x.nextReg
		x.nextReg += len(a.index)
		a.catches = fn.Recover != nil && (x.prog.mayRecover(fn) || x.prog.defersCode(fn))
		x.acts[key] = a
	}
	a.args, a.free, a.loops = args, free, x.loops
	a.frame = x.frameFor(a)
	return a
}

// frameFor returns the frame that an activation runs in.
func (x *executor) frameFor(a *activation) *Frame {
	if a.def != nil {
		return a.def.frame
	}
	if decl, ok := a.fn.Syntax().(*ast.FuncDecl); ok && a.fn.Parent() == nil {
		var caller *Frame
		if a.caller != nil {
			caller = a.caller.frame
		}
		return x.frame(caller, a.call, a.fn, decl)
	}
	if a.caller != nil {
		return a.caller.frame // a wrapper
	}
	return x.frame(nil, nil, nil, nil)
}

func (x *executor) frame(caller *Frame, call *ast.CallExpr, fn *ssa.Function, decl *ast.FuncDecl) *Frame {
	if call == nil {
		caller = nil
	}
	key := frameKey{caller, call, decl}
	f, ok := x.frames[key]
	if !ok {
		f = &Frame{Call: call, Caller: caller, fn: fn}
		if decl != nil {
			f.Func = decl
		}
		if caller != nil {
			f.depth = caller.depth + 1
		}
		x.frames[key] = f
	}
	return f
}

// named returns a constant as the expression that it is written as: other
// values learn that from the instructions that say so.
func (x *executor) named(a *activation, v *val, e ast.Expr) *val {
	if e == nil || v.via != nil {
		return v
	}
	switch v.kind {
	case kConst, kFunc:
	case kIface:
		inner := x.named(a, v.args[0], e)
		if inner == v.args[0] {
			return v
		}
		w := *v
		w.args = []*val{inner}
		return w.denotedBy(ast.Unparen(e), a.frame)
	default:
		return v
	}
	return v.denotedBy(ast.Unparen(e), a.frame)
}

// evaluated notes what an expression is.
func (x *executor) evaluated(n *node, st *state, e ast.Expr, v *val) {
	key := evalKey{n.act.frame, e}
	ev := x.evals[key]
	if ev == nil {
		ev = &eval{}
		x.evals[key] = ev
	}
	s := *st
	for i := range ev.list {
		if ev.list[i].node == n {
			ev.list[i] = evaluated{n, v, &s}
			return
		}
	}
	ev.list = append(ev.list, evaluated{n, v, &s})
}
