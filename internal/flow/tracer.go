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
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// budget is the number of steps that the execution of one function may take,
// with all that it calls. Then calls are not followed any more. After as many
// steps again, it is given up: nothing is known of it.
const budget = 60000

// A Tracer answers what the expressions of a program are, and what happens to
// the objects that they make. It may be used concurrently.
type Tracer struct {
	index *Index
	fset  *token.FileSet
	known Knowing
	built bool
	prog  *Program // nil if no package of it can be built

	mu        sync.Mutex
	roots     map[*ssa.Function]*root
	summaries map[*types.Var]*Value
	declared  map[token.Pos]*types.Var           // see variables; nil if not made
	indirect  map[*types.Func][]inspector.Cursor // calls of function values that may be this function; nil if not made
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

func newTracer(fset *token.FileSet, p *Index, known Knowing) *Tracer {
	return &Tracer{index: p, fset: fset, known: known, roots: make(map[*ssa.Function]*root), summaries: make(map[*types.Var]*Value)}
}

// program returns the program, which is built when it is first asked for.
func (t *Tracer) program() *Program {
	if !t.built {
		t.built = true
		defer t.caught(func() token.Pos { return token.NoPos })
		if units := buildable(t.index.units); len(units) > 0 {
			t.prog = NewProgram(t.fset, units, t.known)
		}
	}
	return t.prog
}

// caught makes a panic an error of the program. What was to be found out is
// not known then.
func (t *Tracer) caught(where func() token.Pos) {
	r := recover()
	if r == nil || t.err != nil {
		return
	}
	at := t.fset.Position(where())
	t.err = fmt.Errorf("%s: captoken failed on this code, please report it: %v", at, r)
}

// Err returns what went wrong inside of captoken itself, nil if nothing did.
func (t *Tracer) Err() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// Ready reports whether anything is known of values. It is not if all packages
// have type errors.
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

// Forget lets go of what was found out, so that a driver that keeps the
// results of all packages does not keep that of those without a token. What
// is asked afterwards is found out again.
func (t *Tracer) Forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.prog != nil {
		t.prog, t.built = nil, false
	}
	t.indirect = nil
	clear(t.roots)
	clear(t.summaries)
}

// Frame returns the frame in which the function around n is executed with
// parameters that are not known.
func (t *Tracer) Frame(n ast.Node) *Frame {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.frameOf(n)
}

func (t *Tracer) frameOf(n ast.Node) *Frame {
	if r := t.root(t.around(n)); r != nil {
		return r.frame
	}
	decl, _ := t.index.OuterFunction(n).(*ast.FuncDecl)
	return &Frame{Func: orNone(decl)}
}

func orNone(d *ast.FuncDecl) ast.Node {
	if d == nil {
		return nil
	}
	return d
}

// around returns the function of the declaration around n; at package level,
// the one that initializes the package. It is nil if go/ssa has none.
func (t *Tracer) around(n ast.Node) *ssa.Function {
	if t.program() == nil {
		return nil
	}
	if decl, ok := t.index.OuterFunction(n).(*ast.FuncDecl); ok {
		return t.function(decl)
	}
	if pkg := t.prog.ssa.Package(t.index.Package(n)); pkg != nil {
		return pkg.Func("init")
	}
	return nil
}

// function returns the function of a declaration.
func (t *Tracer) function(decl *ast.FuncDecl) *ssa.Function {
	if t.program() == nil {
		return nil
	}
	obj := t.index.FuncOf(decl)
	if obj == nil || !t.prog.ours[obj.Pkg()] {
		return nil
	}
	if decl.Name.Name == "init" && decl.Recv == nil {
		for _, m := range t.prog.ssa.Package(obj.Pkg()).Members {
			if fn, ok := m.(*ssa.Function); ok && fn.Syntax() == ast.Node(decl) {
				return fn
			}
		}
	}
	return t.prog.ssa.FuncValue(obj)
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
	r.frame = x.rootFrame
	if x.gaveUp {
		clear(x.evals)
		clear(x.befores)
		clear(x.kept)
		clear(x.frames)
		return
	}
	r.final, r.results = out.state, out.results
	for _, f := range x.frames {
		f.root = r
	}
	x.done()
}

// done lets go of what only an execution needs.
func (x *executor) done() {
	for _, a := range x.acts {
		for _, n := range a.nodes {
			n.ins, n.last, n.ret, n.results = nil, nil, nil, nil
		}
		a.panicked, a.decided = nil, nil
	}
	x.closures, x.leaked, x.pseudos = nil, nil, nil
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
	if tv := t.index.Info.Types[e]; tv.Value != nil {
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

func (t *Tracer) isKnown(fn *types.Func) bool {
	if fn == nil || t.known == nil {
		return false
	}
	return t.known(fn).Known
}

// Callers returns the frames of f's function, as it is reached in f: one for
// each call in the program of the outermost caller of f, in the order of the
// index. all is false if some are missing: a function that calls it is too
// large to be executed.
func (t *Tracer) Callers(f *Frame) (callers []*Frame, all bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.callers(f)
}

func (t *Tracer) callers(f *Frame) (out []*Frame, all bool) {
	if f == nil {
		return nil, true
	}
	chain := []*Frame{}
	top := f
	for ; top.Call != nil; top = top.Caller {
		chain = append(chain, top)
	}
	fn := t.index.FuncOf(top.Func)
	if fn == nil {
		return nil, true
	}
	all = true
	for _, cur := range t.callsOf(fn) {
		call := cur.Node().(*ast.CallExpr)
		caller := t.frameOf(call)
		if caller.root == nil {
			all = false
			continue
		}
		x := caller.root.x
		decl, _ := top.Func.(*ast.FuncDecl)
		g, ok := x.frames[frameKey{caller, call, decl}]
		if !ok {
			all = all && !x.lost // else the call does not run, or calls another function
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
		} else {
			all = all && !x.lost
		}
	}
	return out, all
}

// callsOf returns the calls in the program that call a function, or a
// function value that may be the function, in order.
func (t *Tracer) callsOf(fn *types.Func) []inspector.Cursor {
	direct := t.index.callers[fn]
	if !t.index.IsValue(fn) {
		return direct
	}
	if t.indirect == nil {
		t.indirect = make(map[*types.Func][]inspector.Cursor)
		for _, cur := range t.index.calls {
			for _, fn := range t.index.ValuesFor(cur.Node().(*ast.CallExpr)) {
				t.indirect[fn] = append(t.indirect[fn], cur)
			}
		}
	}
	out := slices.Concat(direct, t.indirect[fn])
	slices.SortFunc(out, func(a, b inspector.Cursor) int { return cmp.Compare(a.Index(), b.Index()) })
	return out
}

// Later returns what a value has become by the time that a call runs: if both
// are evaluated several times, each by the time of its own.
func (t *Tracer) Later(v, call *Value) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	vs, calls := v.times(), call.Strip().times()
	if len(vs) != len(calls) && len(vs) != 1 && len(calls) != 1 {
		return &Value{Op: Unknown}
	}
	var list []*Value
	for i := range max(len(vs), len(calls)) {
		v, c := vs[min(i, len(vs)-1)], calls[min(i, len(calls)-1)].Strip()
		if len(vs) == 1 && len(calls) > 1 && !isMadeBy(v, c) {
			continue // it is one of several, which another run of the call has
		}
		list = append(list, t.later(v, c))
	}
	if len(list) == 0 {
		return v
	}
	return mergeViews(list, 0)
}

// isMadeBy reports whether the object that a value refers to is there when a
// call runs.
func isMadeBy(v, c *Value) bool {
	if v.src == nil || c.src == nil || c.x != v.x || c.src.sym == nil || c.src.sym.call == nil {
		return true
	}
	src := v.src
	for src.kind == kIface && len(src.args) == 1 {
		src = src.args[0]
	}
	o := src.obj
	if src.kind == kSym {
		o = v.x.objIndex[objKey{kind: objPointee, a: src.sym}]
	}
	return o == nil || !o.isOwn() || c.src.sym.call.state.heap.get(o.id) != nil
}

func (t *Tracer) later(v, c *Value) *Value {
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
	if cur, ok := t.index.Cursor(e); ok {
		for {
			kind, _ := cur.ParentEdge()
			if kind == edge.ParenExpr_X || kind == edge.SelectorExpr_X || kind == edge.CallExpr_Fun {
				cur = cur.Parent()
				continue
			}
			if call, ok := cur.Node().(*ast.CallExpr); ok && ast.Expr(call) != e {
				if last := t.eval(call, f); last.src != nil || last.each != nil {
					v = last
				}
			}
			break
		}
	}
	var list []*Value
	for _, once := range v.times() {
		if once.src != nil {
			once = f.root.view.view(once.src, f.root.final)
		}
		list = append(list, once)
	}
	return mergeViews(list, 0)
}
