package rewrite

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// This file is about code that may panic. A fix must not take such code away,
// or move it past what others can see.

// A guard reports whether the program sees to it in another way that an
// expression can be dereferenced, called, or indexed.
type guard func(ast.Expr) bool

// panics reports whether an expression may panic by itself, whatever its
// operands do. The guard knows more than the values say:
//
//	parts := strings.Split(credentials, ":")
//	c := twilioclient.NewCapability(parts[0], parts[1])
func (x *effects) panics(e ast.Expr, safe guard) bool {
	pkg := x.pkg
	if tv := pkg.Info.Types[e]; tv.Value != nil || tv.IsType() {
		return false
	}
	deref := func(of ast.Expr) bool { return x.mayBeNil(of) && !safe(of) }
	switch e := e.(type) {
	case *ast.StarExpr:
		return deref(e.X)
	case *ast.SelectorExpr:
		return x.dereferences(e) && (deref(e.X) || x.embeddedMayBeNil(e) && !safe(e.X))
	case *ast.IndexExpr:
		return x.indexPanics(e, safe)
	case *ast.SliceExpr:
		if ptr, ok := underlying(pkg.TypeOf(e.X)).(*types.Pointer); ok && ptr != nil && deref(e.X) {
			return true
		}
		return (e.Low != nil || e.High != nil || e.Max != nil) && !x.isMeasured(e.X) && !safe(e.X)
	case *ast.TypeAssertExpr:
		cur, ok := pkg.Cursor(e)
		if !ok || e.Type == nil || x.isClaims(e.X) {
			return false
		}
		as, isAssign := cur.Parent().Node().(*ast.AssignStmt)
		return !isAssign || len(as.Lhs) != 2 || len(as.Rhs) != 1
	case *ast.BinaryExpr:
		return x.operatorPanics(e)
	case *ast.CompositeLit:
		m, ok := underlying(pkg.TypeOf(e)).(*types.Map)
		return ok && types.IsInterface(m.Key()) && slices.ContainsFunc(e.Elts, func(elt ast.Expr) bool {
			kv, ok := elt.(*ast.KeyValueExpr)
			return ok && pkg.Info.Types[kv.Key].Value == nil
		})
	case *ast.CallExpr:
		return x.callPanics(e, safe)
	}
	return false
}

// underlying returns the underlying type of a type, nil of none.
func underlying(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// dereferences reports whether a selector reaches its field or its method
// through a pointer, or calls the method of an interface.
func (x *effects) dereferences(e *ast.SelectorExpr) bool {
	sel, ok := x.pkg.Info.Selections[e]
	switch {
	case !ok:
		return false
	case sel.Kind() == types.FieldVal:
		return sel.Indirect()
	case sel.Kind() != types.MethodVal:
		return false
	}
	fn, ok := sel.Obj().(*types.Func)
	if !ok || types.IsInterface(sel.Recv()) {
		return true
	}
	_, toPointer := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	_, isPointer := underlying(sel.Recv()).(*types.Pointer)
	switch {
	case !toPointer:
		return sel.Indirect() // the receiver is copied
	case len(sel.Index()) > 1:
		return sel.Indirect()
	case !isPointer:
		return false
	case x.pkg.Declares(fn):
		return x.risksOf(fn).needs(-1)
	}
	return true
}

// indexPanics reports whether an index may be out of range, or a key may have
// no hash.
func (x *effects) indexPanics(e *ast.IndexExpr, safe guard) bool {
	switch t := underlying(x.pkg.TypeOf(e.X)).(type) {
	case *types.Map:
		return types.IsInterface(t.Key()) && x.pkg.Info.Types[e.Index].Value == nil
	case *types.Slice, *types.Basic:
		return !x.isWithin(e) && !x.isMeasured(e.X) && !safe(e.X)
	case *types.Array:
		return x.pkg.Info.Types[e.Index].Value == nil && !safe(e.X)
	case *types.Pointer:
		return x.mayBeNil(e.X) && !safe(e.X) || x.pkg.Info.Types[e.Index].Value == nil && !safe(e.X)
	}
	return false
}

// operatorPanics reports whether an operator may panic: it divides by zero,
// shifts by less than zero, or compares what can't be compared.
func (x *effects) operatorPanics(e *ast.BinaryExpr) bool {
	constant := x.pkg.Info.Types[e.Y].Value != nil
	switch e.Op {
	case token.QUO, token.REM:
		b, ok := underlying(x.pkg.TypeOf(e)).(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && !constant
	case token.SHL, token.SHR:
		b, ok := underlying(x.pkg.TypeOf(e.Y)).(*types.Basic)
		return ok && b.Info()&types.IsUnsigned == 0 && !constant
	case token.EQL, token.NEQ:
		dynamic := func(e ast.Expr) bool {
			t := x.pkg.TypeOf(e)
			return t != nil && types.IsInterface(t) && !x.pkg.Info.Types[e].IsNil() && !types.Identical(t, types.Universe.Lookup("error").Type())
		}
		return dynamic(e.X) && dynamic(e.Y)
	}
	return false
}

// callPanics reports whether a call may panic, of a conversion, a builtin, or
// a function that the tables or the package know.
func (x *effects) callPanics(call *ast.CallExpr, safe guard) bool {
	pkg := x.pkg
	if pkg.IsConversion(call) {
		_, toPart := underlying(pkg.TypeOf(call)).(*types.Slice)
		_, fromSlice := underlying(pkg.TypeOf(call.Args[0])).(*types.Slice)
		_, toText := underlying(pkg.TypeOf(call)).(*types.Basic)
		return fromSlice && !toPart && !toText && !types.IsInterface(pkg.TypeOf(call))
	}
	if b := pkg.Builtin(call); b != "" {
		return b == "make" && slices.ContainsFunc(call.Args[1:], func(a ast.Expr) bool { return pkg.Info.Types[a].Value == nil && !x.isLength(a) })
	}
	fn := pkg.Callee(call)
	if fn == nil || x.asksTime(call) {
		return false
	}
	if pkg.Declares(fn) {
		r := x.risksOf(fn)
		for i, a := range call.Args {
			if r.needs(i) && x.mayBeNil(a) && !safe(a) {
				return true
			}
		}
		return r.panics
	}
	if x.isListed(fn) {
		return slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return x.isMethodOfSigning(a) && x.mayBeNil(a) && !safe(a) })
	}
	eff, ok := knowledge.EffectOf(fn)
	switch {
	case !ok || !eff.Panics:
		return false
	case fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type()):
		return false // but for a receiver that is nil
	case len(eff.Calls) > 0:
		return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
			_, isFunc := underlying(pkg.TypeOf(a)).(*types.Signature)
			return isFunc && x.mayBeNil(a) && !safe(a)
		})
	}
	for i, a := range call.Args {
		decides := len(eff.PanicsOn) == 0 || slices.Contains(eff.PanicsOn, knowledge.Arg0+knowledge.Arg(i))
		if decides && !x.isPlain(a) {
			return true
		}
	}
	return false
}

// isPlain reports whether an operand is a constant, a name of another package,
// or a text: functions that panic do so for numbers and for what is nil.
func (x *effects) isPlain(e ast.Expr) bool {
	if x.pkg.Info.Types[e].Value != nil || !x.mayBeNil(e) && isPointerLike(x.pkg.TypeOf(e)) {
		return true
	}
	b, ok := underlying(x.pkg.TypeOf(e)).(*types.Basic)
	if ok && b.Info()&types.IsString != 0 {
		return true
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && x.asksTime(call)
}

// isPointerLike reports whether a value of a type may be nil, and panics when it
// is used then.
func isPointerLike(t types.Type) bool {
	switch underlying(t).(type) {
	case *types.Pointer, *types.Signature, *types.Interface:
		return true
	}
	return false
}

// isLength reports whether an expression is made of lengths, and constants.
func (x *effects) isLength(e ast.Expr) bool {
	if x.pkg.Info.Types[e].Value != nil {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return (e.Op == token.ADD || e.Op == token.MUL) && x.isLength(e.X) && x.isLength(e.Y)
	case *ast.CallExpr:
		if b := x.pkg.Builtin(e); b == "len" || b == "cap" {
			return true
		}
		fn := x.pkg.Callee(e)
		return fn != nil && (fn.Name() == "Len" || fn.Name() == "EncodedLen" || fn.Name() == "DecodedLen")
	}
	return false
}

// isMethodOfSigning reports whether an expression is a method of signing,
// which a library calls.
func (x *effects) isMethodOfSigning(e ast.Expr) bool {
	t := x.pkg.TypeOf(e)
	if ptr, ok := underlying(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && !x.pkg.Has(named.Obj().Pkg()) && strings.HasPrefix(named.Obj().Name(), "SigningMethod")
}

// isClaims reports whether an expression is the claims of a token, of a library's
// interface type: the library has just made them.
func (x *effects) isClaims(e ast.Expr) bool {
	named, ok := types.Unalias(x.pkg.TypeOf(e)).(*types.Named)
	return ok && named.Obj().Name() == "Claims" && !x.pkg.Has(named.Obj().Pkg())
}

// isWithin reports whether an index is a constant, and is one of a list that is
// known to be long enough.
//
//	scopes := []string{incoming, outgoing}
//	scope := scopes[0]
func (x *effects) isWithin(e *ast.IndexExpr) bool {
	i, exact := constantIndex(x.pkg.Info.Types[e.Index].Value)
	if !exact {
		return false
	}
	list := x.pkg.Trace().Eval(e.X, x.pkg.Trace().Frame(e.X)).Strip()
	return list.Op == flow.List && i < len(list.Args) && !slices.ContainsFunc(list.Args[:i+1], func(v *flow.Value) bool { return v.Cond })
}

// constantIndex returns a constant that is an index, and is not below zero.
func constantIndex(c constant.Value) (int, bool) {
	if c == nil {
		return 0, false
	}
	i, exact := constant.Int64Val(constant.ToInt(c))
	return int(i), exact && i >= 0 && i <= math.MaxInt32
}

// isMeasured reports whether the length of what a variable holds has decided
// that the program comes to an expression of it.
//
//	if len(parts) != 2 {
//		return "", errors.New("no credentials")
//	}
//	c := twilioclient.NewCapability(parts[0], parts[1])
func (x *effects) isMeasured(e ast.Expr) bool {
	v := x.rootVar(e)
	return v != nil && x.isDecided(e, v, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			return x.pkg.Builtin(n) == "len" && x.rootVar(n.Args[0]) == v
		case *ast.Ident: // n := len(parts)
			length := x.setOnce(n)
			return length != nil && x.pkg.Builtin(length) == "len" && x.rootVar(length.Args[0]) == v
		}
		return false
	})
}

// setOnce returns the call that a variable is set to, if nothing else is
// assigned to it.
func (x *effects) setOnce(id *ast.Ident) *ast.CallExpr {
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() {
		return nil
	}
	if set := x.pkg.Assigned(v); len(set) == 1 {
		call, _ := ast.Unparen(set[0]).(*ast.CallExpr)
		return call
	}
	return nil
}

// isDecided reports whether a condition, with a part for which test reports
// true, has decided that the program comes to an expression of a variable. A
// condition after which it comes there in any case counts if the variable is set
// anew:
//
//	if cfg == nil {
//		cfg = &defaults
//	}
func (x *effects) isDecided(e ast.Expr, v *types.Var, test func(ast.Node) bool) bool {
	return slices.ContainsFunc(x.pkg.Trace().Conditions(e), func(c flow.Condition) bool {
		if !c.Decides && len(x.pkg.Assigned(v)) < 2 {
			return false
		}
		found := false
		ast.Inspect(c.Expr, func(n ast.Node) bool {
			found = found || n != nil && test(n)
			return !found
		})
		return found
	})
}

// rootVar returns the variable at the start of an expression, nil if there is
// none.
func (x *effects) rootVar(e ast.Expr) *types.Var {
	id := root(e)
	if id == nil {
		return nil
	}
	v, _ := x.pkg.ObjectOf(id).(*types.Var)
	return v
}
