package rewrite

import (
	"go/ast"
	"go/types"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/site"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// signingCall returns the call that signs the token, as the function that
// makes the token has it, and the place for it. If a function only signs what it
// is given, the call is that of the function.
func (p *plan) signingCall(sign site.Step) (*ast.CallExpr, place, *vt.Reason) {
	call, ok := sign.Node.(*ast.CallExpr)
	if !ok || sign.Frame == nil {
		return nil, place{}, refuse(vt.Shape, "")
	}
	frame := sign.Frame
	for home := p.site.Home; home != nil && frame.Call != nil && !home.Within(frame); frame = frame.Caller {
		if !p.onlySigns(frame, call) {
			return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another function")
		}
		call = frame.Call
	}
	if home := p.site.Home; home != nil && !home.Within(frame) && p.env.pkg.OuterFunction(call) != home.Func {
		return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another function")
	}
	at, ok := placeOf(p.env.pkg, call)
	if !ok {
		return nil, place{}, refuse(vt.Shape, "no statement can be put before the signing call")
	}
	at.file = p.env.fileOf(call)
	if at.file != p.file {
		return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another file")
	}
	if cur, ok := p.env.pkg.Cursor(at.fn); !ok || jumps(cur) {
		return nil, place{}, refuse(vt.Shape, "there is a goto")
	}
	if construct := p.constructIn(at); construct != nil {
		if stmt := p.env.pkg.Statement(construct); stmt == nil || p.env.pkg.Trace().Repeats(at.stmt, stmt, frame) {
			return nil, place{}, refuse(vt.SeveralTokens, "it is signed in a loop")
		}
		if p.site.ByHand && p.env.pkg.Function(construct) != at.fn {
			return nil, place{}, refuse(vt.Shape, "the claims are made once, and signed in a closure")
		}
	}
	p.signing = call
	if !isSigned(p.env.pkg.TypeOf(call)) {
		return nil, place{}, refuse(vt.Shape, "the signing call does not return a string or bytes, and an error")
	}
	return call, at, nil
}

// constructIn returns the expression that makes the token, if that is in the
// declared function of a place.
func (p *plan) constructIn(at place) ast.Expr {
	for _, step := range p.site.Steps {
		e, ok := step.Node.(ast.Expr)
		if as, isAssign := step.Node.(*ast.AssignStmt); isAssign && len(as.Lhs) > 0 {
			e, ok = as.Lhs[0], true
		}
		if ok && step.Role == site.Construct && p.env.pkg.OuterFunction(e) == p.env.pkg.OuterFunction(at.stmt) {
			return e
		}
	}
	return nil
}

// onlySigns reports whether the function of a frame returns what the signing
// call in it returns, has no other effect, and is called for this token only.
func (p *plan) onlySigns(f *flow.Frame, call *ast.CallExpr) bool {
	fn := p.env.pkg.FuncOf(f.Func)
	if f.Call == nil || fn == nil || p.env.effects.body(fn) > builds || len(p.env.pkg.Callers(fn)) != 1 {
		return false
	}
	decl, _ := p.env.pkg.Decl(fn)
	returns := 0
	signed := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			returns++
			signed = len(ret.Results) == 1 && ast.Unparen(ret.Results[0]) == call
		}
		return true
	})
	return returns == 1 && signed
}

// reachedBy returns a node as the function has it that is rewritten. If a helper
// makes the claims, and nothing else, that is the call of the helper. The helper
// stays: a test may call it, and it makes no token unless somebody signs the
// claims. In all other cases it is the node itself.
func (p *plan) reachedBy(n ast.Node) ast.Node {
	if !p.site.ByHand {
		return n
	}
	frames := []*flow.Frame{p.site.Home}
	for _, step := range p.site.Steps {
		if step.Role == site.Sign {
			frames = append(frames, step.Frame)
		}
	}
	for _, f := range frames {
		for ; f != nil && f.Func != p.env.pkg.OuterFunction(n); f = f.Caller {
		}
		if call := p.soleCall(f); call != nil {
			return call
		}
	}
	return n
}

// soleCall returns the call in the function that is rewritten by which a
// frame is reached, if nothing else uses the functions on the way and they
// have no effect; else nil.
func (p *plan) soleCall(f *flow.Frame) ast.Node {
	for ; f != nil && f.Call != nil; f = f.Caller {
		fn := p.env.pkg.FuncOf(f.Func)
		if fn == nil || fn.Exported() || len(p.env.pkg.Uses(fn)) != 2 || p.env.isAbstract(fn) || p.env.effects.body(fn) > builds {
			return nil // it is used other than where it is declared, and called here
		}
		if f.Caller.Func == p.decl() {
			return f.Call
		}
	}
	return nil
}

// isAbstract reports whether a function may be called as a method of an
// interface of the package.
func (e *env) isAbstract(fn *types.Func) bool {
	if fn.Signature().Recv() == nil {
		return false
	}
	for _, obj := range e.pkg.Info.Defs {
		if m, ok := obj.(*types.Func); ok && m.Name() == fn.Name() && m.Signature().Recv() != nil && types.IsInterface(m.Signature().Recv().Type()) {
			return true
		}
	}
	return false
}

// isSigned reports whether a type is (string, error), or ([]byte, error).
func isSigned(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() == 2 && types.Identical(tuple.At(1).Type(), types.Universe.Lookup("error").Type()) &&
		(types.Identical(tuple.At(0).Type(), types.Typ[types.String]) || isBytes(tuple))
}

func isBytes(tuple *types.Tuple) bool {
	return types.Identical(tuple.At(0).Type(), types.NewSlice(types.Typ[types.Byte]))
}
