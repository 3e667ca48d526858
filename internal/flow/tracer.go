package flow

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ssa"
)

// budget is the number of steps that the execution of one function may take,
// with all that it calls.
const budget = 60000

// A Tracer answers what the expressions of a package are, and what happens to
// the objects that they make. It may be used concurrently.
type Tracer struct {
	pkg   *Package
	fset  *token.FileSet
	known Knowing
	built bool
	prog  *Program // nil if the package can't be built

	mu        sync.Mutex
	roots     map[*ssa.Function]*root
	summaries map[*types.Var]*Value
	lost      bool
	err       error
}

// A root is a function that was executed on its own.
type root struct {
	x       *executor
	view    *viewer
	frame   *Frame
	final   *state // at its return
	results []*val
}

// newTracer returns a Tracer over an indexed package. If the package has type
// errors, nothing but constants is known.
//
// An object that is handed to a function outside the package may be changed
// there. known names the functions for which the client itself sees to what
// they do, from the calls recorded in [Value.Done]; it may be nil.
func newTracer(fset *token.FileSet, p *Package, typed bool, known Knowing) *Tracer {
	for _, f := range p.Files {
		for _, spec := range f.Imports {
			typed = typed && spec.Path.Value != `"C"` // which has no types
		}
	}
	return &Tracer{pkg: p, built: !typed, fset: fset, known: known, roots: make(map[*ssa.Function]*root), summaries: make(map[*types.Var]*Value)}
}

// program returns the program, which is built when it is first asked for.
func (t *Tracer) program() *Program {
	if !t.built {
		t.built = true
		defer t.caught(func() token.Pos { return token.NoPos })
		t.prog = NewProgram(t.fset, []Unit{{t.pkg.Types, t.pkg.Info, t.pkg.Files}}, t.known)
	}
	return t.prog
}

// caught makes a panic an error of the package. What was to be found out is
// not known then.
func (t *Tracer) caught(where func() token.Pos) {
	r := recover()
	if r == nil || t.err != nil {
		return
	}
	at := t.fset.Position(where())
	t.err = fmt.Errorf("%s: captoken failed on this code, please report it: %v", cmp.Or(at.String(), t.pkg.Types.Path()), r)
}

// Err returns what went wrong inside of captoken itself, nil if nothing did.
func (t *Tracer) Err() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// Ready reports whether anything is known of values. It is not if the package
// has type errors.
func (t *Tracer) Ready() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.program() != nil
}

// Exhausted reports whether the last evaluation ran out of budget.
func (t *Tracer) Exhausted() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.lost
}

// Frame returns the frame in which the function around n is executed with
// parameters that are not known.
func (t *Tracer) Frame(n ast.Node) *Frame {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.frameOf(n)
}

func (t *Tracer) frameOf(n ast.Node) *Frame {
	decl, _ := t.pkg.OuterFunction(n).(*ast.FuncDecl)
	if r := t.root(t.function(decl)); r != nil {
		return r.frame
	}
	return &Frame{Func: orNone(decl)}
}

func orNone(d *ast.FuncDecl) ast.Node {
	if d == nil {
		return nil
	}
	return d
}

// function returns the function of a declaration; of none, the one that
// initializes the package.
func (t *Tracer) function(decl *ast.FuncDecl) *ssa.Function {
	if t.program() == nil {
		return nil
	}
	if decl == nil {
		return t.prog.ssa.Package(t.pkg.Types).Func("init")
	}
	obj, _ := t.pkg.Info.Defs[decl.Name].(*types.Func)
	if obj == nil {
		return nil
	}
	if decl.Name.Name == "init" && decl.Recv == nil {
		for _, m := range t.prog.ssa.Package(t.pkg.Types).Members {
			if fn, ok := m.(*ssa.Function); ok && fn.Syntax() == ast.Node(decl) {
				return fn
			}
		}
	}
	fn := t.prog.ssa.FuncValue(obj)
	if fn != nil && fn.TypeParams().Len() > 0 && len(fn.TypeArgs()) == 0 {
		return fn
	}
	return fn
}

// root executes a function on its own, once.
func (t *Tracer) root(fn *ssa.Function) *root {
	if fn == nil || fn.Blocks == nil {
		return nil
	}
	r, ok := t.roots[fn]
	if !ok {
		t.inits()
		x := newExecutor(t.prog)
		x.budget = budget
		r = &root{x: x, view: &viewer{x: x, memo: make(map[viewKey]*Value), tracer: t}}
		t.roots[fn] = r
		t.execute(r, fn)
	}
	return r
}

// inits executes the initialization of the packages.
func (t *Tracer) inits() {
	defer t.caught(func() token.Pos { return token.NoPos })
	t.prog.runInits(budget)
}

// execute executes a function. If captoken itself fails, nothing is known of
// it.
func (t *Tracer) execute(r *root, fn *ssa.Function) {
	x := r.x
	defer func() {
		if r.frame == nil {
			decl, _ := fn.Syntax().(*ast.FuncDecl)
			r.frame = &Frame{Func: orNone(decl)}
		}
		r.frame.root = r
	}()
	defer t.caught(func() token.Pos {
		if x.at.instr == nil {
			return fn.Pos()
		}
		return x.at.instr.Pos()
	})
	out := x.runRoot(fn)
	r.frame, r.final, r.results = x.rootFrame, out.state, out.results
	for _, f := range x.frames {
		f.root = r
	}
}

// Eval returns what an expression is in a frame: one of several values, if
// it is evaluated several times.
func (t *Tracer) Eval(e ast.Expr, f *Frame) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.eval(e, f)
}

func (t *Tracer) eval(e ast.Expr, f *Frame) *Value {
	e = ast.Unparen(e)
	if tv := t.pkg.Info.Types[e]; tv.Value != nil {
		return &Value{Op: Const, Const: tv.Value, Expr: e, Frame: f}
	} else if tv.IsNil() {
		return &Value{Op: Const, Expr: e, Frame: f}
	}
	if f == nil || f.root == nil {
		return &Value{Op: Unknown}
	}
	t.lost = f.root.x.lost
	ev := f.root.x.evals[evalKey{f, e}]
	if ev == nil {
		return &Value{Op: Unknown}
	}
	list := slices.Clone(ev.list)
	slices.SortStableFunc(list, func(a, b evaluated) int { return slices.Compare(a.node.key, b.node.key) })
	var alts []*Value
	for _, one := range list {
		alts = append(alts, f.root.view.view(one.v, one.state))
	}
	return mergeViews(alts, 0)
}

// mergeViews returns what an expression is that is evaluated several times, in
// the rounds of a loop, say. What is the same each time stays so.
func mergeViews(alts []*Value, depth int) *Value {
	first := alts[0]
	var differ []*Value
	for _, a := range alts[1:] {
		if !sameView(first, a) {
			differ = append(differ, a)
		}
	}
	if len(differ) == 0 {
		return alts[len(alts)-1] // the last has seen most
	}
	alike := depth < maxView
	for _, a := range differ {
		alike = alike && a.Op == first.Op && a.Expr == first.Expr && a.Frame == first.Frame && a.Fn == first.Fn && a.Result == first.Result &&
			len(a.Args) == len(first.Args) && len(a.Fields) == len(first.Fields)
		for i := 0; alike && i < len(a.Fields); i++ {
			alike = a.Fields[i].Name == first.Fields[i].Name && a.Fields[i].Node == first.Fields[i].Node && a.Fields[i].Key == nil && first.Fields[i].Key == nil
		}
		for i := 0; alike && i < min(len(a.Done), len(first.Done)); i++ {
			alike = a.Done[i].Call == first.Done[i].Call && a.Done[i].Arg == first.Done[i].Arg && len(a.Done[i].Args) == len(first.Done[i].Args)
		}
	}
	if !alike || first.Expr == nil || first.Op == Const || first.Op == Leaf && first.Param == nil {
		return mergeDifferent(alts)
	}
	of := func(part func(*Value) *Value) *Value {
		var list []*Value
		for _, a := range alts {
			if v := part(a); v != nil {
				list = append(list, v)
			}
		}
		if len(list) == 0 {
			return nil
		}
		return mergeViews(list, depth+1)
	}
	out := *first
	out.Args = slices.Clone(first.Args)
	for i := range out.Args {
		out.Args[i] = of(func(v *Value) *Value { return v.Args[i] })
	}
	out.Fields = slices.Clone(first.Fields)
	for i := range out.Fields {
		out.Fields[i].Val = of(func(v *Value) *Value { return v.Fields[i].Val })
		for _, a := range alts {
			out.Fields[i].Cond = out.Fields[i].Cond || a.Fields[i].Cond
		}
	}
	longest := first
	for _, a := range alts {
		if len(a.Done) > len(longest.Done) {
			longest = a
		}
	}
	out.Done = slices.Clone(longest.Done)
	for i := range out.Done {
		if slices.ContainsFunc(alts, func(a *Value) bool { return i >= len(a.Done) }) {
			out.Done[i].Cond = true // not each time
			continue
		}
		out.Done[i].Args = slices.Clone(out.Done[i].Args)
		for k := range out.Done[i].Args {
			out.Done[i].Args[k] = of(func(v *Value) *Value { return v.Done[i].Args[k] })
		}
		for _, a := range alts {
			out.Done[i].Cond = out.Done[i].Cond || a.Done[i].Cond
		}
	}
	for _, a := range alts {
		out.Taint = cmp.Or(out.Taint, a.Taint)
	}
	return &out
}

// mergeDifferent returns what an expression is that is another value each time,
// with the expression.
func mergeDifferent(alts []*Value) *Value {
	first := alts[0]
	if first.Expr == nil || slices.ContainsFunc(alts, func(a *Value) bool { return a.Expr != first.Expr || a.Frame != first.Frame }) {
		return Choose(alts)
	}
	var inner []*Value
	for _, a := range alts {
		if a.Op == Via {
			inner = append(inner, a.Args[0])
			continue
		}
		w := *a
		w.Expr, w.Frame = nil, nil
		inner = append(inner, &w)
	}
	return &Value{Op: Via, Expr: first.Expr, Frame: first.Frame, Args: []*Value{Choose(inner)}}
}

// sameView reports whether two views are of one value, to which nothing has
// happened in between.
func sameView(a, b *Value) bool {
	if a == b {
		return true
	}
	if a.src == nil || b.src == nil || !equal(a.src, b.src) {
		return false
	}
	a, b = a.Strip(), b.Strip()
	return a.Op == b.Op && len(a.Done) == len(b.Done) && len(a.Fields) == len(b.Fields) && a.Taint == b.Taint &&
		(a.Op == Const || a.Op == Leaf || a.Op == Concat || a.Op == Binary || a.Op == Choice || len(a.Args)+len(a.Done)+len(a.Fields) == 0)
}

func (t *Tracer) isKnown(fn *types.Func) bool {
	if fn == nil || t.known == nil {
		return false
	}
	return t.known(fn).Known
}

// Callers returns the frames of f's function, as it is reached in f, for each
// call in the package of the function with unbound parameters from which it
// is reached, in source order. It is empty if there are none.
func (t *Tracer) Callers(f *Frame) []*Frame {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.callers(f)
}

func (t *Tracer) callers(f *Frame) []*Frame {
	if f == nil {
		return nil
	}
	chain := []*Frame{}
	top := f
	for ; top.Call != nil; top = top.Caller {
		chain = append(chain, top)
	}
	fn := t.pkg.FuncOf(top.Func)
	if fn == nil {
		return nil
	}
	var out []*Frame
	for _, cur := range t.pkg.callers[fn] {
		call := cur.Node().(*ast.CallExpr)
		caller := t.frameOf(call)
		if caller.root == nil {
			continue
		}
		x := caller.root.x
		decl, _ := top.Func.(*ast.FuncDecl)
		g, ok := x.frames[frameKey{caller, call, decl}]
		if !ok {
			continue
		}
		// Have: the outermost frame, as it is called. Find those below it.
		for _, inner := range slices.Backward(chain) {
			decl, _ := inner.Func.(*ast.FuncDecl)
			if g, ok = x.frames[frameKey{g, inner.Call, decl}]; !ok {
				break
			}
		}
		if ok {
			out = append(out, g)
		}
	}
	return out
}

// Later returns what a value has become by the time that a call runs.
func (t *Tracer) Later(v, call *Value) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := call.Strip()
	if v.src == nil || c.src == nil || c.x != v.x || c.src.sym == nil || c.src.sym.call == nil {
		return v
	}
	w := viewer{x: v.x, memo: make(map[viewKey]*Value), tracer: t}
	return w.view(v.src, c.src.sym.call.state)
}

// AtEnd returns the object that e makes as it is when its function returns.
func (t *Tracer) AtEnd(e ast.Expr, f *Frame) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := t.eval(e, f)
	if f == nil || f.root == nil || f.root.final == nil {
		return v
	}
	// A chain of methods ends in what the last of them returns.
	if cur, ok := t.pkg.Cursor(e); ok {
		for {
			kind, _ := cur.ParentEdge()
			if kind == edge.ParenExpr_X || kind == edge.SelectorExpr_X || kind == edge.CallExpr_Fun {
				cur = cur.Parent()
				continue
			}
			if call, ok := cur.Node().(*ast.CallExpr); ok && ast.Expr(call) != e {
				if last := t.eval(call, f); last.src != nil {
					v = last
				}
			}
			break
		}
	}
	if v.src == nil {
		return v
	}
	return f.root.view.view(v.src, f.root.final)
}

// Rebind returns v as each call of from's function in the package makes it,
// with the parameters that v was made of bound to what the call passes. It
// returns nil if v is not made of them, or if the package does not call the
// function.
func (t *Tracer) Rebind(v *Value, from *Frame) []*Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	if v.src == nil {
		return nil
	}
	var out []*Value
	for _, c := range t.callers(from) {
		r := rebinding{x: c.root.x, params: make(map[*ssa.Parameter]*val), from: v.x}
		for i, p := range c.fn.Params {
			if i < len(c.args) {
				r.params[p] = c.args[i]
			}
		}
		w := r.value(v.src)
		if w == v.src {
			return nil
		}
		out = append(out, c.root.view.view(w, c.entry))
	}
	return out
}

// A rebinding puts arguments in place of parameters.
type rebinding struct {
	x, from *executor
	params  map[*ssa.Parameter]*val
}

func (r *rebinding) value(v *val) *val {
	if v.kind == kSym {
		if p, ok := v.sym.key.a.(*ssa.Parameter); ok && v.sym.key.kind == symParam {
			if arg := r.params[p]; arg != nil {
				w := *arg
				w.via = v.via
				for e := arg.via; e != nil; e = e.next {
					w.via = appendVia(w.via, e)
				}
				return &w
			}
		}
		return v
	}
	var args []*val
	for i, a := range v.args {
		b := r.value(a)
		if b != a && args == nil {
			args = slices.Clone(v.args)
		}
		if args != nil {
			args[i] = b
		}
	}
	if args == nil {
		return v
	}
	if v.kind == kConcat {
		w := concatOf(args...)
		c := *w
		c.via = v.via
		return &c
	}
	w := *v
	w.args = args
	return &w
}

func appendVia(list, e *via) *via {
	if list == nil {
		return &via{e.expr, e.frame, nil}
	}
	return &via{list.expr, list.frame, appendVia(list.next, e)}
}

// An Escape is a way in which an object gets to code that is not seen.
type Escape struct {
	How string // a few words: "stored in a field"
}

// Escapes lists the ways in which the object that e makes in a frame gets to
// code that is not seen.
func (t *Tracer) Escapes(e ast.Expr, f *Frame) []Escape {
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []Escape
	t.escapes(e, f, 0, func(how string) {
		if !slices.Contains(out, Escape{how}) {
			out = append(out, Escape{how})
		}
	})
	return out
}

func (t *Tracer) escapes(e ast.Expr, f *Frame, depth int, add func(how string)) {
	v := t.eval(e, f)
	if v.src == nil || f.root == nil || depth > 4 {
		return
	}
	x, final := f.root.x, f.root.final
	if final == nil {
		return
	}
	for _, alt := range v.src.alternatives() {
		s := alt.sym
		if alt.kind == kTuple && len(alt.args) > 0 {
			s = alt.args[0].sym
		}
		holds := func(c *cell) bool { return c.v != nil && s != nil && c.v.sym == s }
		final.heap.each(func(i int, c *cell) {
			o := x.objects[i]
			mine := o == alt.obj || s != nil && o.kind == objPointee && o.base == s || holds(c)
			if mine && c.v != nil {
				for _, d := range c.v.rec.calls() {
					if d.arg >= 0 && !t.isKnown(d.call.fn) {
						add(passedTo(d.call))
					}
				}
			}
			if mine && (c.shared || c.volatile) {
				add(cmp.Or(c.how, "used by another goroutine"))
			}
		})
		top := f
		for top.Call != nil {
			top = top.Caller
		}
		fn := t.pkg.FuncOf(top.Func)
		if fn == nil || !slices.ContainsFunc(f.root.results, func(r *val) bool { return refersTo(r, s, alt.obj) }) {
			continue
		}
		callers := t.callers(top)
		if fn.Exported() && t.pkg.Types.Name() != "main" || len(callers) == 0 {
			add("returned by " + fn.Name())
		}
		for _, c := range callers {
			t.escapes(e, c, depth+1, add)
		}
	}
}

// refersTo reports whether a value is, or holds, a symbol or an object.
func refersTo(v *val, s *sym, o *object) bool {
	return o != nil && v.obj == o || s != nil && v.sym == s || slices.ContainsFunc(v.args, func(a *val) bool { return refersTo(a, s, o) })
}
