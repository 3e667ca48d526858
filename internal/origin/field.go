package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
)

// summary evaluates what the package puts into a field or package variable,
// anywhere: one of the values that are assigned to it, with the parameters
// of the assigning functions unbound, and all that is added to it.
//
// The order of the assignments is unknown, so that each addition is one
// that may be absent.
func (t *Tracer) summary(v *types.Var) *Value {
	if s, ok := t.fields[v]; ok {
		return s
	}
	for i, g := range t.growing {
		if g.field == v { // a field that is made of itself
			for k := range t.growing[i+1:] {
				t.growing[i+1+k].partial = true
			}
			t.boundHit++
			return g.self
		}
	}
	self := zero(v.Type())
	if self.Op == Unknown || self.IsNil() {
		self = &Value{Op: Leaf, Type: v.Type()}
	}
	t.growing = append(t.growing, growing{field: v, self: self})
	before := t.boundHit
	bound := t.bound
	t.bound = nil // an assignment elsewhere knows nothing of the loop we are in
	s := t.summarize(v, self)
	t.bound = bound
	last := len(t.growing) - 1
	partial := t.growing[last].partial
	t.growing = t.growing[:last]
	if !partial {
		t.boundHit = before
	}
	if t.budget > 0 && !partial {
		t.fields[v] = s
	}
	return s
}

func (t *Tracer) summarize(v *types.Var, self *Value) *Value {
	var assigned, grown []*Value
	for _, use := range t.pkg.uses[v] {
		if !t.spend() {
			return unknown
		}
		cur, path := t.climb(use, nil)
		// Have: cur is the largest expression below the field.
		kind, idx := cur.ParentEdge()
		parent := cur.Parent()
		f := t.Frame(use.Node())
		e := effect{path: path, idx: -1}
		switch kind {
		case edge.KeyValueExpr_Key:
			kv := parent.Node().(*ast.KeyValueExpr)
			assigned = append(assigned, t.eval(kv.Value, f))
			continue
		case edge.AssignStmt_Lhs:
			e = assignment(parent.Node().(*ast.AssignStmt), idx)
			e.path = path
		case edge.ValueSpec_Names:
			spec := parent.Node().(*ast.ValueSpec)
			switch {
			case len(spec.Values) == len(spec.Names):
				assigned = append(assigned, t.eval(spec.Values[idx], f))
			case len(spec.Values) == 1:
				assigned = append(assigned, t.evalResult(spec.Values[0], idx, f))
			}
			continue
		case edge.SelectorExpr_X:
			if gk, _ := parent.ParentEdge(); gk != edge.CallExpr_Fun {
				continue
			}
			call := parent.Parent().Node().(*ast.CallExpr)
			e.op, e.node, e.call = opCall, call, call
		case edge.CallExpr_Args:
			call := parent.Node().(*ast.CallExpr)
			if t.pkg.builtin(call) != "" || t.pkg.IsConversion(call) || !isReference(t.pkg.TypeOf(cur.Node().(ast.Expr))) {
				continue
			}
			e.op, e.node, e.call, e.idx = opPass, call, call, idx
		case edge.UnaryExpr_X:
			continue
		default:
			continue
		}
		var val *Value
		if e.op == opSet && len(path) == 0 {
			val = t.assigned(e, f)
		} else {
			val = t.apply(v, e, self, f)
		}
		if val == self {
			continue
		}
		if e.op == opSet && len(path) == 0 && !growsFrom(val, self) {
			assigned = append(assigned, val)
			continue
		}
		grown = append(grown, val)
	}
	// A struct literal without a key names its fields by position.
	if v.IsField() {
		assigned = append(assigned, t.positional(v)...)
	}
	acc := choice(assigned...)
	if len(assigned) == 0 {
		acc = self
		if len(grown) == 0 {
			if t.isGlobal(v) {
				return zero(v.Type())
			}
			return &Value{Op: Leaf, Type: v.Type()}
		}
	}
	for _, g := range grown {
		acc = graft(acc, self, g)
	}
	return acc
}

// growsFrom reports whether val is base with something added.
func growsFrom(val, base *Value) bool {
	val = val.Strip()
	switch val.Op {
	case List:
		return base.Op == List && len(val.Args) > 0 && val.Expr == nil
	case Concat:
		return len(val.Args) > 0 && val.Args[0].Strip() == base
	}
	return val.Op == base.Op && val.Expr == base.Expr && (len(val.Fields) > 0 || len(val.Done) > 0)
}

// graft adds to acc, as something that may be absent, what g has more than
// base.
func graft(acc, base, g *Value) *Value {
	acc, g = underived(acc), g.Strip()
	if acc.Op == Choice {
		alts := make([]*Value, len(acc.Args))
		for i, a := range acc.Args {
			alts[i] = graft(a, base, g)
		}
		return choice(alts...)
	}
	if acc.Op == Via {
		w := *acc
		w.Args = []*Value{graft(acc.Args[0], base, g)}
		return &w
	}
	switch {
	case (g.Op == Leaf || g.Op == Unknown) && len(g.Fields) == 0 && len(g.Done) == 0:
		return choice(acc, g) // it may be anything
	case g.Op == List:
		list := &Value{Op: List, Expr: acc.Expr, Frame: acc.Frame, Type: acc.Type}
		if acc.Op == List {
			list.Args = slices.Clone(acc.Args)
		}
		for _, e := range g.Args {
			list.Args = append(list.Args, conditional(e))
		}
		return list
	case textual(g) && (textual(acc) || acc.Op == Leaf):
		rest := g
		if g.Op == Concat && len(g.Args) > 0 && g.Args[0].Strip() == base {
			rest = concat(g.Args[1:]...)
		}
		if acc == base {
			return concat(choice(rest, stringConst("")))
		}
		return concat(acc, choice(rest, stringConst("")))
	}
	w := *acc
	if w.IsNil() {
		w = Value{Op: Leaf, Type: acc.Type}
	}
	if g.Taint != "" {
		w.Taint = g.Taint
	}
	for _, fd := range g.Fields {
		if i := slices.IndexFunc(w.Fields, func(x Field) bool { return x.same(fd) }); i >= 0 {
			w.Fields = slices.Clone(w.Fields)
			w.Fields[i].Val = choice(w.Fields[i].Val, fd.Val)
			continue
		}
		fd.Cond = true
		w.Fields = append(slices.Clip(w.Fields), fd)
	}
	for _, d := range g.Done {
		d.Cond = true
		w.Done = append(slices.Clip(w.Done), d)
	}
	return &w
}

// positional evaluates a field in the struct literals that have no keys.
func (t *Tracer) positional(v *types.Var) []*Value {
	if t.byPosition == nil {
		t.byPosition = t.pkg.positional()
	}
	var out []*Value
	for _, e := range t.byPosition[v] {
		out = append(out, t.eval(e, t.Frame(e)))
	}
	return out
}

// positional lists, for each field, the values that it gets in struct
// literals without keys.
func (p *Package) positional() map[*types.Var][]ast.Expr {
	out := make(map[*types.Var][]ast.Expr)
	for _, cur := range p.lits {
		lit := cur.Node().(*ast.CompositeLit)
		if len(lit.Elts) == 0 {
			continue
		}
		if _, ok := lit.Elts[0].(*ast.KeyValueExpr); ok {
			continue
		}
		st, ok := deref(p.TypeOf(lit)).Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for i := range min(st.NumFields(), len(lit.Elts)) {
			f := st.Field(i).Origin()
			out[f] = append(out[f], lit.Elts[i])
		}
	}
	return out
}
