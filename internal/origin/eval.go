package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// Eval evaluates an expression of the package in a frame of the function
// that contains it. The result is never nil.
func (t *Tracer) Eval(e ast.Expr, f *Frame) *Value { return t.eval(e, f) }

func (t *Tracer) eval(e ast.Expr, f *Frame) *Value { return t.evalResult(e, -1, f) }

// evalResult evaluates one result of a call with several, or the value of
// an expression if idx is -1.
func (t *Tracer) evalResult(e ast.Expr, idx int, f *Frame) *Value {
	key := memoKey{e, f, idx}
	if v, ok := t.memo[key]; ok {
		return v
	}
	if !t.spend() {
		return unknown
	}
	if t.depth > maxDepth || t.busy[key] {
		t.boundHit++ // asked from elsewhere, the answer may be another
		return unknown
	}
	t.busy[key] = true
	t.depth++
	hits := t.boundHit
	v := t.evalExpr(e, idx, f)
	t.depth--
	delete(t.busy, key)
	if t.boundHit == hits && t.budget > 0 {
		t.memo[key] = v
	}
	return v
}

// at returns v as read from e.
func at(v *Value, e ast.Expr, f *Frame) *Value {
	if v.Expr == nil && v.Op == Leaf {
		w := *v
		w.Expr, w.Frame = e, f
		return &w
	}
	return &Value{Op: Via, Expr: e, Frame: f, Args: []*Value{v}}
}

func (t *Tracer) evalExpr(e ast.Expr, idx int, f *Frame) *Value {
	if tv, ok := t.pkg.Info.Types[e]; ok {
		switch {
		case tv.Value != nil:
			return &Value{Op: Const, Const: tv.Value, Expr: e, Frame: f, Type: tv.Type}
		case tv.IsNil():
			return &Value{Op: Const, Expr: e, Frame: f}
		}
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return t.evalResult(e.X, idx, f)
	case *ast.StarExpr:
		return at(t.eval(e.X, f), e, f)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return t.eval(e.X, f)
		}
	case *ast.Ident:
		return t.evalIdent(e, f)
	case *ast.SelectorExpr:
		return t.evalSelector(e, f)
	case *ast.IndexExpr:
		if idx <= 0 {
			return t.evalIndex(e, f)
		}
	case *ast.TypeAssertExpr:
		if idx <= 0 {
			return at(t.eval(e.X, f), e, f)
		}
	case *ast.BinaryExpr:
		return t.evalBinary(e, f)
	case *ast.CompositeLit:
		return t.evalLiteral(e, f)
	case *ast.CallExpr:
		return t.evalCall(e, idx, f)
	case *ast.SliceExpr:
		if e.Low == nil && e.High == nil {
			return at(t.eval(e.X, f), e, f)
		}
	}
	return &Value{Op: Leaf, Expr: e, Frame: f}
}

func (t *Tracer) evalIdent(id *ast.Ident, f *Frame) *Value {
	v, ok := t.pkg.ObjectOf(id).(*types.Var)
	if !ok {
		return &Value{Op: Leaf, Expr: id, Frame: f}
	}
	if x, ok := t.pkg.switched[v]; ok {
		// Have: switch v := x.(type)
		return at(t.evalPlace(x, id.Pos(), f), id, f)
	}
	if v.IsField() {
		return &Value{Op: Leaf, Expr: id, Frame: f}
	}
	if t.isGlobal(v) {
		if v.Pkg() != t.pkg.Types {
			return &Value{Op: Leaf, Expr: id, Frame: f}
		}
		return at(t.summary(v), id, f)
	}
	if alias := t.aliased(v); alias != nil {
		// Have: v := place, and v is nothing else. What was done to either
		// is seen through the variable of the place.
		return at(t.evalPlace(alias, id.Pos(), f), id, f)
	}
	return at(t.valueAt(v, id.Pos(), f), id, f)
}

// aliased returns the expression that v is a second name of.
func (t *Tracer) aliased(v *types.Var) ast.Expr {
	if !isReference(v.Type()) || t.definitions(v) != 1 {
		return nil
	}
	effs := t.effectsOf(v)
	for _, e := range effs {
		if e.op == opSet && len(e.path) == 0 {
			if e.rhs == nil || e.idx > 0 {
				return nil
			}
			if isInterface(v.Type()) && !isReference(t.pkg.TypeOf(e.rhs)) {
				return nil // a copy
			}
			if root, _, ok := t.place(e.rhs); ok && root != v {
				return e.rhs
			}
			return nil
		}
	}
	return nil
}

// place resolves an expression that denotes a part of a local variable.
func (t *Tracer) place(e ast.Expr) (root *types.Var, path []step, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := t.pkg.ObjectOf(e).(*types.Var)
		if !ok || v.IsField() || t.isGlobal(v) {
			return nil, nil, false
		}
		if x, ok := t.pkg.switched[v]; ok {
			return t.place(x)
		}
		return v, nil, true
	case *ast.StarExpr:
		return t.place(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return t.place(e.X)
		}
	case *ast.TypeAssertExpr:
		return t.place(e.X)
	case *ast.SelectorExpr:
		s, isSel := t.pkg.Info.Selections[e]
		if !isSel || s.Kind() != types.FieldVal {
			return nil, nil, false
		}
		root, path, ok := t.place(e.X)
		return root, append(path, fieldSteps(s)...), ok
	case *ast.IndexExpr:
		if tv, isExpr := t.pkg.Info.Types[e.X]; isExpr && !tv.IsType() && isIndexed(tv.Type) {
			root, path, ok := t.place(e.X)
			return root, append(path, t.keyStep(e.Index)), ok
		}
	case *ast.CallExpr:
		if t.pkg.IsConversion(e) && isReference(t.pkg.TypeOf(e)) || t.isWriter(e) {
			return t.place(e.Args[0])
		}
	}
	return nil, nil, false
}

// evalPlace evaluates what is at a place when control is at pos.
func (t *Tracer) evalPlace(e ast.Expr, pos token.Pos, f *Frame) *Value {
	root, path, ok := t.place(e)
	if !ok {
		return t.eval(e, f)
	}
	if alias := t.aliased(root); alias != nil && t.depth < maxDepth {
		t.depth++
		v := t.evalPlace(alias, pos, f)
		t.depth--
		return t.get(v, path, e, f)
	}
	return t.get(t.valueAt(root, pos, f), path, e, f)
}

func (t *Tracer) evalSelector(sel *ast.SelectorExpr, f *Frame) *Value {
	s, ok := t.pkg.Info.Selections[sel]
	if !ok { // pkg.Name
		if v, ok := t.pkg.ObjectOf(sel.Sel).(*types.Var); ok && t.isGlobal(v) && v.Pkg() == t.pkg.Types {
			return at(t.summary(v), sel, f)
		}
		return &Value{Op: Leaf, Expr: sel, Frame: f}
	}
	if s.Kind() != types.FieldVal {
		return &Value{Op: Leaf, Expr: sel, Frame: f}
	}
	var v *Value
	if _, _, ok := t.place(sel); ok {
		v = t.evalPlace(sel, sel.Pos(), f)
	} else {
		v = t.get(t.eval(sel.X, f), fieldSteps(s), sel, f)
	}
	if field, ok := t.pkg.ObjectOf(sel.Sel).(*types.Var); ok && field.Pkg() == t.pkg.Types {
		v = t.fromElsewhere(v, field, f)
	}
	return at(v, sel, f)
}

// fromElsewhere replaces what is not known of a field's value, because the
// object is not: the field holds something that the package puts there,
// somewhere.
func (t *Tracer) fromElsewhere(v *Value, field *types.Var, f *Frame) *Value {
	switch {
	case v.Op == Choice && v.Expr == nil:
		var out *Value
		for _, a := range v.Args {
			out = join(out, t.fromElsewhere(a, field, f))
		}
		return out
	case v.Op == Leaf && v.Expr == nil && v.Param == nil || v.Op == Unknown:
		s := t.summary(field)
		if field.Exported() && s.Op != Leaf {
			// Others may set it too.
			s = choice(s, &Value{Op: Leaf, Frame: f, Type: field.Type()})
		}
		return withFields(s, v)
	}
	return v
}

// withFields carries over what is known to have been done to an unknown
// object.
func withFields(v, leaf *Value) *Value {
	if len(leaf.Fields) == 0 && len(leaf.Done) == 0 {
		return v
	}
	if v.Op == Choice {
		alts := make([]*Value, len(v.Args))
		for i, a := range v.Args {
			alts[i] = withFields(a, leaf)
		}
		return choice(alts...)
	}
	w := *v
	w.Fields = append(append([]Field(nil), v.Fields...), leaf.Fields...)
	w.Done = append(append([]Doing(nil), v.Done...), leaf.Done...)
	return &w
}

func (t *Tracer) evalIndex(ix *ast.IndexExpr, f *Frame) *Value {
	tv, ok := t.pkg.Info.Types[ix.X]
	if !ok || tv.Type == nil || tv.IsType() {
		return &Value{Op: Leaf, Expr: ix, Frame: f}
	}
	if isIndexed(tv.Type) {
		if _, _, ok := t.place(ix); ok {
			return at(t.evalPlace(ix, ix.Pos(), f), ix, f)
		}
		return at(t.get(t.eval(ix.X, f), []step{t.keyStep(ix.Index)}, ix, f), ix, f)
	}
	return &Value{Op: Leaf, Expr: ix, Frame: f}
}

func (t *Tracer) evalBinary(b *ast.BinaryExpr, f *Frame) *Value {
	if b.Op != token.ADD || !isText(t.pkg.TypeOf(b)) {
		return &Value{Op: Binary, Tok: b.Op, Expr: b, Frame: f,
			Args: []*Value{t.eval(b.X, f), t.eval(b.Y, f)}}
	}
	// Long concatenations nest to the left; walk them without recursion.
	var operands []ast.Expr
	var e ast.Expr = b
	for {
		bin, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if tv, known := t.pkg.Info.Types[e]; !ok || bin.Op != token.ADD || known && tv.Value != nil {
			break
		}
		operands = append(operands, bin.Y)
		e = bin.X
	}
	args := []*Value{t.eval(e, f)}
	for i := len(operands) - 1; i >= 0; i-- {
		args = append(args, t.eval(operands[i], f))
	}
	return &Value{Op: Concat, Args: args, Expr: b, Frame: f}
}

func (t *Tracer) evalLiteral(lit *ast.CompositeLit, f *Frame) *Value {
	typ := t.pkg.TypeOf(lit)
	v := &Value{Op: Record, Expr: lit, Frame: f, Type: typ}
	if typ == nil {
		v.Op = Unknown
		return v
	}
	if isTextBuffer(typ) {
		return &Value{Op: Const, Const: constant.MakeString(""), Expr: lit, Frame: f}
	}
	if ptr, ok := typ.Underlying().(*types.Pointer); ok { // an elided &T
		typ = ptr.Elem()
	}
	switch u := typ.Underlying().(type) {
	case *types.Struct:
		for i, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					v.Fields = append(v.Fields, Field{Name: id.Name, Val: t.eval(kv.Value, f), Node: kv})
				}
			} else if i < u.NumFields() {
				v.Fields = append(v.Fields, Field{Name: u.Field(i).Name(), Val: t.eval(elt, f), Node: lit})
			}
		}
	case *types.Map:
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				field := Field{Val: t.eval(kv.Value, f), Node: kv}
				if key, ok := t.eval(kv.Key, f).StringConst(); ok {
					field.Name = key
				} else {
					field.Key = t.eval(kv.Key, f)
				}
				v.Fields = append(v.Fields, field)
			}
		}
	case *types.Slice, *types.Array:
		v.Op = List
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			v.Args = append(v.Args, t.eval(elt, f))
		}
	default:
		v.Op = Leaf
	}
	return v
}
