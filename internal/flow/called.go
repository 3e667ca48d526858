package flow

import (
	"go/ast"
	"go/types"
)

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

// mayCall reports whether a call calls a function value that may be a named
// function: the package uses one of that type as a value.
func (p *Package) mayCall(call *ast.CallExpr) bool {
	t := p.Info.TypeOf(call.Fun)
	if t == nil {
		return false
	}
	for fn := range p.values {
		if fn.Signature().TypeParams() != nil || types.Identical(fn.Type(), t.Underlying()) {
			return true
		}
	}
	return false
}
