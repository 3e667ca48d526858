package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"math"
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
	// broken evaluates what a clause leaves behind where it is broken out of.
	broken := func(clause ast.Stmt, acc *Value) (out *Value) {
		for _, at := range breaksOf(clause) {
			out = join(out, t.fold(v, in(clause), level+1, acc, at, f))
		}
		return out
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
			out = join(out, broken(c, acc))
			for j := i; r != nil && fallsThrough(body.List[j]) && j+1 < len(body.List); j++ {
				next := body.List[j+1].(*ast.CaseClause)
				out = join(out, broken(next, r))
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
