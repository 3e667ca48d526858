package origin

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Limits that keep the work proportional to the code that is looked at,
// whatever the code is.
const (
	maxFrames       = 10   // depth of calls followed at once
	maxDepth        = 200  // nesting of expressions followed at once
	maxAlternatives = 16   // alternatives of one value
	maxElements     = 64   // elements over which a loop is unrolled
	maxDone         = 1000 // calls on one object
	maxSteps        = 16   // fields and elements between a variable and a part of it
)

// A Frame is a function that is being evaluated: on its own, with its
// parameters unbound, or as the callee of a call that is being followed.
type Frame struct {
	Func   ast.Node      // *ast.FuncDecl, *ast.FuncLit; nil at package level
	Call   *ast.CallExpr // the call that is followed; nil if parameters are unbound
	Caller *Frame        // where Call stands; nil if Call is

	recv  ast.Expr // receiver of a method that Call calls implicitly
	depth int
}

// Depth returns the number of followed calls by which f is reached.
func (f *Frame) Depth() int { return f.depth }

// Within reports whether f is g or is reached from it by followed calls.
func (f *Frame) Within(g *Frame) bool {
	for ; f != nil; f = f.Caller {
		if f == g {
			return true
		}
	}
	return false
}

// A Tracer evaluates expressions of one package. It is not safe for
// concurrent use; it may be used for any number of evaluations.
type Tracer struct {
	pkg    *Package
	known  func(*types.Func) bool
	budget int

	effects map[*types.Var][]effect
	owners  map[*types.Var]ast.Node
	roots   map[ast.Node]*Frame
	frames  map[frameKey]*Frame
	memo    map[memoKey]*Value
	fields  map[*types.Var]*Value
	growing []growing // fields whose summary is being made, the outermost first
	busy    map[memoKey]bool

	params      map[checkpointKey]*Value // unbound parameters
	jumps       map[ast.Node]jumps
	checkpoints map[checkpointKey]checkpoint
	depth       int

	byPosition map[*types.Var][]ast.Expr // see positional; made when first asked for

	bound    []binding // what variables hold while an effect is applied
	boundHit int       // how often a binding was used
}

// A growing is a field whose summary is being made.
type growing struct {
	field   *types.Var
	self    *Value // what stands for the field meanwhile
	partial bool   // made of what stands for another field: not to be kept
}

type frameKey struct {
	caller *Frame
	call   *ast.CallExpr
	fn     ast.Node
	recv   ast.Expr
}

type memoKey struct {
	expr  ast.Expr
	frame *Frame
	idx   int
}

// A binding says what v holds while the code from pos to end is evaluated.
type binding struct {
	v        *types.Var
	frame    *Frame
	value    *Value
	pos, end token.Pos
}

// NewTracer returns a Tracer over an indexed package. It has no budget yet;
// see [Tracer.Allow].
//
// An object that is handed to a function outside the package may be changed
// there. known names the functions for which the client itself sees to what
// they do, from the calls recorded in [Value.Done]; it may be nil.
func NewTracer(p *Package, known func(*types.Func) bool) *Tracer {
	return &Tracer{
		pkg:     p,
		known:   known,
		effects: make(map[*types.Var][]effect),
		owners:  make(map[*types.Var]ast.Node),
		roots:   make(map[ast.Node]*Frame),
		frames:  make(map[frameKey]*Frame),
		memo:    make(map[memoKey]*Value),
		fields:  make(map[*types.Var]*Value),
		busy:    make(map[memoKey]bool),

		params:      make(map[checkpointKey]*Value),
		jumps:       make(map[ast.Node]jumps),
		checkpoints: make(map[checkpointKey]checkpoint),
	}
}

// Allow sets the number of steps that evaluations may take from now on. A
// step is one expression or one effect. What goes over is [Unknown].
func (t *Tracer) Allow(steps int) { t.budget = steps }

// Exhausted reports whether the last evaluations ran out of budget.
func (t *Tracer) Exhausted() bool { return t.budget <= 0 }

func (t *Tracer) spend() bool {
	t.budget--
	return t.budget > 0
}

// Frame returns the frame in which the function around n is evaluated with
// its parameters unbound.
func (t *Tracer) Frame(n ast.Node) *Frame { return t.root(t.pkg.OuterFunction(n)) }

func (t *Tracer) root(fn ast.Node) *Frame {
	f, ok := t.roots[fn]
	if !ok {
		f = &Frame{Func: fn}
		t.roots[fn] = f
	}
	return f
}

// enter returns the frame of fn as the callee of call, nil if that would
// recurse or go too deep.
func (t *Tracer) enter(fn ast.Node, call *ast.CallExpr, caller *Frame, recv ast.Expr) *Frame {
	if caller.depth >= maxFrames {
		return nil
	}
	for f := caller; f != nil; f = f.Caller {
		if f.Func == fn && f.Call != nil {
			return nil
		}
	}
	if caller.Func == fn {
		return nil
	}
	key := frameKey{caller, call, fn, recv}
	f, ok := t.frames[key]
	if !ok {
		f = &Frame{Func: fn, Call: call, Caller: caller, recv: recv, depth: caller.depth + 1}
		t.frames[key] = f
	}
	return f
}

// Callers returns the frames of f's function, as it is reached in f, for
// each call in the package of the function with unbound parameters from
// which it is reached, in source order. It is empty if there are none.
func (t *Tracer) Callers(f *Frame) []*Frame {
	if f == nil {
		return nil
	}
	if f.Call != nil {
		var out []*Frame
		for _, c := range t.Callers(f.Caller) {
			if e := t.enter(f.Func, f.Call, c, f.recv); e != nil {
				out = append(out, e)
			}
		}
		return out
	}
	fn := t.pkg.FuncOf(f.Func)
	if fn == nil {
		return nil
	}
	var out []*Frame
	for _, cur := range t.pkg.callers[fn] {
		call := cur.Node().(*ast.CallExpr)
		if e := t.enter(f.Func, call, t.Frame(call), nil); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// frameOf finds, from the frame of a use of v, the frame of the function
// that declares v.
func (t *Tracer) frameOf(v *types.Var, f *Frame) *Frame {
	owner := t.owner(v)
	if owner == nil {
		return t.root(nil)
	}
	for g := f; g != nil; g = g.Caller {
		if g.Func == owner || g.Func != nil && contains(g.Func, owner.Pos()) {
			return g
		}
	}
	return t.root(t.pkg.OuterFunction(owner))
}
