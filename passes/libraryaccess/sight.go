package libraryaccess

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// inSight reports whether all that is done to a token after it was made is
// seen where it stands: it is kept in one variable of its function, of which
// only the library's methods are called and fields are used, and not in a
// closure or deferred, which run at another time.
func (r *reader) inSight() bool {
	cur, ok := r.pkg.Cursor(r.o.Call)
	return ok && r.isSeen(cur, 0)
}

const maxReturns = 4 // functions by which a token is returned

// isSeen reports whether all that is done to the token that an expression
// yields is seen.
func (r *reader) isSeen(made inspector.Cursor, depth int) bool {
	end, signed := r.chain(made)
	if signed {
		return true
	}
	kind, i := end.ParentEdge()
	var id *ast.Ident
	switch parent := end.Parent().Node().(type) {
	case *ast.ReturnStmt:
		return depth < maxReturns && len(parent.Results) == 1 && r.isSeenByCallers(end, depth)
	case *ast.AssignStmt:
		if kind == edge.AssignStmt_Rhs && len(parent.Lhs) == len(parent.Rhs) {
			id, _ = parent.Lhs[i].(*ast.Ident)
		}
	case *ast.ValueSpec:
		if len(parent.Names) == len(parent.Values) {
			id = parent.Names[i]
		}
	}
	if id == nil {
		return r.handedOver(end)
	}
	v, ok := r.pkg.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Parent() == r.pkg.Types.Scope() {
		return false
	}
	for _, use := range r.pkg.Uses(v) {
		if use.Node() == ast.Node(id) {
			continue
		}
		if !r.isPlain(use, made) {
			return false
		}
	}
	return true
}

// isSeenByCallers reports whether all is seen that the callers of the
// function around an expression do to what it returns.
func (r *reader) isSeenByCallers(cur inspector.Cursor, depth int) bool {
	fn := r.pkg.FuncOf(r.pkg.Function(cur.Node()))
	if fn == nil || fn.Exported() {
		return false
	}
	callers := r.pkg.Callers(fn)
	for _, call := range callers {
		if !r.isSeen(call, depth+1) {
			return false
		}
	}
	return len(callers) > 0 && len(r.pkg.Uses(fn)) == len(callers)+1
}

// handedOver reports whether a token goes, as it is, to a function that is
// followed.
func (r *reader) handedOver(end inspector.Cursor) bool {
	kind, _ := end.ParentEdge()
	if kind != edge.CallExpr_Args {
		return false
	}
	fn := r.pkg.Callee(end.Parent().Node().(*ast.CallExpr))
	return fn != nil && r.pkg.Declares(fn) && r.takesToken(fn)
}

// takesToken reports whether no parameter of a function is an interface or
// a type parameter: what is done through these is not seen.
func (r *reader) takesToken(fn *types.Func) bool {
	sig := fn.Signature()
	for i := range sig.Params().Len() {
		if types.IsInterface(sig.Params().At(i).Type()) {
			return false
		}
	}
	return sig.TypeParams().Len() == 0
}

// isPlain reports whether a use of the variable that holds a token is one
// that is seen: a call of the library's method, a field, a copy that is
// handed to a function of the package, or an assignment of the token to it.
func (r *reader) isPlain(use, made inspector.Cursor) bool {
	if r.pkg.Function(use.Node()) != r.pkg.Function(made.Node()) {
		return false
	}
	for range use.Enclosing((*ast.DeferStmt)(nil), (*ast.GoStmt)(nil)) {
		return false
	}
	kind, _ := use.ParentEdge()
	switch kind {
	case edge.AssignStmt_Lhs:
		return true
	case edge.CallExpr_Args:
		_, isStruct := r.pkg.TypeOf(use.Node().(ast.Expr)).Underlying().(*types.Struct)
		return isStruct || r.handedOver(use)
	case edge.UnaryExpr_X: // &t
		return r.handedOver(use.Parent())
	case edge.SelectorExpr_X:
		sel := use.Parent().Node().(*ast.SelectorExpr)
		if s, ok := r.pkg.Info.Selections[sel]; ok && s.Kind() == types.FieldVal {
			return true
		}
		if kind, _ := use.Parent().ParentEdge(); kind != edge.CallExpr_Fun {
			return false // a method value
		}
		end, signed := r.chain(use)
		if signed {
			return true
		}
		switch kind, _ := end.ParentEdge(); kind {
		case edge.ExprStmt_X:
			return true
		case edge.AssignStmt_Rhs: // t = t.SetTTL(…)
			as := end.Parent().Node().(*ast.AssignStmt)
			id, ok := as.Lhs[0].(*ast.Ident)
			x, isIdent := use.Node().(*ast.Ident)
			return len(as.Lhs) == 1 && ok && isIdent && (id.Name == "_" || r.pkg.ObjectOf(id) == r.pkg.ObjectOf(x))
		}
	}
	return false
}

// chain climbs from an expression to the last call of the library's methods
// in the chain on it; signed tells that it is the one that signs.
func (r *reader) chain(cur inspector.Cursor) (end inspector.Cursor, signed bool) {
	for {
		kind, _ := cur.ParentEdge()
		if kind == edge.ParenExpr_X {
			cur = cur.Parent()
			continue
		}
		if kind != edge.SelectorExpr_X {
			return cur, false
		}
		if up, _ := cur.Parent().ParentEdge(); up != edge.CallExpr_Fun {
			return cur, false
		}
		call := cur.Parent().Parent()
		k, ok := r.lookup(r.pkg.Callee(call.Node().(*ast.CallExpr)))
		if !ok {
			return cur, false
		}
		cur = call
		if k.Row.Role == knowledge.SignAccess {
			return cur, true
		}
	}
}

// isSettable reports whether a value is read from a package variable that
// something else may set: another package, or the linker.
func (r *reader) isSettable(v *flow.Value) bool {
	for w := v; w != nil; w = w.Args[0] {
		if w.Expr != nil {
			var id *ast.Ident
			switch e := ast.Unparen(w.Expr).(type) {
			case *ast.Ident:
				id = e
			case *ast.SelectorExpr:
				id = e.Sel
			}
			if id != nil {
				x, ok := r.pkg.ObjectOf(id).(*types.Var)
				if ok && !x.IsField() && x.Pkg() != nil && x.Parent() == x.Pkg().Scope() && (x.Exported() || len(r.pkg.Assigned(x)) == 0) {
					return true
				}
			}
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			return false
		}
	}
	return false
}
