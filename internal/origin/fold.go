package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strings"
)

// atEnd is the position behind a function: what a caller finds.
const atEnd = token.Pos(math.MaxInt)

// valueAt evaluates what the local variable v holds at pos.
func (t *Tracer) valueAt(v *types.Var, pos token.Pos, f *Frame) *Value {
	f = t.frameOf(v, f)
	for i := len(t.bound) - 1; i >= 0; i-- {
		if b := t.bound[i]; b.v == v && b.frame == f && b.pos <= pos && pos < b.end {
			t.boundHit++
			return b.value
		}
	}
	effs := t.effectsOf(v)
	acc, effs := t.resume(v, effs, pos, f)
	for _, lit := range t.pkg.deferred {
		if contains(lit, pos) && v.Pos() < lit.Pos() {
			// Have: a deferred function, which finds what its function left.
			var outside []effect
			outside, effs = split(effs, lit)
			start := acc
			acc = t.leaving(t.owner(v), v.Pos(), func(pos token.Pos) *Value { return t.fold(v, outside, 0, start, pos, f) })
		}
	}
	out := t.fold(v, effs, 0, acc, pos, f)
	if t.isWild(t.owner(v)) {
		// Have: a goto, which may lead back. What follows may have run.
		return join(out, t.fold(v, effs, 0, out, atEnd, f))
	}
	return out
}

// A checkpoint is what a variable holds after its first effects.
type checkpoint struct {
	done  int // how many effects
	value *Value
}

type checkpointKey struct {
	v *types.Var
	f *Frame
}

// resume evaluates what v holds after those of its effects that are behind
// it whenever control is at pos, and returns the others. It goes on from
// where it got the last time, so that questions in source order cost time
// proportional to the number of effects.
func (t *Tracer) resume(v *types.Var, effs []effect, pos token.Pos, f *Frame) (*Value, []effect) {
	key := checkpointKey{v, f}
	cp, ok := t.checkpoints[key]
	if !ok || cp.done > 0 && effs[cp.done-1].node.End() > pos {
		cp = checkpoint{value: t.initial(v, f)}
	}
	if len(effs) == 0 {
		return cp.value, effs
	}
	for cp.done < len(effs) {
		e := effs[cp.done]
		if len(e.ctl) > 0 || e.node.End() > pos || e.op == opRange || t.isWild(t.owner(v)) || !t.spend() {
			break
		}
		cp.value = t.apply(v, e, cp.value, f)
		cp.done++
	}
	// Inside a loop or a call that is being followed, other variables hold
	// what they hold only there.
	if len(t.bound) == 0 && len(t.growing) == 0 && t.budget > 0 {
		t.checkpoints[key] = cp
	}
	return cp.value, effs[cp.done:]
}

// split separates the effects inside a function literal from the others.
func split(effs []effect, lit *ast.FuncLit) (outside, inside []effect) {
	for _, e := range effs {
		if contains(lit, e.node.Pos()) {
			inside = append(inside, e)
		} else {
			outside = append(outside, e)
		}
	}
	return outside, inside
}

// initial evaluates what v holds before its function touches it.
func (t *Tracer) initial(v *types.Var, f *Frame) *Value {
	index, ok := t.pkg.param(t.owner(v), v)
	if !ok {
		return zero(v.Type())
	}
	if f.Call == nil || f.Func != t.owner(v) {
		key := checkpointKey{v, f}
		leaf, ok := t.params[key]
		if !ok {
			leaf = &Value{Op: Leaf, Frame: f, Type: v.Type(), Param: v}
			t.params[key] = leaf
		}
		return leaf
	}
	return t.argument(f, index)
}

// argument evaluates what the call of f passes for the parameter at index.
func (t *Tracer) argument(f *Frame, index int) *Value {
	if f.recv != nil { // an implicit call of a method without arguments
		if index < 0 {
			return t.eval(f.recv, f.Caller)
		}
		return unknown
	}
	args := f.Call.Args
	fun := ast.Unparen(f.Call.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if s, ok := t.pkg.Info.Selections[sel]; ok {
			switch s.Kind() {
			case types.MethodExpr: // T.Method(recv, …)
				index++
			case types.MethodVal:
				if index < 0 {
					v := t.eval(sel.X, f.Caller)
					return t.get(v, embeddedSteps(s), nil, f.Caller)
				}
			}
		}
	}
	ftype, _ := funcType(f.Func)
	last := ftype.Params.NumFields() - 1
	if index == last && isVariadic(ftype) && f.Call.Ellipsis == token.NoPos {
		if index > len(args) {
			return &Value{Op: List}
		}
		var elems []*Value
		for _, a := range args[index:] {
			elems = append(elems, t.eval(a, f.Caller))
		}
		return &Value{Op: List, Args: elems}
	}
	if len(args) == 1 && last > 0 {
		return t.evalResult(args[0], index, f.Caller) // f(g()) with several results
	}
	if index < 0 || index >= len(args) {
		return unknown
	}
	return t.eval(args[index], f.Caller)
}

func isVariadic(ftype *ast.FuncType) bool {
	list := ftype.Params.List
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].Type.(*ast.Ellipsis)
	return ok
}

// fold applies effects in source order to acc, up to pos, joining the
// branches that may or may not have run by then. All effects share their
// first level controls.
func (t *Tracer) fold(v *types.Var, effs []effect, level int, acc *Value, pos token.Pos, f *Frame) *Value {
	wild := t.isWild(t.owner(v))
	for i := 0; i < len(effs); {
		e := effs[i]
		if len(e.ctl) <= level {
			if e.node.End() <= pos || e.op == opRange && e.node.Pos() < pos {
				if !t.spend() {
					return unknown
				}
				next := t.apply(v, e, acc, f)
				if wild && e.node.Pos() > v.Pos() {
					next = join(acc, next)
				}
				acc = next
			}
			i++
			continue
		}
		stmt := e.ctl[level].stmt
		j := i + 1
		for j < len(effs) && len(effs[j].ctl) > level && effs[j].ctl[level].stmt == stmt {
			j++
		}
		group := effs[i:j]
		i = j
		if !t.spend() {
			return unknown
		}
		switch {
		case contains(stmt, pos):
			return t.foldInside(v, group, level, acc, pos, f)
		case pos < stmt.Pos():
			return acc
		default:
			acc = t.foldPast(v, group, level, acc, pos, f)
		}
	}
	return acc
}

// foldInside applies the effects of a statement with branches up to a
// position inside that statement.
func (t *Tracer) foldInside(v *types.Var, group []effect, level int, acc *Value, pos token.Pos, f *Frame) *Value {
	stmt := group[0].ctl[level].stmt
	outside := v.Pos() < stmt.Pos()
	var branch []effect
	switch s := stmt.(type) {
	case *ast.RangeStmt:
		var loopVars []effect
		loopVars, branch = splitRange(group)
		for _, e := range loopVars {
			acc = t.apply(v, e, acc, f)
		}
		if !contains(s.Body, pos) {
			branch = nil
		}
	default:
		for _, e := range group {
			if contains(e.ctl[level].branch, pos) {
				branch = append(branch, e)
			} else if fallsInto(e.ctl[level].branch, stmt, pos) {
				acc = join(acc, t.apply(v, e, acc, f))
			}
		}
	}
	if isLoop(stmt) && outside {
		// Have: the loop may have run before, effects after pos included.
		if last := group[len(group)-1]; last.node.End() > pos {
			acc = join(acc, t.fold(v, branch, level+1, acc, atEnd, f))
		}
	}
	return t.fold(v, branch, level+1, acc, pos, f)
}

// foldPast applies the effects of a statement with branches that is over.
func (t *Tracer) foldPast(v *types.Var, group []effect, level int, acc *Value, pos token.Pos, f *Frame) *Value {
	stmt := group[0].ctl[level].stmt
	in := func(branch ast.Node) []effect {
		var effs []effect
		for _, e := range group {
			if e.ctl[level].branch == branch {
				effs = append(effs, e)
			}
		}
		return effs
	}
	// after evaluates what a branch leaves behind, nil if nothing gets past it.
	after := func(branch ast.Node, body []ast.Stmt) *Value {
		if t.pkg.leaves(body) {
			return nil
		}
		return t.fold(v, in(branch), level+1, acc, atEndOf(branch, pos), f)
	}
	switch s := stmt.(type) {
	case *ast.IfStmt:
		out := after(s.Body, s.Body.List)
		switch alt := s.Else.(type) {
		case nil:
			return join(acc, out)
		case *ast.BlockStmt:
			return join(out, after(alt, alt.List))
		default: // else if
			return join(out, t.fold(v, in(alt), level+1, acc, atEndOf(alt, pos), f))
		}
	case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		var out *Value
		body := switchBody(s)
		exhaustive := false
		for i, c := range body.List {
			var stmts []ast.Stmt
			switch c := c.(type) {
			case *ast.CaseClause:
				stmts = c.Body
				exhaustive = exhaustive || c.List == nil
			case *ast.CommClause:
				stmts = c.Body
				exhaustive = true // one of them runs
			}
			// Control enters here, and may fall through to the next ones.
			r := after(c, stmts)
			for j := i; r != nil && fallsThrough(body.List[j]) && j+1 < len(body.List); j++ {
				next := body.List[j+1].(*ast.CaseClause)
				r = t.fold(v, in(next), level+1, r, atEndOf(next, pos), f)
				if t.pkg.leaves(next.Body) {
					r = nil
				}
			}
			if r != nil {
				out = join(out, r)
			}
		}
		if !exhaustive {
			out = join(acc, out)
		}
		if out == nil {
			return acc
		}
		return out
	case *ast.RangeStmt:
		return t.foldRange(v, s, group, level, acc, f)
	case *ast.ForStmt:
		return join(acc, t.foldExits(v, group, level+1, acc, s, f))
	case *ast.DeferStmt:
		return acc // runs when the function is over
	default: // *ast.FuncLit, *ast.GoStmt: may run, or not, at a time unknown
		return join(acc, t.fold(v, group, level+1, acc, atEnd, f))
	}
}

// atEndOf returns a position behind a branch that keeps the difference
// between the end of the function and a place inside it.
func atEndOf(branch ast.Node, pos token.Pos) token.Pos {
	if pos == atEnd {
		return atEnd
	}
	return branch.End()
}

// foldRange applies the effects of a range loop. A loop over a list or map
// whose elements are known is unrolled.
func (t *Tracer) foldRange(v *types.Var, s *ast.RangeStmt, group []effect, level int, acc *Value, f *Frame) *Value {
	loopVars, body := splitRange(group)
	if len(loopVars) > 0 || len(body) == 0 {
		return acc // v is the range variable itself
	}
	rounds, ok := t.rounds(t.eval(s.X, f).Strip())
	if !ok {
		return join(acc, t.foldExits(v, body, level+1, acc, s, f))
	}
	key, elem := t.rangeVar(s.Key), t.rangeVar(s.Value)
	j := t.jumpsOf(s)
	for _, r := range rounds {
		if !t.spend() {
			return unknown
		}
		n := len(t.bound)
		if key != nil {
			t.bound = append(t.bound, binding{key, t.frameOf(key, f), r.key, s.Body.Pos(), s.Body.End()})
		}
		if elem != nil {
			t.bound = append(t.bound, binding{elem, t.frameOf(elem, f), r.elem, s.Body.Pos(), s.Body.End()})
		}
		next := t.foldExits(v, body, level+1, acc, s, f)
		t.bound = t.bound[:n]
		if r.cond || j.breaks && !j.once {
			next = join(acc, next)
		}
		acc = next
		if j.once {
			break
		}
	}
	return acc
}

// foldExits evaluates what v holds when a function body, or one run of a
// loop's body, is over, on whichever way.
func (t *Tracer) foldExits(v *types.Var, effs []effect, level int, acc *Value, body ast.Node, f *Frame) *Value {
	var out *Value
	for _, pos := range t.jumpsOf(body).exits {
		out = join(out, t.fold(v, effs, level, acc, pos, f))
	}
	if out == nil {
		return acc // it never ends
	}
	return out
}

// A round is one run through the body of a range loop.
type round struct {
	key, elem *Value
	cond      bool
}

// rounds lists the runs of a range loop over x, if they are known. The
// order of those over a map is that of the keys.
func (t *Tracer) rounds(x *Value) ([]round, bool) {
	var out []round
	switch {
	case x.Op == List && len(x.Args) <= maxElements && len(x.Done) == 0:
		for i, e := range x.Args {
			key := &Value{Op: Const, Const: constant.MakeInt64(int64(i))}
			out = append(out, round{key, e, e.Cond})
		}
		return out, true
	case x.Op == Record && isMap(x.Type) && len(x.Fields) <= maxElements && len(x.Done) == 0:
		for _, fd := range x.Fields {
			if fd.Key != nil {
				return nil, false
			}
			out = append(out, round{stringConst(fd.Name), fd.Val, fd.Cond})
		}
		slices.SortStableFunc(out, func(a, b round) int {
			return strings.Compare(constant.StringVal(a.key.Const), constant.StringVal(b.key.Const))
		})
		return out, true
	}
	return nil, false
}

func (t *Tracer) rangeVar(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := t.pkg.ObjectOf(id).(*types.Var)
	return v
}

// splitRange separates the setting of the range variables from the effects
// in the body of the loop.
func splitRange(group []effect) (vars, body []effect) {
	for _, e := range group {
		if e.op == opRange && contains(e.ctl[len(e.ctl)-1].stmt, e.node.Pos()) && isRangeVar(e) {
			vars = append(vars, e)
		} else {
			body = append(body, e)
		}
	}
	return vars, body
}

// isRangeVar reports whether the innermost branch around e is the range
// clause itself.
func isRangeVar(e effect) bool {
	c := e.ctl[len(e.ctl)-1]
	rng, ok := c.stmt.(*ast.RangeStmt)
	return ok && c.branch != ast.Node(rng.Body)
}

func isLoop(n ast.Node) bool {
	switch n.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

// fallsThrough reports whether a clause ends in fallthrough.
func fallsThrough(clause ast.Stmt) bool {
	c, ok := clause.(*ast.CaseClause)
	if !ok || len(c.Body) == 0 {
		return false
	}
	br, ok := c.Body[len(c.Body)-1].(*ast.BranchStmt)
	return ok && br.Tok == token.FALLTHROUGH
}

// fallsInto reports whether control may get from a clause of a switch to
// pos, in a later one.
func fallsInto(branch, stmt ast.Node, pos token.Pos) bool {
	s, ok := stmt.(*ast.SwitchStmt)
	if !ok {
		return false
	}
	falls := false
	for _, c := range s.Body.List {
		if contains(c, pos) {
			return falls
		}
		falls = fallsThrough(c) && (falls || c == branch)
	}
	return false
}

func switchBody(n ast.Node) *ast.BlockStmt {
	switch n := n.(type) {
	case *ast.SwitchStmt:
		return n.Body
	case *ast.TypeSwitchStmt:
		return n.Body
	case *ast.SelectStmt:
		return n.Body
	}
	return nil
}

// apply evaluates what v holds after one effect, if it held acc before.
func (t *Tracer) apply(v *types.Var, e effect, acc *Value, f *Frame) *Value {
	if acc == nil {
		acc = unknown
	}
	n := len(t.bound)
	bound := binding{v, t.frameOf(v, f), acc, e.node.Pos(), e.node.End()}
	if e.op == opLit {
		bound.pos, bound.end = e.lit.Pos(), e.lit.End()
	}
	t.bound = append(t.bound, bound)
	defer func() { t.bound = t.bound[:n] }()
	switch e.op {
	case opSet:
		val := t.assigned(e, f)
		if c := val.Strip(); c.Op == Concat && len(e.path) == 0 && c.Args[0].Strip() == acc.Strip() {
			// Have: v = v + …, which is v += …
			val = concat(append([]*Value{underived(acc)}, c.Args[1:]...)...)
		}
		return t.set(acc, e.path, val, e.node, f)
	case opUpdate:
		old := t.get(acc, e.path, nil, f)
		val := t.assigned(e, f)
		if e.tok == token.ADD_ASSIGN {
			if isText(t.pkg.TypeOf(e.rhs)) {
				return t.set(acc, e.path, concat(underived(old), val), e.node, f)
			}
			return t.set(acc, e.path, &Value{Op: Binary, Tok: token.ADD, Args: []*Value{old, val}}, e.node, f)
		}
		return t.set(acc, e.path, unknown, e.node, f)
	case opRange:
		return t.rangeValue(e, f)
	case opCall:
		return t.applyCall(e, acc, f)
	case opPass:
		return t.applyPass(e, acc, f)
	case opLit:
		g := t.enter(e.lit, e.call, f, nil)
		if g == nil {
			return acc
		}
		return t.foldExits(v, e.sub, 0, acc, e.lit, g)
	case opDelete:
		return t.applyDelete(e, acc, f)
	case opTaint:
		return t.set(acc, e.path, tainted(t.get(acc, e.path, nil, f), "through another variable"), e.node, f)
	}
	return t.set(acc, e.path, unknown, e.node, f)
}

// applyDelete evaluates delete and clear.
func (t *Tracer) applyDelete(e effect, acc *Value, f *Frame) *Value {
	old := t.get(acc, e.path, nil, f).Strip()
	if old.Op != Record {
		return t.set(acc, e.path, unknown, e.node, f)
	}
	w := *old
	w.Fields = nil
	if len(e.call.Args) > 1 {
		key, ok := t.eval(e.call.Args[1], f).StringConst()
		if !ok {
			return t.set(acc, e.path, tainted(old, "entries are deleted"), e.node, f)
		}
		w.Fields = withoutField(old.Fields, Field{Name: key})
	}
	return t.set(acc, e.path, &w, e.node, f)
}

func (t *Tracer) assigned(e effect, f *Frame) *Value {
	switch {
	case e.rhs == nil:
		return zero(e.zero)
	case e.idx >= 0:
		return t.evalResult(e.rhs, e.idx, f)
	}
	return t.eval(e.rhs, f)
}

func isText(typ types.Type) bool {
	if typ == nil {
		return false
	}
	b, ok := core(typ).(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func (t *Tracer) rangeValue(e effect, f *Frame) *Value {
	x := t.eval(e.rhs, f)
	s := x.Strip()
	if e.idx == 1 && s.Op == List && len(s.Args) > 0 && len(s.Args) <= maxElements {
		return choice(s.Args...)
	}
	if e.idx == 0 && s.Op == List {
		return &Value{Op: Leaf, Frame: f}
	}
	return &Value{Op: Range, Result: e.idx, Args: []*Value{x}, Frame: f}
}
