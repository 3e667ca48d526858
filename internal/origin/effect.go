package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A step leads from a value to a part of it. A variable and the steps to a
// part of what it holds are a place; pointers and interfaces are looked
// through, so that p.x and (*p).x are one place.
type step struct {
	name string   // field name or constant map key
	dyn  ast.Expr // a key that is no constant string
}

type effectOp int

const (
	opSet    effectOp = iota // place = rhs
	opUpdate                 // place += rhs, and the like
	opRange                  // place is the key or element of a range over rhs
	opCall                   // place.method(…)
	opPass                   // f(…, place, …)
	opLit                    // a closure that has effects of its own is called
	opTaint                  // place may have changed
	opDelete                 // delete(place, key), clear(place)
	opLose                   // place changes in a way that is not followed
)

// An effect is one thing that a function does to a variable, to a part of
// it, or through an alias of it.
type effect struct {
	op   effectOp
	path []step
	node ast.Node // statement or call; the effect is over at its end
	rhs  ast.Expr // opSet, opUpdate, opRange; nil for the zero value
	idx  int      // which result of rhs, -1 for its only value; opRange: 0 key, 1 element; opPass: argument
	tok  token.Token
	call *ast.CallExpr
	lit  *ast.FuncLit // opLit
	sub  []effect     // opLit
	ctl  []control    // branches around the effect, outermost first
	zero types.Type   // opSet without rhs
}

// A control is a statement whose branch may run or not, or repeatedly.
type control struct {
	stmt   ast.Node // *ast.IfStmt, *ast.SwitchStmt, …, *ast.FuncLit
	branch ast.Node // the part of it that the effect is in
}

// effectsOf lists what the function that declares v does to it, in source
// order. It costs no budget: the list is made once for each variable.
func (t *Tracer) effectsOf(v *types.Var) []effect {
	if effs, ok := t.effects[v]; ok {
		return effs
	}
	t.effects[v] = nil // stops at a variable that is its own alias
	var effs []effect
	t.collect(v, nil, &effs, visited{})
	effs = t.throughClosures(v, effs)
	slices.SortStableFunc(effs, func(a, b effect) int { return int(a.node.Pos() - b.node.Pos()) })
	t.effects[v] = effs
	return effs
}

// visited holds the aliases that were looked at, so that each is once.
type visited map[visit]bool

type visit struct {
	v     *types.Var
	depth int // of the part of the other variable that it is an alias of
}

// collect appends the effects on what v holds; prefix leads from the
// variable in question to the part of it that v is an alias of.
func (t *Tracer) collect(v *types.Var, prefix []step, effs *[]effect, seen visited) {
	if len(prefix) > maxSteps { // p = p.next
		*effs = append(*effs, effect{op: opTaint, path: prefix[:maxSteps], node: t.pkg.uses[v][0].Node()})
		return
	}
	key := visit{v, len(prefix)}
	if seen[key] {
		return
	}
	seen[key] = true
	for _, cur := range t.pkg.uses[v] {
		t.collectUse(cur, prefix, effs, seen)
	}
}

// climb widens an identifier to the largest expression that still denotes a
// part of the variable, and returns the way to that part.
func (t *Tracer) climb(cur inspector.Cursor, path []step) (inspector.Cursor, []step) {
	for {
		kind, _ := cur.ParentEdge()
		parent := cur.Parent()
		switch kind {
		case edge.ParenExpr_X, edge.StarExpr_X, edge.TypeAssertExpr_X:
			cur = parent
			continue
		case edge.UnaryExpr_X:
			if parent.Node().(*ast.UnaryExpr).Op == token.AND {
				cur = parent
				continue
			}
		case edge.SelectorExpr_X:
			sel := parent.Node().(*ast.SelectorExpr)
			if s, ok := t.pkg.Info.Selections[sel]; ok && s.Kind() == types.FieldVal {
				path = append(slices.Clip(path), fieldSteps(s)...)
				cur = parent
				continue
			}
			if call, name := t.getter(parent); name != "" {
				path = append(slices.Clip(path), step{name: name})
				cur = call
				continue
			}
		case edge.SelectorExpr_Sel: // pkg.Var or x.field
			cur = parent
			continue
		case edge.IndexExpr_X:
			ix := parent.Node().(*ast.IndexExpr)
			if tv, ok := t.pkg.Info.Types[ix.X]; ok && !tv.IsType() && isIndexed(tv.Type) {
				path = append(slices.Clip(path), t.keyStep(ix.Index))
				cur = parent
				continue
			}
		case edge.CallExpr_Args:
			call := parent.Node().(*ast.CallExpr)
			if t.pkg.IsConversion(call) && isReference(t.pkg.TypeOf(call)) || t.isWriter(call) {
				cur = parent
				continue
			}
		}
		return cur, path
	}
}

// getter recognises x.Name(), a call of another package's method that hands
// out a map which belongs to x. It answers the call, and "Name()".
func (t *Tracer) getter(sel inspector.Cursor) (call inspector.Cursor, name string) {
	if kind, _ := sel.ParentEdge(); kind != edge.CallExpr_Fun {
		return call, ""
	}
	call = sel.Parent()
	c := call.Node().(*ast.CallExpr)
	if len(c.Args) > 0 || !isMap(t.pkg.TypeOf(c)) {
		return call, ""
	}
	fn := t.pkg.Callee(c)
	if fn == nil || fn.Signature().Recv() == nil {
		return call, ""
	}
	if _, ok := t.pkg.decls[fn]; ok {
		return call, ""
	}
	return call, fn.Name() + "()"
}

// isWriter reports whether a call wraps its first argument into something
// that writes to it: json.NewEncoder(&buf).
func (t *Tracer) isWriter(call *ast.CallExpr) bool {
	fn := t.pkg.Callee(call)
	if fn == nil || fn.Pkg() == nil || len(call.Args) == 0 || fn.Signature().Recv() != nil {
		return false
	}
	switch fn.Pkg().Path() + "." + fn.Name() {
	case "encoding/json.NewEncoder", "bufio.NewWriter":
		return true
	}
	return false
}

// fieldSteps returns the way from the operand of a field selection to the
// field.
func fieldSteps(s *types.Selection) []step {
	return stepsAlong(s.Recv(), s.Index())
}

// embeddedSteps returns the way from the operand of a method selection to
// the embedded field that has the method.
func embeddedSteps(s *types.Selection) []step {
	return stepsAlong(s.Recv(), s.Index()[:len(s.Index())-1])
}

// stepsAlong returns the way through the fields of a struct that a path of
// indices, as in [types.Selection], describes.
func stepsAlong(t types.Type, index []int) []step {
	var steps []step
	for _, i := range index {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			break
		}
		f := st.Field(i)
		steps = append(steps, step{name: f.Name()})
		t = f.Type()
	}
	return steps
}

func (t *Tracer) keyStep(index ast.Expr) step {
	if tv, ok := t.pkg.Info.Types[index]; ok && tv.Value != nil {
		if tv.Value.Kind() == constant.String {
			return step{name: constant.StringVal(tv.Value)}
		}
		return step{name: tv.Value.ExactString()}
	}
	return step{dyn: index}
}

func (t *Tracer) collectUse(cur inspector.Cursor, path []step, effs *[]effect, seen visited) {
	cur, path = t.climb(cur, path)
	kind, idx := cur.ParentEdge()
	parent := cur.Parent()
	add := func(e effect) {
		e.path = path
		*effs = append(*effs, e)
	}
	switch kind {
	case edge.AssignStmt_Lhs:
		add(assignment(parent.Node().(*ast.AssignStmt), idx))
	case edge.IncDecStmt_X:
		add(effect{op: opLose, node: parent.Node()})
	case edge.ValueSpec_Names:
		spec := parent.Node().(*ast.ValueSpec)
		e := effect{op: opSet, node: spec, idx: -1}
		switch {
		case len(spec.Values) == len(spec.Names):
			e.rhs = spec.Values[idx]
		case len(spec.Values) == 1:
			e.rhs, e.idx = spec.Values[0], idx
		default:
			e.zero = t.pkg.TypeOf(spec.Names[idx])
		}
		add(e)
	case edge.RangeStmt_Key, edge.RangeStmt_Value:
		rng := parent.Node().(*ast.RangeStmt)
		e := effect{op: opRange, node: rng.Key, rhs: rng.X}
		if kind == edge.RangeStmt_Value {
			e.node, e.idx = rng.Value, 1
		}
		add(e)
	case edge.SelectorExpr_X:
		// Have: place.method
		if s, ok := t.pkg.Info.Selections[parent.Node().(*ast.SelectorExpr)]; ok {
			path = append(slices.Clip(path), embeddedSteps(s)...)
		}
		gk, _ := parent.ParentEdge()
		if gk == edge.CallExpr_Fun {
			call := parent.Parent().Node().(*ast.CallExpr)
			add(effect{op: opCall, node: call, call: call, idx: -1})
			// A fluent method hands the same object on.
			t.collectFluent(parent.Parent(), path, effs, seen)
		} else {
			// What is done through the method value is not seen.
			add(effect{op: opTaint, node: parent.Node()})
		}
	case edge.CallExpr_Args:
		call := parent.Node().(*ast.CallExpr)
		expr, ok := cur.Node().(ast.Expr)
		if !ok || t.pkg.IsConversion(call) {
			break
		}
		typ := t.pkg.TypeOf(expr)
		switch builtin := t.pkg.builtin(call); {
		case builtin == "delete" && idx == 0, builtin == "clear":
			add(effect{op: opDelete, node: call, call: call})
		case builtin == "copy" && idx == 0:
			add(effect{op: opLose, node: call})
		case builtin == "" && (sharesState(typ) || isSlice(typ)):
			add(effect{op: opPass, node: call, call: call, idx: idx})
		}
	case edge.KeyValueExpr_Value, edge.CompositeLit_Elts:
		e, ok := cur.Node().(ast.Expr)
		if ok && isReference(t.pkg.TypeOf(e)) && t.ownLiteral(cur) {
			// What is done through the literal is not seen.
			add(effect{op: opTaint, node: e})
		}
	case edge.AssignStmt_Rhs:
		as := parent.Node().(*ast.AssignStmt)
		if idx < len(as.Lhs) && (len(as.Lhs) == len(as.Rhs) || isTypeAssert(cur.Node())) {
			t.collectAlias(as.Lhs[idx], cur, path, effs, seen)
		}
	case edge.ValueSpec_Values:
		spec := parent.Node().(*ast.ValueSpec)
		if idx < len(spec.Names) && len(spec.Names) == len(spec.Values) {
			t.collectAlias(spec.Names[idx], cur, path, effs, seen)
		}
	}
}

// ownLiteral reports whether the composite literal around an element is of a
// type of this package, or of no package.
func (t *Tracer) ownLiteral(elem inspector.Cursor) bool {
	for c := range elem.Parent().Enclosing((*ast.CompositeLit)(nil)) {
		named, ok := types.Unalias(deref(t.pkg.TypeOf(c.Node().(*ast.CompositeLit)))).(*types.Named)
		return !ok || named.Obj().Pkg() == t.pkg.Types
	}
	return false
}

// assignment returns the effect of an assignment on its left side at idx.
func assignment(as *ast.AssignStmt, idx int) effect {
	e := effect{op: opSet, node: as, tok: as.Tok, idx: -1}
	switch {
	case as.Tok != token.ASSIGN && as.Tok != token.DEFINE:
		e.op, e.rhs = opUpdate, as.Rhs[0]
	case len(as.Rhs) == len(as.Lhs):
		e.rhs = as.Rhs[idx]
	case len(as.Rhs) == 1:
		e.rhs, e.idx = as.Rhs[0], idx
	default:
		e.op = opLose // broken code
	}
	return e
}

func isTypeAssert(n ast.Node) bool {
	e, ok := n.(ast.Expr)
	if !ok {
		return false
	}
	_, ok = ast.Unparen(e).(*ast.TypeAssertExpr)
	return ok
}

// definitions counts the statements that give v a value.
func (t *Tracer) definitions(v *types.Var) int {
	n := 0
	for _, cur := range t.pkg.uses[v] {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.RangeStmt_Key, edge.RangeStmt_Value, edge.Field_Names:
			n++
		}
	}
	return n
}

// owner returns the function that declares v, nil for a package variable.
func (t *Tracer) owner(v *types.Var) ast.Node {
	if o, ok := t.owners[v]; ok {
		return o
	}
	var o ast.Node
	for _, cur := range t.pkg.uses[v] {
		if t.pkg.Info.Defs[cur.Node().(*ast.Ident)] == v {
			o = function(cur)
			break
		}
	}
	t.owners[v] = o
	return o
}

func (t *Tracer) isGlobal(v *types.Var) bool {
	return v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}
