package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/flow"
)

// This file is about what may be nil.

// embeddedMayBeNil reports whether a selector goes through an embedded pointer
// that may be nil.
func (x *effects) embeddedMayBeNil(e *ast.SelectorExpr) bool {
	sel := x.pkg.Info.Selections[e]
	v := x.pkg.Trace().Eval(e.X, x.pkg.Trace().Frame(e.X))
	t := sel.Recv()
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		if ptr, ok := underlying(t).(*types.Pointer); ok {
			t = ptr.Elem()
		}
		st, ok := underlying(t).(*types.Struct)
		if !ok {
			return false
		}
		t = st.Field(i).Type()
		fd, known := v.Field(st.Field(i).Name())
		if _, isPointer := underlying(t).(*types.Pointer); isPointer && (!known || fd.Cond || x.isNilable(fd.Val, 0)) {
			return true
		}
		if v = fd.Val; v == nil {
			v = &flow.Value{}
		}
	}
	return false
}

// mayBeNil reports whether a pointer, an interface, or a function may be nil.
// What a library returns is not.
func (x *effects) mayBeNil(e ast.Expr) bool {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.CompositeLit, *ast.FuncLit, *ast.BasicLit:
		return false
	case *ast.UnaryExpr:
		return e.Op != token.AND
	case *ast.CallExpr:
		if x.pkg.IsConversion(e) {
			return x.mayBeNil(e.Args[0])
		}
		if fn := x.pkg.Callee(e); fn != nil && !x.pkg.Declares(fn) || x.pkg.Builtin(e) != "" {
			return false
		}
	case *ast.Ident:
		if _, isVar := x.pkg.ObjectOf(e).(*types.Var); !isVar {
			return x.pkg.Info.Types[e].IsNil()
		}
	case *ast.SelectorExpr:
		if _, isVar := x.pkg.ObjectOf(e.Sel).(*types.Var); !isVar {
			return false
		}
	}
	if x.isOfOthers(e) {
		return false
	}
	switch underlying(x.pkg.TypeOf(e)).(type) {
	case *types.Pointer, *types.Interface, *types.Signature, *types.Map:
	default:
		return false
	}
	if v := x.rootVar(e); v != nil && (x.isCompared(e, v) || x.hasCome(e, v)) {
		return false
	}
	return x.isNilable(x.pkg.Trace().Eval(e, x.pkg.Trace().Frame(e)), 0)
}

// isNilable reports whether a value may be nil, as far as it is known. Where it
// is a parameter, the callers are asked.
func (x *effects) isNilable(v *flow.Value, depth int) bool {
	for w := v; w.Op == flow.Via && len(w.Args) == 1; w = w.Args[0] {
		if w.Expr != nil && x.isOfOthers(w.Expr) {
			return false
		}
	}
	s := v.Strip()
	nilable := func(v *flow.Value) bool { return x.isNilable(v, depth+1) }
	switch {
	case depth > maxDepth:
		return true
	case s.Op == flow.Record, s.Op == flow.List, s.Op == flow.Call:
		return false
	case s.Op == flow.Const:
		return s.Const == nil
	case s.Op == flow.Choice:
		return slices.ContainsFunc(s.Args, nilable)
	case s.Expr != nil && x.isOfOthers(s.Expr):
		return false
	case s.Op == flow.Leaf && s.Param != nil && s.Frame != nil:
		fn := x.pkg.FuncOf(s.Frame.Func)
		if fn == nil || fn.Exported() && fn.Pkg().Name() != "main" {
			return true
		}
		passed := x.pkg.Trace().Rebind(s, s.Frame)
		return len(passed) == 0 || slices.ContainsFunc(passed, nilable)
	}
	return len(s.Fields) == 0 // else it was made use of
}

// isOfOthers reports whether an expression names a variable of another
// package: the package has set it.
func (x *effects) isOfOthers(e ast.Expr) bool {
	v, ok := x.pkg.Named(e).(*types.Var)
	return ok && !v.IsField() && !x.pkg.Has(v.Pkg())
}

// writesToNil reports whether an index, which is assigned to, is one of a map
// that is known to be nil on some ways.
func (x *effects) writesToNil(ix *ast.IndexExpr) bool {
	if _, isMap := underlying(x.pkg.TypeOf(ix.X)).(*types.Map); !isMap {
		return false
	}
	if m := x.rootVar(ix.X); m != nil && slices.ContainsFunc(x.pkg.Assigned(m), func(e ast.Expr) bool {
		assert, ok := e.(*ast.TypeAssertExpr)
		return ok && x.isClaims(assert.X)
	}) {
		return false // the library has just made them
	}
	v := x.pkg.Trace().Eval(ix.X, x.pkg.Trace().Frame(ix.X)).Strip()
	return v.IsNil() || v.Op == flow.Choice && slices.ContainsFunc(v.Args, (*flow.Value).IsNil)
}

// isCompared reports whether a comparison of a variable, or of what it leads to,
// with nil has decided that the program comes to an expression of it.
func (x *effects) isCompared(e ast.Expr, v *types.Var) bool {
	return x.isDecided(e, v, func(n ast.Node) bool {
		bin, ok := n.(*ast.BinaryExpr)
		return ok && (bin.Op == token.EQL || bin.Op == token.NEQ) &&
			(x.pkg.Info.Types[bin.Y].IsNil() && x.rootVar(bin.X) == v || x.pkg.Info.Types[bin.X].IsNil() && x.rootVar(bin.Y) == v)
	})
}

// hasCome reports whether a variable is one of several results, and another one
// of them has decided that the program comes to an expression of it:
//
//	cfg, err := load()
//	if err != nil {
//		return "", err
//	}
func (x *effects) hasCome(e ast.Expr, v *types.Var) bool {
	var others []*types.Var
	for _, cur := range x.pkg.Uses(v) {
		as, ok := cur.Parent().Node().(*ast.AssignStmt)
		if !ok || len(as.Lhs) < 2 || len(as.Rhs) != 1 {
			continue
		}
		for _, lhs := range as.Lhs {
			if id, ok := lhs.(*ast.Ident); ok {
				if other, ok := x.pkg.ObjectOf(id).(*types.Var); ok && other != v {
					others = append(others, other)
				}
			}
		}
	}
	return len(others) > 0 && x.isDecided(e, v, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return false
		}
		other, ok := x.pkg.ObjectOf(id).(*types.Var)
		return ok && slices.Contains(others, other)
	})
}
