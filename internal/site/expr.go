package site

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/flow"
)

// This file is about the expressions that values are written as.

// sameNames reports whether e, in a function that is reached from Home, is
// about parameters that stand for variables of the same names there, so that
// e says the same in Home.
func (r Reader) sameNames(e ast.Expr, f *flow.Frame) bool {
	same := f.Within(r.Home)
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !same {
			return same
		}
		v, ok := r.Pkg.ObjectOf(id).(*types.Var)
		if !ok || v.IsField() || r.isGlobal(v) {
			return true
		}
		for g := f; g != r.Home && same; g = g.Caller {
			arg, ok := ast.Unparen(r.Pkg.Argument(g, v)).(*ast.Ident)
			if !ok || arg.Name != id.Name {
				same = false
				break
			}
			if v, ok = r.Pkg.ObjectOf(arg).(*types.Var); !ok {
				same = false
			}
		}
		return same
	})
	return same
}

// calls reports whether fn calls the function that makes the token.
func (r Reader) calls(fn ast.Node) bool {
	home := r.Pkg.FuncOf(r.Home.Func)
	if home == nil || fn == nil {
		return false
	}
	return slices.ContainsFunc(r.Pkg.Callers(home), func(call inspector.Cursor) bool {
		return fn.Pos() <= call.Node().Pos() && call.Node().End() <= fn.End()
	})
}

// local reports whether e is about variables of a function.
func (r Reader) local(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := r.Pkg.ObjectOf(id).(*types.Var); ok && !v.IsField() && !r.isGlobal(v) {
				found = true
			}
		}
		return !found
	})
	return found
}

// isGlobal reports whether a variable is a package variable of the program.
func (r Reader) isGlobal(v *types.Var) bool {
	return r.Pkg.Has(v.Pkg()) && v.Parent() == v.Pkg().Scope()
}

// peel removes the conversion of a key, []byte(key).
func (r Reader) peel(v *flow.Value) *flow.Value {
	for v.Op == flow.Via {
		call, ok := v.Expr.(*ast.CallExpr)
		if !ok || !r.Pkg.IsConversion(call) {
			break
		}
		t := r.Pkg.TypeOf(call) // nil in broken code
		if t == nil {
			break
		}
		if _, isSlice := t.Underlying().(*types.Slice); !isSlice {
			break
		}
		v = v.Args[0]
	}
	return v
}

// usable reports whether an expression denotes one value.
func (r Reader) usable(e ast.Expr) bool {
	_, isTuple := r.Pkg.TypeOf(e).(*types.Tuple)
	return !isTuple
}

// expr picks, among the ways to write v, the first that stands where the
// token is made, or reads the same there; or else the one in the function
// that was reached by the fewest calls.
func (r Reader) expr(v *flow.Value) (ast.Expr, *flow.Frame) {
	var first ast.Expr
	var frame *flow.Frame
	for w := v; ; w = w.Args[0] {
		w = r.peel(w)
		if w.Expr != nil && w.Frame != nil && w.Op != flow.Unknown && r.usable(w.Expr) {
			e := ast.Unparen(w.Expr)
			if w.Op == flow.Via && r.Pkg.IsRangeVar(e) && w.Strip().Op != flow.Range && w.Strip().Op != flow.Choice {
				continue // the variable of a loop over known values
			}
			if r.atHome(w.Frame) || r.Home != nil && w.Frame.Within(r.Home) && r.local(e) && r.sameNames(e, w.Frame) {
				return e, w.Frame
			}
			if first == nil || w.Frame.Depth() < frame.Depth() {
				first, frame = e, w.Frame
			}
		}
		if w.Op != flow.Via {
			return first, frame
		}
	}
}
