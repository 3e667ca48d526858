package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file evaluates the expressions of an [again].

// argument returns what the call by which f is reached passes for a
// parameter. It reports false for another variable.
func (r *again) argument(id *ast.Ident, f *Frame) (ast.Expr, bool) {
	if f == nil || f == r.top || f.Call == nil {
		return nil, false
	}
	v, ok := r.index.ObjectOf(id).(*types.Var)
	if !ok {
		return nil, false
	}
	arg := r.index.Argument(f, v)
	return arg, arg != nil
}

// isWhole reports whether a parameter, where it is used in f, has what was
// passed for it.
func (r *again) isWhole(id *ast.Ident, f *Frame) bool {
	v, _ := r.index.ObjectOf(id).(*types.Var)
	ev := r.x.evals[evalKey{f, id}]
	if ev == nil || f.fn == nil {
		return false
	}
	for i, p := range f.fn.Params {
		if p.Object() != v || i >= len(f.args) {
			continue
		}
		return !slices.ContainsFunc(ev.list, func(one evaluated) bool { return !sameValue(f.args[i], one.v) })
	}
	return false
}

// value evaluates an expression that reads memory. It returns a value that is
// unknown if it can't.
func (r *again) value(e ast.Expr, f *Frame) *val {
	e = ast.Unparen(e)
	if tv := r.index.Info.Types[e]; tv.Value != nil {
		return konst(tv.Value)
	}
	t := r.index.TypeOf(e)
	switch e := e.(type) {
	case *ast.Ident:
		if arg, ok := r.argument(e, f); ok {
			return r.value(arg, f.Caller)
		}
		v, ok := r.index.ObjectOf(e).(*types.Var)
		if !ok {
			return unknown
		}
		if addr := r.address(v, f); addr != nil {
			return r.x.load(r.st, addr, t)
		}
	case *ast.SelectorExpr:
		sel, ok := r.index.Info.Selections[e]
		if !ok {
			if v, isVar := r.index.ObjectOf(e.Sel).(*types.Var); isVar {
				if addr := r.address(v, f); addr != nil {
					return r.x.load(r.st, addr, t)
				}
			}
			return unknown
		}
		if sel.Kind() != types.FieldVal {
			return unknown
		}
		v, vt := r.value(e.X, f), r.index.TypeOf(e.X)
		for _, i := range sel.Index() {
			if ptr, isPtr := vt.Underlying().(*types.Pointer); isPtr {
				vt = ptr.Elem()
				v = r.x.load(r.st, r.x.addrOfPart(v, i), partType(vt, i))
			} else {
				v = r.x.part(v, i, partType(vt, i))
			}
			if vt = partType(vt, i); vt == nil || v.kind == kUnknown {
				return unknown
			}
		}
		return v
	case *ast.StarExpr:
		return r.x.load(r.st, r.value(e.X, f), t)
	case *ast.IndexExpr:
		v, key, vt := r.value(e.X, f), r.value(e.Index, f), r.index.TypeOf(e.X)
		if v.kind == kUnknown || key.kind == kUnknown || vt == nil {
			return unknown
		}
		switch u := vt.Underlying().(type) {
		case *types.Map:
			entry, _ := r.x.entryOf(r.st, v, key, u)
			return entry
		case *types.Slice, *types.Pointer:
			return r.x.load(r.st, r.x.addrOfElem(r.st, v, key), t)
		case *types.Array:
			return r.x.index(v, key, t)
		}
	}
	return unknown
}

// address returns the address of a variable of the function of the statement,
// or of a package variable, nil if it has none there.
func (r *again) address(v *types.Var, f *Frame) *val {
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		if pkg := r.x.prog.ssa.Package(v.Pkg()); pkg != nil {
			if g := pkg.Var(v.Name()); g != nil {
				return &val{kind: kRef, obj: r.x.global(g)}
			}
		}
		return nil
	}
	if f != r.top {
		return nil
	}
	a := r.before.node.act
	for i, free := range a.fn.FreeVars {
		if free.Pos() == v.Pos() && i < len(a.free) {
			return a.free[i]
		}
	}
	var addr *val
	for instr := range a.index {
		alloc, ok := instr.(*ssa.Alloc)
		if !ok || alloc.Pos() != v.Pos() || !types.Identical(alloc.Type().(*types.Pointer).Elem(), v.Type()) {
			continue
		}
		if made := r.st.regs.get(a.reg(alloc)); made != nil {
			if addr != nil {
				return nil // each round of the loop has its own
			}
			addr = made
		}
	}
	return addr
}
