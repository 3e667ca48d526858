package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/knowledge"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// A sweep finds what is left without a use by the rewriting of tokens: the
// statements that made them, and the variables that fed those.
type sweep struct {
	env      *env
	replaced []ast.Node // code that something else is written for
	gone     spans      // the same
	carried  spans      // code within it that is written elsewhere
	carries  map[ast.Expr]bool
	removed  spans // code that is removed or replaced, once all is swept

	dead   map[*types.Var]bool
	units  map[ast.Node]*unit
	blanks []*ast.Ident // results that nobody wants any more
	pairs  []ast.Expr   // values that go with those
	reason *vt.Reason
}

// unused sweeps after plans.
func (e *env) unused(plans []*plan) *sweep {
	if len(plans) > 1 {
		return e.sweep(plans)
	}
	p := plans[0]
	if p.swept == nil {
		p.swept = e.sweep(plans)
	}
	return p.swept
}

func (e *env) sweep(plans []*plan) *sweep {
	s := &sweep{env: e, dead: make(map[*types.Var]bool), units: make(map[ast.Node]*unit), carries: make(map[ast.Expr]bool)}
	for _, p := range plans {
		for _, r := range p.replaced {
			s.replaced = append(s.replaced, r.node)
			s.gone.add(r.node)
		}
		for _, x := range p.carried {
			s.carried.add(x)
			s.carries[x] = true
		}
	}
	s.run()
	for _, n := range s.outermost() {
		s.removed.add(n)
	}
	return s
}

// run finds the largest set of variables that have no use but in what goes
// with them, and then removes the code of those that have to do with what is
// gone.
func (s *sweep) run() {
	// Have: every local variable that takes part, and those that take part
	// in making them, until there are no more.
	queue := s.variables(s.replaced)
	candidates := make(map[*types.Var][]*unit)
	blocked := make(map[*types.Var]bool)
	var order []*types.Var
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		if _, seen := candidates[v]; seen || blocked[v] {
			continue
		}
		units, ok := s.unitsOf(v)
		if !ok {
			blocked[v] = true
			continue
		}
		candidates[v] = units
		order = append(order, v)
		for _, u := range units {
			queue = append(queue, u.targets...)
			queue = append(queue, s.variables(u.values)...)
		}
	}
	for changed := true; changed; {
		changed = false
		for _, v := range order {
			units, ok := candidates[v]
			if ok && !s.allDead(v, units, candidates) {
				delete(candidates, v)
				changed = true
			}
		}
	}
	for _, v := range order {
		for _, u := range candidates[v] {
			if s.units[u.node] == nil {
				s.units[u.node] = u
			}
		}
		if _, ok := candidates[v]; ok {
			s.dead[v] = true
		}
	}
	s.settle()
}

// allDead reports whether all units of v go, if those of the candidates do.
func (s *sweep) allDead(v *types.Var, units []*unit, candidates map[*types.Var][]*unit) bool {
	for _, u := range units {
		isTarget := slices.Contains(u.targets, v)
		if u.partial && isTarget {
			continue
		}
		for _, t := range u.targets {
			if _, ok := candidates[t]; !ok {
				return false
			}
		}
		for _, e := range u.changes {
			if e == nil || !s.isOwned(e, candidates) {
				return false
			}
		}
		if len(u.targets) == 0 {
			return false
		}
	}
	return true
}

// isOwned reports whether the object that an expression refers to goes with
// the candidates: nothing else refers to it.
func (s *sweep) isOwned(e ast.Expr, candidates map[*types.Var][]*unit) bool {
	trace := s.env.pkg.Trace()
	return trace.Owns(e, trace.Frame(e), func(v *types.Var) bool {
		_, ok := candidates[v]
		return ok
	})
}

// settle decides on what is partly wanted, and what has side effects.
func (s *sweep) settle() {
	var nodes []*unit
	for _, u := range s.units {
		nodes = append(nodes, u)
	}
	slices.SortFunc(nodes, func(a, b *unit) int { return cmp.Compare(s.env.pkg.Rank(a.node), s.env.pkg.Rank(b.node)) })
	for _, u := range nodes {
		all := true
		for _, t := range u.targets {
			all = all && s.dead[t]
		}
		acting := u.panics || slices.ContainsFunc(u.values, s.acts)
		switch {
		case all && !acting && !(u.partial && len(u.values) == 0):
			continue
		case u.partial:
			delete(s.units, u.node)
			s.blank(u)
		default:
			delete(s.units, u.node)
			if s.reason == nil {
				s.reason = refuse(vt.SideEffect, "what it is made of is computed by code that may have one, or panic")
			}
		}
	}
}

// blank notes the results of a unit that nobody wants.
func (s *sweep) blank(u *unit) {
	var lhs []ast.Expr
	switch n := u.node.(type) {
	case *ast.AssignStmt:
		lhs = n.Lhs
	case *ast.ValueSpec:
		for _, id := range n.Names {
			lhs = append(lhs, id)
		}
	}
	for i, e := range lhs {
		if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
			if v, ok := s.env.pkg.ObjectOf(id).(*types.Var); ok && s.dead[v] {
				s.blanks = append(s.blanks, id)
				if _, isAssign := u.node.(*ast.AssignStmt); isAssign && len(lhs) == len(u.values) && !s.acts(u.values[i]) {
					s.pairs = append(s.pairs, u.values[i].(ast.Expr))
				}
			}
		}
	}
}

// acts reports whether evaluating a node may have a side effect, but for
// what is evaluated elsewhere then.
func (s *sweep) acts(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		e, isExpr := n.(ast.Expr)
		switch {
		case found || isExpr && s.carries[e]:
			return false
		case isExpr:
			if call, ok := e.(*ast.CallExpr); ok && (s.env.effects.call(call) == acts || s.parses(call) || s.changesOther(call)) {
				found = true
			}
			if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.ARROW || s.mayPanic(e) {
				found = true
			}
			if _, ok := e.(*ast.FuncLit); ok {
				return false
			}
		}
		return !found
	})
	return found
}

// mayPanic reports whether an expression may panic by itself, and the code
// that is left does not do so in its stead.
func (s *sweep) mayPanic(e ast.Expr) bool {
	return s.env.effects.panics(e, func(of ast.Expr) bool {
		return s.isCarriedIndex(e) || s.isCarriedDeref(of) || s.env.effects.isDereferencedBefore(of)
	})
}

// isCarriedDeref reports whether code that is written elsewhere dereferences
// the same.
func (s *sweep) isCarriedDeref(of ast.Expr) bool {
	v := s.env.effects.rootVar(of)
	if v == nil {
		return false
	}
	text := types.ExprString(ast.Unparen(of))
	for c := range s.carries {
		// Have: a part of it, or itself in place of a parameter.
		isWhole := s.env.effects.rootVar(c) == v && types.ExprString(ast.Unparen(c)) == text
		if isWhole || s.env.effects.derefs(c, text, v) {
			return true
		}
	}
	return false
}

// isCarriedIndex reports whether the same expression is written elsewhere.
func (s *sweep) isCarriedIndex(e ast.Expr) bool {
	text := types.ExprString(e)
	for c := range s.carries {
		if strings.Contains(types.ExprString(c), text) {
			return true
		}
	}
	return false
}

// changesOther reports whether a call changes, or takes from, an object of the
// standard library that does not go with it. A method of the package that
// builds does so with variables of its own.
func (s *sweep) changesOther(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	fn := s.env.pkg.Callee(call)
	if !ok || fn == nil || s.env.pkg.Info.Selections[sel] == nil || s.env.effects.call(call) != builds ||
		s.env.effects.isListed(fn) || s.env.pkg.Declares(fn) {
		return false
	}
	id := root(sel.X)
	if id == nil {
		return false // a link of a chain
	}
	v, ok := s.env.pkg.ObjectOf(id).(*types.Var)
	return !ok || !s.dead[v]
}

// parses reports whether a call reads the body of a request, which others
// may count on.
func (s *sweep) parses(call *ast.CallExpr) bool {
	fn := s.env.pkg.Callee(call)
	eff, ok := knowledge.EffectOf(fn)
	return ok && eff.Idempotent
}

// variables returns the local variables that code uses, but for what is
// written elsewhere.
func (s *sweep) variables(nodes []ast.Node) []*types.Var {
	var out []*types.Var
	for _, n := range nodes {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok && s.carries[e] {
				return false
			}
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := s.env.pkg.ObjectOf(id).(*types.Var); ok && s.isLocal(v) {
					out = append(out, v)
				}
			}
			return true
		})
	}
	return out
}

// isLocal reports whether a variable is declared in a function's body.
func (s *sweep) isLocal(v *types.Var) bool {
	if v.IsField() || s.env.effects.isGlobal(v) {
		return false
	}
	for _, cur := range s.env.pkg.Uses(v) {
		if s.env.pkg.Info.Defs[cur.Node().(*ast.Ident)] != nil {
			kind, _ := cur.ParentEdge()
			return kind == edge.AssignStmt_Lhs || kind == edge.ValueSpec_Names
		}
	}
	return false
}

// isGone reports whether a node is in what is gone, and not written
// elsewhere.
func (s *sweep) isGone(n ast.Node) bool {
	return s.gone.contain(n) && !s.carried.contain(n)
}

// outermost returns what is removed or replaced, without what is within
// another piece of it, in the order of the code.
func (s *sweep) outermost() []ast.Node {
	all := slices.Clone(s.replaced)
	for n := range s.units {
		all = append(all, n)
	}
	for _, x := range s.pairs {
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b ast.Node) int { return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(b.End(), a.End())) })
	var out []ast.Node
	for _, n := range all {
		if k := len(out) - 1; k < 0 || !contains(out[k], n) {
			out = append(out, n)
		}
	}
	return out
}

// removes reports whether a node is gone, or in what goes.
func (s *sweep) removes(n ast.Node) bool {
	return s.removed.contain(n)
}
