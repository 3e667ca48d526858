package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Callee returns the function or method that a call calls: the one that it
// names, or the one that a function value is known to be. It is nil for a
// conversion, a builtin, a literal, and a method value, whose receiver is not
// in the call. Methods of interfaces are returned too.
func (p *Index) Callee(call *ast.CallExpr) *types.Func {
	if fn := p.StaticCallee(call); fn != nil || len(p.ValuesFor(call)) == 0 {
		return fn
	}
	fn, bound := p.trace.Called(call, p.trace.Frame(call))
	if bound {
		return nil
	}
	return fn
}

// StaticCallee returns the function or method that a call names, nil for the
// call of a function value.
func (p *Index) StaticCallee(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch ix := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(ix.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(ix.X)
	}
	var id *ast.Ident
	switch fun := fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return nil
	}
	fn, _ := p.ObjectOf(id).(*types.Func)
	return fn
}

// namesCallee reports whether an identifier names the function that a call
// calls.
func namesCallee(cur inspector.Cursor) bool {
	for {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.SelectorExpr_Sel, edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cur = cur.Parent()
		default:
			return kind == edge.CallExpr_Fun
		}
	}
}

// Builtin returns the name of the function of the language that is called, ""
// if it is another one.
func (p *Index) Builtin(call *ast.CallExpr) string {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return ""
	}
	b, ok := p.Info.Uses[id].(*types.Builtin)
	if !ok {
		return ""
	}
	return b.Name()
}

// IsConversion reports whether call converts its one argument to a type.
func (p *Index) IsConversion(call *ast.CallExpr) bool {
	tv, ok := p.Info.Types[call.Fun]
	return ok && tv.IsType() && len(call.Args) == 1
}

// Called returns the function or method that a call of a function value
// calls in a frame, if it is the same whenever the call runs; else nil. bound
// tells that it is a method with its receiver, which is no argument then. A
// method that takes its receiver as an argument, (*T).M, is not returned.
func (t *Tracer) Called(call *ast.CallExpr, f *Frame) (fn *types.Func, bound bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.called(call, f)
}

func (t *Tracer) called(call *ast.CallExpr, f *Frame) (fn *types.Func, bound bool) {
	v := t.eval(call.Fun, f)
	if v.src == nil || v.src.kind != kFunc {
		return nil, false
	}
	obj, _ := v.src.fn.Object().(*types.Func)
	if obj == nil {
		return nil, false // a literal
	}
	bound = obj.Signature().Recv() != nil
	if bound && len(v.src.fn.FreeVars) == 0 {
		return nil, false // a method expression
	}
	return obj.Origin(), bound
}
