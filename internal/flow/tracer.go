package flow

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sync"

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
