package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/knowledge"
)

// Same reports whether an expression that is evaluated in frame f has the
// value there that it would have right before a statement of the same
// function, or of one from which f is reached. A parameter of a function on
// the way stands for what the call passes:
//
//	func (s *server) make(name string) *Capability { c := New(s.sid); … }
//
//	c := s.make(r.Name) // s.sid is evaluated in make
//	c.Generate()        // here it is s.sid as well
//
// The expression has no side effects then, and nothing that runs between may
// change what it reads. If v is known, it has that value, too. A call that
// isClock tells to ask for the time counts as one that returns the same.
func (t *Tracer) Same(v *Value, e ast.Expr, f *Frame, at ast.Stmt, isClock func(*ast.CallExpr) bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.index.Info.Types[e].Value != nil {
		return true
	}
	return t.again(e, f, at, func(r *again) bool {
		r.isClock = isClock
		if !r.same(e, f) {
			return false
		}
		if v != nil && v.src != nil && v.src.isFixed() && v.x == r.x {
			w := r.value(e, f)
			return w.kind == kUnknown || !w.isFixed() || equal(inside(w), inside(v.src))
		}
		return true
	})
}

// again reports whether something holds for an expression of frame f whenever
// a statement begins. The statement is one of the function of f, or of one
// from which f is reached.
func (t *Tracer) again(e ast.Expr, f *Frame, at ast.Stmt, holds func(*again) bool) bool {
	decl := t.index.OuterFunction(at)
	top := f
	for top != nil && top.Func != decl {
		top = top.Caller
	}
	if top == nil || top.root == nil {
		return false
	}
	befores := top.root.x.befores[beforeKey{top, at}]
	for _, b := range befores {
		s := *b.state
		if !holds(&again{index: t.index, x: top.root.x, top: top, before: b, st: &s}) {
			return false
		}
	}
	return len(befores) > 0
}

// inside returns the value in an interface.
func inside(v *val) *val {
	if v.kind == kIface && len(v.args) == 1 {
		return v.args[0]
	}
	return v
}

// An again evaluates expressions once more, right before a statement.
type again struct {
	index  *Index
	x      *executor
	top    *Frame // the function of the statement
	before before
	st     *state

	isClock func(*ast.CallExpr) bool
}

// same reports whether e would have the value again that it has in f.
//
// Operators, conversions, literals, and calls of pure functions have the same
// value if their operands have.
func (r *again) same(e ast.Expr, f *Frame) bool {
	e = ast.Unparen(e)
	if tv := r.index.Info.Types[e]; tv.Value != nil || tv.IsNil() || tv.IsType() {
		return true
	}
	all := func(list ...ast.Expr) bool {
		return !slices.ContainsFunc(list, func(e ast.Expr) bool { return e != nil && !r.same(e, f) })
	}
	switch e := e.(type) {
	case *ast.Ident:
		if _, isVar := r.index.ObjectOf(e).(*types.Var); !isVar {
			return true // a function
		}
		if arg, ok := r.argument(e, f); ok {
			return r.reads(e, f) || r.isWhole(e, f) && r.same(arg, f.Caller)
		}
		return r.reads(e, f)
	case *ast.SelectorExpr:
		if sel, ok := r.index.Info.Selections[e]; ok && sel.Kind() == types.FieldVal || !ok {
			if _, isVar := r.index.ObjectOf(e.Sel).(*types.Var); !isVar {
				return true
			}
			return r.reads(e, f)
		}
		return false // a method value
	case *ast.StarExpr, *ast.IndexExpr:
		return r.reads(e, f)
	case *ast.BinaryExpr:
		return all(e.X, e.Y)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			_, isLit := ast.Unparen(e.X).(*ast.CompositeLit)
			return isLit && all(e.X)
		}
		return e.Op != token.ARROW && all(e.X)
	case *ast.SliceExpr:
		return isString(r.index.TypeOf(e.X)) && all(e.X, e.Low, e.High, e.Max)
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, isIdent := kv.Key.(*ast.Ident); !isIdent || !isField(r.index.ObjectOf(id)) {
					if !all(kv.Key) {
						return false
					}
				}
				elt = kv.Value
			}
			if !all(elt) {
				return false
			}
		}
		return true
	case *ast.CallExpr:
		return r.sameCall(e, f)
	}
	return false
}

func isField(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField()
}

// sameCall reports whether a call would return the same again: of a function
// that depends on nothing but its operands, and what they refer to.
func (r *again) sameCall(call *ast.CallExpr, f *Frame) bool {
	operands := slices.Clone(call.Args)
	env := false
	switch b := r.index.Builtin(call); {
	case r.index.IsConversion(call):
	case r.isClock(call):
		if operands = nil; r.index.StaticCallee(call) == nil {
			operands = []ast.Expr{call.Fun} // a function value
		}
	case b == "len", b == "cap", b == "min", b == "max":
	case b != "":
		return false
	default:
		fn := r.index.StaticCallee(call)
		eff, ok := knowledge.EffectOf(fn)
		if !ok || eff.Acts || eff.Varies || eff.SetsEnv || eff.NoReturn ||
			len(eff.Writes)+len(eff.WritesDeep)+len(eff.Keeps)+len(eff.Calls) > 0 {
			return false
		}
		env = eff.Env
		if len(eff.Formats) > 0 && slices.ContainsFunc(operands, func(e ast.Expr) bool { return !isScalar(r.index.TypeOf(e)) }) {
			return false // its methods may do anything
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && r.index.Info.Selections[sel] != nil {
			operands = append(operands, sel.X)
		}
	}
	for _, e := range operands {
		if !r.same(e, f) {
			return false
		}
	}
	for _, ev := range r.evals(call, f) {
		if env && ev.state.env != r.st.env {
			return false
		}
	}
	refers := slices.ContainsFunc(operands, func(e ast.Expr) bool { return !isScalar(r.index.TypeOf(e)) })
	return (!env || len(r.evals(call, f)) > 0) && (!refers || r.isQuiet(call, f))
}

// isQuiet reports whether no memory has changed since e was evaluated, but
// for variables that nothing refers to.
func (r *again) isQuiet(e ast.Expr, f *Frame) bool {
	evals := r.evals(e, f)
	for _, ev := range evals {
		if ev.state.epoch != r.st.epoch || ev.state.env != r.st.env {
			return false
		}
		quiet := true
		ev.state.heap.diff(r.st.heap, func(id int, was, now *cell) {
			if was == nil || now == nil || was.equal(now) {
				return // nobody has looked at it
			}
			o := r.x.objects[id]
			quiet = quiet && o.vals != nil && !o.vals.Heap && !now.shared && !now.volatile
		})
		if !quiet {
			return false
		}
	}
	return len(evals) > 0
}

// SameContents reports whether what a map, a slice, or a pointer refers to is
// the same right before a statement as it was where e was evaluated. It goes
// with [Tracer.Same].
func (t *Tracer) SameContents(e ast.Expr, f *Frame, at ast.Stmt) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.again(e, f, at, func(r *again) bool {
		evals := r.evals(e, f)
		return len(evals) > 0 && !slices.ContainsFunc(evals, func(ev evaluated) bool { return !r.holdsSame(ev.v, ev.state) })
	})
}

// Private reports whether all variables in an expression of frame f are
// variables of the function of a statement that nothing refers to.
func (t *Tracer) Private(e ast.Expr, f *Frame, at ast.Stmt) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.again(e, f, at, func(r *again) bool {
		private := f == r.top
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, isVar := r.index.ObjectOf(id).(*types.Var); isVar && !v.IsField() {
					addr := r.address(v, f)
					private = private && addr != nil && addr.obj != nil && addr.obj.vals != nil && !addr.obj.vals.Heap
				}
			}
			return private
		})
		return private
	})
}

// reads reports whether e, which reads a variable, an element, or what a
// pointer refers to, would read the same again.
func (r *again) reads(e ast.Expr, f *Frame) bool {
	v := r.value(e, f)
	if v.kind == kUnknown {
		return false
	}
	evals := r.evals(e, f)
	for _, ev := range evals {
		if !sameValue(v, ev.v) {
			return false
		}
	}
	return len(evals) > 0
}

// holdsSame reports whether what a value refers to is the same as in another
// state, as far as the executor follows it.
func (r *again) holdsSame(v *val, was *state) bool {
	if !refersToMemory(v) {
		return true
	}
	same := true
	seen := make(map[*object]bool)
	var walk func(v *val)
	look := func(o *object) {
		if seen[o] || !same {
			return
		}
		seen[o] = true
		p, q := r.x.held(was, o), r.x.held(r.st, o)
		if p == nil || q == nil {
			same = same && was.epoch == r.st.epoch // of memory that nobody has looked at
			return
		}
		if p.volatile || q.volatile || !sameHeld(p, q) {
			same = false
			return
		}
		walk(p.v)
		for _, e := range p.entries {
			walk(e.v)
		}
	}
	walk = func(v *val) {
		if v == nil {
			return
		}
		if v.obj != nil {
			look(v.obj)
		}
		if v.kind == kSym && !isScalar(v.typ) {
			if o, ok := r.x.objIndex[objKey{kind: objPointee, a: v.sym}]; ok {
				look(o)
			} else {
				same = same && was.epoch == r.st.epoch
			}
		}
		for _, a := range v.args {
			walk(a)
		}
	}
	walk(v)
	return same
}

// sameHeld reports whether an object holds the same in two states, whatever
// was done with it.
func sameHeld(p, q *cell) bool {
	return p.open == q.open && (p.v == q.v || p.v != nil && q.v != nil && equal(p.v, q.v)) &&
		sameEntries(p.entries, q.entries)
}

func refersToMemory(v *val) bool {
	switch v.kind {
	case kConst, kConcat:
		return false
	}
	return true
}

// sameValue reports whether two values are one whenever the code runs. A
// value that is one of several is the same only if it is the very one.
func sameValue(a, b *val) bool {
	return a.kind != kUnknown && equal(a, b) && (a.isFixed() || a == b || a.kind == kChoice && b.kind == kChoice && sameAlternatives(a, b))
}

// sameAlternatives reports whether two choices were made by the same join.
func sameAlternatives(a, b *val) bool {
	return len(a.args) == len(b.args) && !slices.ContainsFunc(a.args, func(v *val) bool { return !slices.Contains(b.args, v) })
}

// evals returns what e was in f each time that may matter right before the
// statement: in the same rounds of the loops around both. It returns none if e
// is not evaluated in each of them.
func (r *again) evals(e ast.Expr, f *Frame) []evaluated {
	ev := r.x.evals[evalKey{f, ast.Unparen(e)}]
	if ev == nil {
		return nil
	}
	at := r.before.node
	var out []evaluated
	here := slices.ContainsFunc(ev.list, func(one evaluated) bool { return one.node.act == at.act })
	for _, one := range ev.list {
		if one.node.act != at.act {
			if !here {
				out = append(out, one)
			}
			continue
		}
		here, there := one.node.act.graph.loops[one.node.block.Index], at.act.graph.loops[at.block.Index]
		shared := 0
		for shared < len(here) && shared < len(there) && here[shared] == there[shared] {
			shared++
		}
		if shared < len(here) {
			return nil // it is in a loop that the statement is not in
		}
		if !slices.Equal(one.node.rounds[:shared], at.rounds[:shared]) {
			continue
		}
		if shared > 0 && !r.precedes(one.node.block, e) {
			return nil // it may be that of another round
		}
		out = append(out, one)
	}
	return out
}

// precedes reports whether e, in a block, is always evaluated before the
// statement begins.
func (r *again) precedes(b *ssa.BasicBlock, e ast.Expr) bool {
	at := r.before.node.block
	if b != at {
		return b.Dominates(at)
	}
	for i, instr := range b.Instrs {
		if d, ok := instr.(*ssa.DebugRef); ok && ast.Unparen(d.Expr) == ast.Unparen(e) {
			return i < r.before.index
		}
		if c, ok := instr.(*ssa.Call); ok && r.x.prog.callAt(c.Call.Pos()) == e {
			return i < r.before.index
		}
	}
	return false
}
