package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

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

func (x *effects) indexPanics(e *ast.IndexExpr, safe guard) bool {
	switch t := underlying(x.pkg.TypeOf(e.X)).(type) {
	case *types.Map:
		return types.IsInterface(t.Key()) && x.pkg.Info.Types[e.Index].Value == nil
	case *types.Slice, *types.Basic:
		return !x.isMeasured(e.X) && !safe(e.X)
	case *types.Array:
		return x.pkg.Info.Types[e.Index].Value == nil && !safe(e.X)
	case *types.Pointer:
		return x.mayBeNil(e.X) && !safe(e.X) || x.pkg.Info.Types[e.Index].Value == nil && !safe(e.X)
	}
	return false
}

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
	return ok && named.Obj().Pkg() != x.pkg.Types && len(named.Obj().Name()) >= len("SigningMethod") && named.Obj().Name()[:len("SigningMethod")] == "SigningMethod"
}

// isClaims reports whether an expression is the claims of a token, of a library's
// interface type: the library has just made them.
func (x *effects) isClaims(e ast.Expr) bool {
	named, ok := types.Unalias(x.pkg.TypeOf(e)).(*types.Named)
	return ok && named.Obj().Name() == "Claims" && named.Obj().Pkg() != x.pkg.Types
}

// isMeasured reports whether the function asks for the length of what a
// variable holds.
func (x *effects) isMeasured(e ast.Expr) bool {
	v := x.rootVar(e)
	return v != nil && slices.ContainsFunc(x.pkg.Uses(v), func(cur inspector.Cursor) bool {
		for {
			switch kind, _ := cur.ParentEdge(); kind {
			case edge.SelectorExpr_X, edge.ParenExpr_X:
				cur = cur.Parent()
				continue
			case edge.CallExpr_Args:
				return x.pkg.Builtin(cur.Parent().Node().(*ast.CallExpr)) == "len"
			}
			return false
		}
	})
}

func (x *effects) rootVar(e ast.Expr) *types.Var {
	id := root(e)
	if id == nil {
		return nil
	}
	v, _ := x.pkg.ObjectOf(id).(*types.Var)
	return v
}

// mayBeNil reports whether a pointer, an interface, or a function may be nil.
// What a library returns is not.
func (x *effects) mayBeNil(e ast.Expr) bool {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.UnaryExpr, *ast.CompositeLit, *ast.FuncLit, *ast.BasicLit:
		return false
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
	if v := x.rootVar(e); v != nil && (x.isCompared(v) || x.hasCome(v)) {
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
		if fn == nil || fn.Exported() && x.pkg.Types.Name() != "main" {
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
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return false
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	return ok && !v.IsField() && v.Pkg() != x.pkg.Types
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

// isCompared reports whether the function compares a variable with nil.
func (x *effects) isCompared(v *types.Var) bool {
	return slices.ContainsFunc(x.pkg.Uses(v), func(cur inspector.Cursor) bool {
		for {
			switch kind, _ := cur.ParentEdge(); kind {
			case edge.SelectorExpr_X, edge.ParenExpr_X:
				cur = cur.Parent()
				continue
			case edge.BinaryExpr_X, edge.BinaryExpr_Y:
				bin := cur.Parent().Node().(*ast.BinaryExpr)
				return (bin.Op == token.EQL || bin.Op == token.NEQ) && (x.pkg.Info.Types[bin.X].IsNil() || x.pkg.Info.Types[bin.Y].IsNil())
			}
			return false
		}
	})
}

// hasCome reports whether a variable is one of several results of which the
// function looks at another one:
//
//	cfg, err := load()
//	if err != nil {
func (x *effects) hasCome(v *types.Var) bool {
	for _, cur := range x.pkg.Uses(v) {
		as, ok := cur.Parent().Node().(*ast.AssignStmt)
		if !ok || len(as.Lhs) < 2 || len(as.Rhs) != 1 {
			continue
		}
		for _, lhs := range as.Lhs {
			id, ok := lhs.(*ast.Ident)
			if !ok {
				continue
			}
			other, ok := x.pkg.ObjectOf(id).(*types.Var)
			if ok && other != v && (x.isCompared(other) || x.isCondition(other)) {
				return true
			}
		}
	}
	return false
}

// isCondition reports whether a variable decides on a branch.
func (x *effects) isCondition(v *types.Var) bool {
	return slices.ContainsFunc(x.pkg.Uses(v), func(cur inspector.Cursor) bool {
		for {
			switch kind, _ := cur.ParentEdge(); kind {
			case edge.UnaryExpr_X, edge.ParenExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y:
				cur = cur.Parent()
				continue
			case edge.IfStmt_Cond:
				return true
			}
			return false
		}
	})
}

// risks are what may make a function of the package panic.
type risks struct {
	panics bool
	nilled []int // parameters that must not be nil; -1 is the receiver
}

func (r *risks) needs(param int) bool { return slices.Contains(r.nilled, param) }

// risksOf finds the risks of a function of the package. A function that calls
// itself has those of its body.
func (x *effects) risksOf(fn *types.Func) *risks {
	if r, ok := x.risks[fn]; ok {
		return r
	}
	r := &risks{}
	x.risks[fn] = r
	decl, ok := x.pkg.Decl(fn)
	if !ok {
		return r
	}
	sig := fn.Signature()
	param := func(e ast.Expr) (int, bool) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return 0, false
		}
		v, _ := x.pkg.ObjectOf(id).(*types.Var)
		if v == nil {
			return 0, false
		}
		if v == sig.Recv() {
			return -1, true
		}
		for i := range sig.Params().Len() {
			if v == sig.Params().At(i) {
				return i, true
			}
		}
		return 0, false
	}
	noted := func(e ast.Expr) bool {
		i, ok := param(e)
		if ok && !r.needs(i) {
			r.nilled = append(r.nilled, i)
		}
		return ok || x.isDereferencedBefore(e)
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && x.panics(e, noted) {
			r.panics = true
		}
		return true
	})
	return r
}

// isDereferencedBefore reports whether the function has dereferenced, in any
// case, what it dereferences now.
func (x *effects) isDereferencedBefore(e ast.Expr) bool {
	v := x.rootVar(e)
	cur, ok := x.pkg.Cursor(e)
	if !ok || v == nil || len(x.pkg.Assigned(v)) > 1 {
		return false
	}
	text := types.ExprString(e)
	for ; cur.Node() != nil; cur = cur.Parent() {
		switch kind, idx := cur.ParentEdge(); kind {
		case edge.FuncDecl_Body, edge.FuncLit_Body, edge.Invalid:
			return false
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			for i := range idx {
				if stmt := listed(cur.Parent().Node(), i); stmt != nil && x.derefs(stmt, text, v) {
					return true
				}
			}
		}
	}
	return false
}

func listed(list ast.Node, i int) ast.Stmt {
	switch n := list.(type) {
	case *ast.BlockStmt:
		return n.List[i]
	case *ast.CaseClause:
		return n.Body[i]
	case *ast.CommClause:
		return n.Body[i]
	}
	return nil
}

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
// what others can see: it acts, or changes what the function does not own.
func (x *effects) showsBetween(first, last ast.Stmt) bool {
	fn := x.pkg.Function(last)
	if fn == nil {
		return true
	}
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if n == nil || found || n.End() <= first.End() || last.Pos() <= n.Pos() {
			return false
		}
		stmt, ok := n.(ast.Stmt)
		if !ok || n.Pos() < first.End() {
			return true // Have: something around.
		}
		switch stmt := stmt.(type) {
		case *ast.BlockStmt, *ast.IfStmt, *ast.ForStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.CaseClause, *ast.LabeledStmt:
			return true
		case *ast.AssignStmt:
			found = slices.ContainsFunc(stmt.Lhs, x.isForeign) || x.of(stmt) == acts
		case *ast.IncDecStmt:
			found = x.isForeign(stmt.X) || x.of(stmt) == acts
		case *ast.ReturnStmt:
			found = true
		case *ast.ExprStmt, *ast.DeclStmt:
			found = x.of(stmt) == acts
		case *ast.EmptyStmt:
		default:
			found = true
		}
		return false
	})
	return found
}

// isForeign reports whether an expression that is assigned to denotes memory
// that others can see: not a local variable, or a part of an object that one
// holds from the start.
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
	if id == ast.Unparen(e) || x.isPart(e) {
		return false
	}
	made := x.pkg.Assigned(v)
	return len(made) == 0 || slices.ContainsFunc(made, func(e ast.Expr) bool { return e == nil || !x.makes(e) })
}

// derefs reports whether code dereferences an expression whenever it runs.
func (x *effects) derefs(n ast.Node, text string, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		var of ast.Expr
		switch n := n.(type) {
		case *ast.FuncLit, *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			return false
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				found = found || x.derefs(n.X, text, v)
				return false
			}
		case *ast.StarExpr:
			of = n.X
		case *ast.SelectorExpr:
			if x.dereferences(n) {
				of = n.X
			}
		case *ast.IndexExpr:
			if _, isPointer := underlying(x.pkg.TypeOf(n.X)).(*types.Pointer); isPointer {
				of = n.X
			}
		case *ast.IfStmt:
			if n.Else != nil {
				found = found || n.Init != nil && x.derefs(n.Init, text, v) || x.derefs(n.Cond, text, v)
				return false
			}
		}
		if of != nil && x.rootVar(of) == v && types.ExprString(ast.Unparen(of)) == text {
			found = true
		}
		return !found
	})
	return found
}
