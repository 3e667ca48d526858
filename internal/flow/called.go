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

// ValuesFor returns the functions that a call of a function value may call:
// those of its type that the package uses as values, in source order, and
// methods that take their receivers as arguments. There are none for another
// call.
func (p *Package) ValuesFor(call *ast.CallExpr) []*types.Func {
	t := p.Info.TypeOf(call.Fun)
	if t == nil || len(p.values) == 0 || p.named(call) != nil || p.IsConversion(call) {
		return nil
	}
	var out []*types.Func
	for _, fn := range p.values {
		sig := fn.Signature()
		if sig.TypeParams() != nil || types.Identical(sig, t.Underlying()) || sig.Recv() != nil && types.Identical(methodExpr(sig), t.Underlying()) {
			out = append(out, fn)
		}
	}
	return out
}

// methodExpr returns the type of (*T).M.
func methodExpr(m *types.Signature) *types.Signature {
	params := []*types.Var{m.Recv()}
	for v := range m.Params().Variables() {
		params = append(params, v)
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), m.Results(), m.Variadic())
}
