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

// A place is a variable and the way from it to a part of what it holds.
// Pointers and interfaces are looked through: p.x and (*p).x are one place.

// A step leads from a value to a part of it.
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

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

func isSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// isIndexed reports whether values of type t have parts that are set by
// index: maps, slices, and arrays.
func isIndexed(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Array:
		return true
	}
	return false
}

// isReference reports whether a copy of a value of type t shares what the
// value holds.
func isReference(t types.Type) bool {
	if t == nil {
		return false
	}
	switch core(t).(type) {
	case *types.Map, *types.Pointer, *types.Interface:
		return true
	}
	return false
}

func fieldSteps(s *types.Selection) []step {
	var steps []step
	t := s.Recv()
	for _, i := range s.Index() {
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

// embeddedSteps returns the way from the operand of a method selection to
// the embedded field that has the method.
func embeddedSteps(s *types.Selection) []step {
	var steps []step
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		st, ok := deref(t).Underlying().(*types.Struct)
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

// collectFluent follows a chain x.A().B(): if A's result has the type of
// its receiver, B acts on x too.
func (t *Tracer) collectFluent(call inspector.Cursor, path []step, effs *[]effect, seen visited) {
	c := call.Node().(*ast.CallExpr)
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	s, ok := t.pkg.Info.Selections[sel]
	if !ok || t.pkg.TypeOf(c) == nil || !isReference(t.pkg.TypeOf(c)) {
		return
	}
	recv := s.Recv()
	if ptr, ok := recv.Underlying().(*types.Pointer); ok {
		recv = ptr.Elem()
	}
	res := t.pkg.TypeOf(c)
	if ptr, ok := res.Underlying().(*types.Pointer); ok {
		res = ptr.Elem()
	}
	if !types.Identical(recv, res) {
		return
	}
	if len(s.Index()) > 1 {
		return
	}
	t.collectUse(call, path, effs, seen)
}

// collectAlias follows x in "x := place": what is done to x is done to
// what place holds, if x never holds anything else. If it does, or if it is
// a copy of what refers to the same elements, what is done to it is lost.
func (t *Tracer) collectAlias(lhs ast.Expr, rhs inspector.Cursor, path []step, effs *[]effect, seen visited) {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		if e, ok := rhs.Node().(ast.Expr); ok && isReference(t.pkg.TypeOf(e)) {
			// Have: other.field = place. What is done through it is not seen.
			*effs = append(*effs, effect{op: opTaint, path: path, node: rhs.Parent().Node()})
		}
		return
	}
	if id.Name == "_" {
		return
	}
	v, ok := t.pkg.ObjectOf(id).(*types.Var)
	if !ok {
		t.collectClauses(rhs, path, effs, seen)
		return
	}
	if t.isGlobal(v) || !sharesState(v.Type()) && !isSlice(v.Type()) {
		return
	}
	if e, ok := rhs.Node().(ast.Expr); ok && isInterface(v.Type()) && !isReference(t.pkg.TypeOf(e)) {
		return // a copy
	}
	exact := isReference(v.Type()) && t.definitions(v) == 1
	var sub []effect
	t.collect(v, path, &sub, seen)
	for _, e := range sub {
		switch {
		case e.op == opSet && len(e.path) == len(path) && !t.throughPointer(v, e):
			continue // the alias itself gets a value
		case exact, isSlice(v.Type()) && t.definitions(v) == 1 && e.op == opSet && len(e.path) > len(path):
			*effs = append(*effs, e)
		case e.op == opPass && !isReference(v.Type()), len(e.path) == len(path) && isSlice(v.Type()):
			// A slice that is appended to, or read, elsewhere.
		default:
			*effs = append(*effs, effect{op: opTaint, path: path, node: e.node})
		}
	}
}

// throughPointer reports whether an assignment sets what the pointer v
// points to: *v = x.
func (t *Tracer) throughPointer(v *types.Var, e effect) bool {
	as, ok := e.node.(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range as.Lhs {
		if star, ok := ast.Unparen(lhs).(*ast.StarExpr); ok {
			if id, ok := ast.Unparen(star.X).(*ast.Ident); ok && t.pkg.ObjectOf(id) == v {
				return true
			}
		}
	}
	return false
}

// collectClauses follows x in "switch x := place.(type)".
func (t *Tracer) collectClauses(rhs inspector.Cursor, path []step, effs *[]effect, seen visited) {
	for c := range rhs.Enclosing((*ast.TypeSwitchStmt)(nil)) {
		for _, clause := range c.Node().(*ast.TypeSwitchStmt).Body.List {
			if v, ok := t.pkg.Info.Implicits[clause].(*types.Var); ok && isReference(v.Type()) {
				t.collect(v, path, effs, seen)
			}
		}
		return
	}
}

func isInterface(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := core(t).(*types.Interface)
	return ok
}

// sharesState reports whether a copy of a value of type t shares something
// with it that can change.
func sharesState(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if isReference(u.Field(i).Type()) && !isInterface(u.Field(i).Type()) {
				return true
			}
		}
		return false
	}
	return isReference(t)
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

// throughClosures gives each effect its branches, and moves effects inside
// a closure that has a name to the calls of that closure.
func (t *Tracer) throughClosures(v *types.Var, effs []effect) []effect {
	owner := t.owner(v)
	var out []effect
	byLit := make(map[*ast.FuncLit][]effect)
	var lits []*ast.FuncLit
	for _, e := range effs {
		cur, ok := t.pkg.Cursor(e.node)
		if !ok {
			continue
		}
		if e.op == opRange {
			// The range variable is set inside the loop, before its body.
			e.ctl = t.controls(cur, owner)
			out = append(out, e)
			continue
		}
		if lit := t.namedClosure(cur, owner); lit != nil {
			e.ctl = t.controls(cur, lit)
			if _, ok := byLit[lit]; !ok {
				lits = append(lits, lit)
			}
			byLit[lit] = append(byLit[lit], e)
			continue
		}
		e.ctl = t.controls(cur, owner)
		out = append(out, e)
	}
	for _, lit := range lits {
		sub := byLit[lit]
		slices.SortStableFunc(sub, func(a, b effect) int { return int(a.node.Pos() - b.node.Pos()) })
		for _, call := range t.closureCalls(lit) {
			c := call.Node().(*ast.CallExpr)
			if contains(lit, c.Pos()) {
				continue // recursive
			}
			out = append(out, effect{op: opLit, node: c, call: c, lit: lit, sub: sub, ctl: t.controls(call, owner)})
		}
	}
	return out
}

// namedClosure returns the function literal around cur and below owner
// that is bound to a variable of its own, if there is one.
func (t *Tracer) namedClosure(cur inspector.Cursor, owner ast.Node) *ast.FuncLit {
	var found *ast.FuncLit
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if c.Node() == owner {
			break
		}
		if lit, ok := c.Node().(*ast.FuncLit); ok && t.closureVar(c) != nil {
			found = lit
		}
	}
	return found
}

// closureVar returns the variable that holds only this function literal.
func (t *Tracer) closureVar(lit inspector.Cursor) *types.Var {
	kind, idx := lit.ParentEdge()
	var name ast.Expr
	switch kind {
	case edge.AssignStmt_Rhs:
		as := lit.Parent().Node().(*ast.AssignStmt)
		if len(as.Lhs) == len(as.Rhs) {
			name = as.Lhs[idx]
		}
	case edge.ValueSpec_Values:
		spec := lit.Parent().Node().(*ast.ValueSpec)
		if len(spec.Names) == len(spec.Values) {
			name = spec.Names[idx]
		}
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := t.pkg.ObjectOf(id).(*types.Var)
	if v == nil || t.isGlobal(v) || v.IsField() || t.sets(v) != 1 {
		return nil
	}
	return v
}

// sets counts the definitions of v that give it a value other than zero.
func (t *Tracer) sets(v *types.Var) int {
	n := 0
	for _, cur := range t.pkg.uses[v] {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.RangeStmt_Key, edge.RangeStmt_Value, edge.Field_Names:
			n++
		case edge.ValueSpec_Names:
			if len(cur.Parent().Node().(*ast.ValueSpec).Values) > 0 {
				n++
			}
		case edge.UnaryExpr_X:
			n += 2 // its address is taken
		}
	}
	return n
}

// closureCalls returns the calls of a named closure.
func (t *Tracer) closureCalls(lit *ast.FuncLit) []inspector.Cursor {
	cur, ok := t.pkg.Cursor(lit)
	if !ok {
		return nil
	}
	v := t.closureVar(cur)
	if v == nil {
		return nil
	}
	var calls []inspector.Cursor
	for _, use := range t.pkg.uses[v] {
		if kind, _ := use.ParentEdge(); kind == edge.CallExpr_Fun {
			calls = append(calls, use.Parent())
		}
	}
	return calls
}

// controls returns the branches between owner and cur, outermost first.
func (t *Tracer) controls(cur inspector.Cursor, owner ast.Node) []control {
	var ctl []control
	for c := cur; c.Node() != nil && c.Node() != owner; c = c.Parent() {
		kind, _ := c.ParentEdge()
		if kind == edge.Invalid {
			break // a file
		}
		parent := c.Parent()
		switch kind {
		case edge.IfStmt_Body, edge.IfStmt_Else,
			edge.ForStmt_Body, edge.ForStmt_Post, edge.RangeStmt_Body,
			edge.RangeStmt_Key, edge.RangeStmt_Value:
			ctl = append(ctl, control{parent.Node(), c.Node()})
		case edge.CaseClause_Body, edge.CommClause_Body, edge.CommClause_Comm:
			// CaseClause → BlockStmt → SwitchStmt
			ctl = append(ctl, control{parent.Parent().Parent().Node(), parent.Node()})
		case edge.DeferStmt_Call, edge.GoStmt_Call:
			ctl = append(ctl, control{parent.Node(), c.Node()})
		case edge.FuncLit_Body:
			if parent.Node() != owner && (!calledInPlace(parent) || len(t.jumpsOf(parent.Node()).exits) > 1) {
				ctl = append(ctl, control{parent.Node(), c.Node()})
			}
		}
	}
	slices.Reverse(ctl)
	return ctl
}

// calledInPlace reports whether a function literal runs exactly once, where
// it stands: func(){…}().
func calledInPlace(lit inspector.Cursor) bool {
	for {
		kind, _ := lit.ParentEdge()
		if kind == edge.ParenExpr_X {
			lit = lit.Parent()
			continue
		}
		if kind != edge.CallExpr_Fun {
			return false
		}
		kind, _ = lit.Parent().ParentEdge()
		return kind != edge.GoStmt_Call && kind != edge.DeferStmt_Call
	}
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
