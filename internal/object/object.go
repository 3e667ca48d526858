// Package object finds the objects that the constructors of a library make,
// and what has become of each by the time that a method turns it into
// something else: a token into a signed string, say.
package object

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/flow"
)

// Tables say what functions do.
type Tables interface {
	// Makes reports whether a function makes objects.
	Makes(fn *types.Func) bool
	// MayUse reports whether a method may be one that uses an object up; fn
	// may be a method of an interface.
	MayUse(fn *types.Func) bool
	// Uses reports whether it is, for objects that maker makes.
	Uses(fn, maker *types.Func) bool
}

// An Object is what a call makes.
type Object struct {
	Call   *ast.CallExpr
	Maker  *types.Func   // what Call calls
	Home   *flow.Frame   // where Call is evaluated
	States []*flow.Value // what it was whenever it was used
	Uses   []Use

	// Open tells that a use reads the object from where others may reach it:
	// what was done to it since it was stored there is not in States.
	Open bool
}

// A Use is a call that uses an object up.
type Use struct {
	Call  *ast.CallExpr
	Value *flow.Value // of Call; its first argument is the object
}

// Find finds the objects of a package, in source order. Each use may take
// budget steps; lost tells that one took more, so that uses may be missing.
//
// A call of a function value is a use if the executor says that it calls such
// a method, and the package uses one as a value.
func Find(pkg *flow.Index, trace *flow.Tracer, tables Tables) (objects []*Object, lost bool) {
	f := &finder{pkg: pkg, trace: trace, tables: tables, made: make(map[*ast.CallExpr]*Object)}
	var uses []*ast.CallExpr
	for _, cur := range pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		fn := pkg.Callee(call)
		values := pkg.ValuesFor(call)
		if fn == nil && slices.ContainsFunc(values, tables.Makes) {
			fn, _ = trace.Called(call, trace.Frame(call))
		}
		switch {
		case fn != nil && tables.Makes(fn):
			f.made[call] = &Object{Call: call, Maker: fn}
		case fn != nil && tables.MayUse(fn), fn == nil && slices.ContainsFunc(values, tables.MayUse):
			uses = append(uses, call)
		}
	}
	for _, call := range uses {
		f.follow(call, trace.Frame(call), 0)
	}
	for _, o := range f.made {
		if o.Home == nil {
			o.Home = trace.Frame(o.Call)
		}
		objects = append(objects, o)
	}
	slices.SortFunc(objects, func(a, b *Object) int { return cmp.Compare(pkg.Rank(a.Call), pkg.Rank(b.Call)) })
	return objects, f.lost
}

type finder struct {
	pkg    *flow.Index
	trace  *flow.Tracer
	tables Tables
	made   map[*ast.CallExpr]*Object
	lost   bool
}

const maxCallers = 4 // levels of callers tried for an unbound parameter

// follow evaluates the receiver of a call that uses an object, and reports
// whether it finds one. Where the receiver, or the function that is called, is
// a parameter, or is read from where others may store something, the callers
// are tried.
func (f *finder) follow(call *ast.CallExpr, frame *flow.Frame, depth int) bool {
	v := f.trace.Eval(call, frame).Strip()
	if f.trace.Exhausted() {
		f.lost = true
	}
	// In the rounds of a loop, it may be called with different objects.
	rounds := []*flow.Value{v}
	if v.Op == flow.Choice {
		rounds = v.Args
	}
	found, open := false, false
	for _, v := range rounds {
		v = v.Strip()
		if v.Op != flow.Call || len(v.Args) == 0 {
			continue
		}
		if v.Args[0].IsOpen() {
			open = true
			if f.followUp(call, frame, depth) {
				return true
			}
		}
		found = f.use(call, v) || found
	}
	if !slices.ContainsFunc(rounds, func(v *flow.Value) bool { return v.Strip().Op == flow.Call }) {
		return f.pkg.Callee(call) == nil && f.followUp(call, frame, depth)
	}
	if !found && f.trace.Exhausted() {
		f.lost = true
		return false
	}
	return found || !open && f.followUp(call, frame, depth)
}

// use notes that a call, with a value, uses up what it is called on, and reports
// whether that is an object.
func (f *finder) use(call *ast.CallExpr, v *flow.Value) bool {
	found := false
	for _, state := range Alternatives(v.Args[0]) {
		o := f.madeBy(state)
		if o == nil || !f.tables.Uses(v.Fn, o.Maker) {
			continue
		}
		found = true
		o.States = append(o.States, state)
		o.Uses = append(o.Uses, Use{call, v})
		o.Home = state.Frame
		o.Open = o.Open || v.Args[0].IsOpen()
	}
	return found
}

// followUp follows a call as it is reached from each of the callers.
func (f *finder) followUp(call *ast.CallExpr, frame *flow.Frame, depth int) bool {
	if depth >= maxCallers {
		return false
	}
	found := false
	callers, all := f.trace.Callers(frame)
	f.lost = f.lost || !all
	for _, caller := range callers {
		found = f.follow(call, caller, depth+1) || found
	}
	return found
}

// Alternatives returns the objects that v may be.
func Alternatives(v *flow.Value) []*flow.Value {
	v = v.Strip()
	if v.Op != flow.Choice {
		if inner := fluent(v); inner != nil {
			return Alternatives(inner)
		}
		return []*flow.Value{v}
	}
	var out []*flow.Value
	for _, a := range v.Args {
		out = append(out, Alternatives(a)...)
	}
	return out
}

// fluent returns the object that a chained call hands on, with the call
// added to what was done to it; nil if v is no such call.
func fluent(v *flow.Value) *flow.Value {
	if v.Op != flow.Call || v.Fn.Signature().Recv() == nil || len(v.Args) == 0 || v.Result != 0 {
		return nil
	}
	res := v.Fn.Signature().Results()
	if res.Len() != 1 || !types.Identical(res.At(0).Type(), v.Fn.Signature().Recv().Type()) {
		return nil
	}
	call, ok := v.Expr.(*ast.CallExpr)
	if !ok {
		return nil
	}
	inner := v.Args[0].Strip()
	if inner.Op == flow.Choice {
		return nil
	}
	w := *inner
	if slices.ContainsFunc(w.Done, func(d flow.Doing) bool { return d.Call == call }) {
		return &w // recorded already, through the variable that holds it
	}
	w.Done = append(slices.Clip(w.Done), flow.Doing{Fn: v.Fn, Arg: -1, Args: v.Args[1:], Call: call, Frame: v.Frame})
	for _, d := range v.Done {
		if !slices.ContainsFunc(w.Done, func(e flow.Doing) bool { return e.Call == d.Call }) {
			w.Done = append(w.Done, d)
		}
	}
	return &w
}

// madeBy returns the object that a value is, nil if it is another one.
func (f *finder) madeBy(v *flow.Value) *Object {
	if v.Op != flow.Call {
		return nil
	}
	call, ok := v.Expr.(*ast.CallExpr)
	if !ok {
		return nil
	}
	o := f.made[call]
	if o == nil && f.tables.Makes(v.Fn) {
		// Have: a function value, which is known as it is called from here.
		o = &Object{Call: call, Maker: v.Fn}
		f.made[call] = o
	}
	return o
}
