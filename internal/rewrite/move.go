package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/flow"
)

// settled grades a variable: free if it holds at a place what it holds where
// from is evaluated, reads if it does so unless something in between has a
// side effect, and higher if it does not.
func (p *plan) settled(v *types.Var, from ast.Expr, at place) grade {
	if p.env.effects.isGlobal(v) {
		return reads
	}
	pkg := p.env.pkg
	sameFunc := pkg.Function(from) == at.fn
	g := free
	for _, cur := range pkg.Uses(v) {
		id := cur.Node().(*ast.Ident)
		if pkg.Info.Defs[id] != nil {
			continue
		}
		switch written(pkg, cur) {
		case wholly:
			switch {
			case !sameFunc, from.Pos() <= id.Pos() && id.Pos() < at.stmt.Pos(), p.comesRound(id, from, at),
				at.stmt.Pos() <= id.Pos() && id.Pos() < from.Pos(): // in the statement itself
				g = builds
			case pkg.Function(id) != at.fn:
				g = max(g, reads)
			}
		case byOthers:
			g = max(g, reads)
		}
	}
	return g
}

// isWritten reports whether anything changes a variable, or a part of it.
func (p *plan) isWritten(v *types.Var) bool {
	return slices.ContainsFunc(p.env.pkg.Uses(v), func(cur inspector.Cursor) bool {
		return p.env.pkg.Info.Defs[cur.Node().(*ast.Ident)] == nil && written(p.env.pkg, cur) != never
	})
}

// A writing says how code at a variable changes it.
type writing int

const (
	never writing = iota
	wholly
	byOthers // its address is taken
)

// written tells how the code at a use of a variable changes it.
func written(pkg *flow.Package, cur inspector.Cursor) writing {
	for {
		kind, _ := cur.ParentEdge()
		parent := cur.Parent()
		switch kind {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return wholly
		case edge.UnaryExpr_X:
			if parent.Node().(*ast.UnaryExpr).Op == token.AND {
				return byOthers
			}
			return never
		case edge.ParenExpr_X:
		case edge.SelectorExpr_X:
			sel, ok := pkg.Info.Selections[parent.Node().(*ast.SelectorExpr)]
			switch {
			case !ok || sel.Indirect() && sel.Kind() == types.FieldVal:
				return never // something that it points to
			case sel.Kind() == types.MethodVal:
				_, isPtr := sel.Obj().(*types.Func).Signature().Recv().Type().(*types.Pointer)
				if _, held := sel.Recv().Underlying().(*types.Pointer); isPtr && !held {
					return byOthers
				}
				return never
			}
		case edge.SliceExpr_X:
			if _, isArray := pkg.TypeOf(cur.Node().(ast.Expr)).Underlying().(*types.Array); isArray {
				return byOthers
			}
			return never
		case edge.IndexExpr_X:
			if _, isArray := pkg.TypeOf(cur.Node().(ast.Expr)).Underlying().(*types.Array); !isArray {
				return never
			}
		default:
			return never
		}
		cur = parent
	}
}

// comesRound reports whether a node is in a loop around the place that from
// is not in: what stands behind the place there runs before it, the next
// time.
func (p *plan) comesRound(n ast.Node, from ast.Expr, at place) bool {
	cur, ok := p.env.pkg.Cursor(at.stmt)
	if !ok {
		return true
	}
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if contains(loop.Node(), n) && !repeats(loop.Node(), from) {
			return true
		}
	}
	return false
}

// repeats reports whether a loop evaluates a node in it again and again.
func repeats(loop, n ast.Node) bool {
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		return contains(loop, n) && !contains(loop.X, n)
	case *ast.ForStmt:
		return contains(loop, n) && (loop.Init == nil || !contains(loop.Init, n))
	}
	return false
}

// bearable returns the highest grade with which an expression can be
// written at a place, instead of where it is.
func (p *plan) bearable(s saying, at place) grade {
	if p.leavesLoop(s, at) {
		return none
	}
	home, ok := placeOf(p.env.pkg, s.from)
	if !ok {
		if s.from.Pos() < at.stmt.Pos() || at.stmt.End() < s.from.End() {
			return free
		}
		return acts // in the statement itself
	}
	home.file = at.file
	if home.stmt == at.stmt {
		return acts
	}
	if home.encloses(at) && p.canHoist(s, home) {
		return acts // it can be kept in a variable, where it is evaluated now
	}
	if home.fn == at.fn && p.quiet(s, at) {
		return reads
	}
	return free
}

// leavesLoop reports whether an expression with variables is in a loop, or in
// a closure, that the place is not in: it has had several values by then, or
// none.
func (p *plan) leavesLoop(s saying, at place) bool {
	cur, ok := p.env.pkg.Cursor(s.from)
	if !ok {
		return true
	}
	out := false
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil)) {
		_, isFunc := loop.Node().(*ast.FuncLit) // which may have run before, or not at all
		if !contains(loop.Node(), at.stmt) && (isFunc || repeats(loop.Node(), s.from)) {
			out = true
		}
	}
	if !out {
		return false
	}
	varies := false
	for _, e := range s.carried {
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				_, isVar := p.env.pkg.ObjectOf(id).(*types.Var)
				varies = varies || isVar
			}
			return !varies
		})
	}
	return varies
}

// canHoist reports whether an expression means the same right before the
// statement that it is in.
func (p *plan) canHoist(s saying, home place) bool {
	if s.late {
		return false
	}
	for _, e := range s.carried {
		if !contains(s.from, e) {
			continue
		}
		same := true
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return same
			}
			obj := p.env.pkg.Info.Uses[id]
			if v, isVar := obj.(*types.Var); obj == nil || p.isSelected(id) || isVar && v.IsField() {
				return same
			}
			same = same && p.visible(id.Name, obj, home)
			return same
		})
		if !same {
			return false
		}
	}
	return true
}

// quiet reports whether nothing that runs between an expression and a place
// in the same function can change what it reads.
func (p *plan) quiet(s saying, at place) bool {
	pkg := p.env.pkg
	if at.fn == nil || s.from == nil || s.from.End() > at.stmt.Pos() {
		return false
	}
	cur, ok := pkg.Cursor(at.fn)
	if !ok || jumps(cur) {
		return false
	}
	quiet := true
	ast.Inspect(at.fn, func(n ast.Node) bool {
		if n == nil || !quiet {
			return false
		}
		if lit, isFunc := n.(*ast.FuncLit); isFunc && lit != at.fn {
			return false // made, not called
		}
		_, assigns := n.(*ast.AssignStmt) // after it has evaluated its right side
		between := (s.from.End() <= n.Pos() || assigns && contains(n, s.from)) && n.Pos() < at.stmt.Pos() || p.comesRound(n, s.from, at)
		if between && p.mayChange(n, s) {
			quiet = false
		}
		return quiet
	})
	return quiet
}

// mayChange reports whether a node, by itself, may change what an expression
// reads.
func (p *plan) mayChange(n ast.Node, s saying) bool {
	pkg := p.env.pkg
	assigned := func(e ast.Expr) bool {
		id, isIdent := ast.Unparen(e).(*ast.Ident)
		if !isIdent {
			return p.readsLike(s, e)
		}
		if id.Name == "_" {
			return false
		}
		v, ok := pkg.ObjectOf(id).(*types.Var)
		if !ok || p.env.effects.isGlobal(v) {
			return true
		}
		return slices.ContainsFunc(pkg.Uses(v), func(cur inspector.Cursor) bool { return written(pkg, cur) == byOthers })
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		if pkg.Builtin(n) == "append" && len(n.Args) > 0 {
			return p.readsLike(s, &ast.IndexExpr{X: n.Args[0]}) // it may write into a shared array
		}
		switch p.env.effects.call(n) {
		case acts:
			return true
		case builds:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && pkg.Info.Selections[sel] != nil {
				if fn := pkg.Callee(n); fn != nil && !p.env.effects.isListed(fn) && !p.isOwnVariable(sel.X) {
					return true
				}
				return p.readsLike(s, &ast.IndexExpr{X: sel.X})
			}
		}
	case *ast.UnaryExpr:
		return n.Op == token.ARROW
	case *ast.SendStmt, *ast.SelectStmt, *ast.GoStmt:
		return true
	case *ast.AssignStmt:
		return slices.ContainsFunc(n.Lhs, assigned)
	case *ast.IncDecStmt:
		return assigned(n.X)
	case *ast.RangeStmt:
		return p.env.effects.runsCode(n.X) || n.Key != nil && assigned(n.Key) || n.Value != nil && assigned(n.Value)
	}
	return false
}

// isOwnVariable reports whether an expression is a local variable that holds
// an object of its own.
func (p *plan) isOwnVariable(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.env.pkg.ObjectOf(id).(*types.Var)
	return ok && !p.env.effects.isGlobal(v) && p.env.effects.isFresh(v)
}

// readsLike reports whether an expression reads something of the type of
// which target is a part: it may be the same.
func (p *plan) readsLike(s saying, target ast.Expr) bool {
	pkg := p.env.pkg
	var whole ast.Expr
	switch e := ast.Unparen(target).(type) {
	case *ast.SelectorExpr:
		whole = e.X
	case *ast.IndexExpr:
		whole = e.X
	default:
		return true
	}
	base := func(t types.Type) types.Type {
		if t == nil {
			return nil
		}
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		if array, ok := t.Underlying().(*types.Array); ok {
			t = types.NewSlice(array.Elem()) // of which it may be
		}
		return t
	}
	typ := base(pkg.TypeOf(whole))
	if typ == nil {
		return true
	}
	like := false
	same := func(t types.Type) bool {
		// A conversion of a pointer or a slice gives the same memory another type.
		return t != nil && types.IdenticalIgnoreTags(base(t).Underlying(), typ.Underlying())
	}
	for _, e := range s.carried {
		ast.Inspect(e, func(n ast.Node) bool {
			x, ok := n.(ast.Expr)
			if !ok || like {
				return !like
			}
			if call, isCall := x.(*ast.CallExpr); isCall {
				if fn := pkg.Callee(call); fn != nil && pkg.Declares(fn) {
					like = true // it may read anything
				}
			}
			if sel, isSelector := x.(*ast.SelectorExpr); isSelector && slices.ContainsFunc(p.embedded(sel), same) {
				like = true
			}
			like = like || same(pkg.TypeOf(x))
			return !like
		})
	}
	return like
}

// embedded returns the types of the embedded structs that a selector finds its
// field in.
func (p *plan) embedded(e *ast.SelectorExpr) []types.Type {
	sel, ok := p.env.pkg.Info.Selections[e]
	if !ok {
		return nil
	}
	var out []types.Type
	t := sel.Recv()
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		if ptr, isPtr := t.Underlying().(*types.Pointer); isPtr {
			t = ptr.Elem()
		}
		st, isStruct := t.Underlying().(*types.Struct)
		if !isStruct {
			break
		}
		t = st.Field(i).Type()
		out = append(out, t)
	}
	return out
}
