package rewrite

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/flow"
)

// This file is about what runs between two places of a function.

// movesPanic reports whether what is said may panic, and is moved past what
// others can see, from its home to a place.
func (p *plan) movesPanic(s saying, home, at place) bool {
	x := p.env.effects
	safe := func(of ast.Expr) bool { return x.isDereferencedBefore(of) || x.isReceiver(of) }
	risky := slices.ContainsFunc(s.carried, func(e ast.Expr) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			if _, isFunc := n.(*ast.FuncLit); isFunc {
				return false
			}
			e, ok := n.(ast.Expr)
			found = found || ok && x.panics(e, safe)
			return !found
		})
		return found
	})
	return risky && x.showsBetween(home.stmt, at.stmt)
}

// isReceiver reports whether an expression is the receiver of its function.
func (x *effects) isReceiver(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	fn := x.pkg.FuncOf(x.pkg.OuterFunction(e))
	return fn != nil && fn.Signature().Recv() != nil && x.pkg.ObjectOf(id) == fn.Signature().Recv()
}

// showsBetween reports whether code between two statements of a function does
// what others can see: it acts, changes what the function does not own, or
// returns.
func (x *effects) showsBetween(first, last ast.Stmt) bool {
	trace := x.pkg.Trace()
	passage, ok := trace.Between(first, last, trace.Frame(last))
	return !ok || !passage.PostDominates || slices.ContainsFunc(passage.Calls, func(call *ast.CallExpr) bool {
		return call == nil || x.call(call) == acts || x.writesInto(call) && x.isForeign(call.Args[0])
	}) || slices.ContainsFunc(passage.Stores, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			return slices.ContainsFunc(n.Lhs, x.isForeign)
		case *ast.IncDecStmt:
			return x.isForeign(n.X)
		case *ast.CompositeLit, *ast.KeyValueExpr, *ast.ValueSpec:
			return false // of what is being made
		}
		return true
	})
}

// writesInto reports whether a call appends to a slice that may have room: it
// changes an array that is there already.
func (x *effects) writesInto(call *ast.CallExpr) bool {
	if x.pkg.Builtin(call) != "append" || len(call.Args) == 0 {
		return false
	}
	switch s := ast.Unparen(call.Args[0]).(type) {
	case *ast.CompositeLit:
		return false
	case *ast.CallExpr: // []byte("a"), []string(nil)
		return !x.pkg.IsConversion(s) || x.pkg.TypeOf(s.Args[0]) != types.Typ[types.UntypedNil] && !isText(x.pkg.TypeOf(s.Args[0]))
	}
	tv := x.pkg.Info.Types[call.Args[0]]
	return !tv.IsNil()
}

func isText(t types.Type) bool {
	b, ok := underlying(t).(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isForeign reports whether an expression that is assigned to denotes memory
// that others can see: not a local variable, or an object that local variables
// alone refer to.
func (x *effects) isForeign(e ast.Expr) bool {
	id := root(e)
	if id == nil {
		return true
	}
	if id.Name == "_" {
		return false
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	if !ok || x.isGlobal(v) {
		return true
	}
	var u unit
	u.change(x.pkg.Info, e)
	trace := x.pkg.Trace()
	return slices.ContainsFunc(u.changes, func(e ast.Expr) bool {
		return e == nil || !trace.Owns(e, trace.Frame(e), func(v *types.Var) bool { return !x.isGlobal(v) })
	})
}

// waits reports whether the program does what may take its time after a call
// has asked for the time, and before it signs: it reads from the network, say,
// sleeps, or asks for the time again and again.
func (p *plan) waits(clock *ast.CallExpr, f *flow.Frame) bool {
	at, ok := placeOf(p.env.pkg, p.signing)
	if !ok {
		return false
	}
	from, ok := p.inFunction(clock, f, at).(*ast.CallExpr)
	if !ok || from == p.signing {
		return false
	}
	sign, ok := p.signing.(*ast.CallExpr)
	if !ok {
		return true
	}
	trace := p.env.pkg.Trace()
	passage, ok := trace.Between(from, sign, trace.Frame(sign))
	return !ok || slices.ContainsFunc(passage.Calls, func(call *ast.CallExpr) bool {
		return call == nil || p.env.effects.call(call) == acts || passage.Loops && p.env.effects.asksTime(call)
	})
}
