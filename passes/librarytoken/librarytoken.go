// Package librarytoken defines an Analyzer that finds the Capability Tokens
// that code makes with a library.
package librarytoken

import (
	"cmp"
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/passes/index"
)

// Analyzer finds Capability Tokens made by a library. Its result is a
// []*site.Site in source order; it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenlibrary",
	Doc:              "find Twilio Capability Tokens made by a library",
	Run:              run,
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{index.Analyzer},
	ResultType:       reflect.TypeFor[[]*site.Site](),
}

// budget is the number of steps that one construction or signing may take.
const budget = 20000

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[index.Analyzer].(*origin.Package)
	if pkg == nil {
		return []*site.Site(nil), nil
	}
	f := &finder{
		pkg:    pkg,
		tables: knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities),
		made:   make(map[*ast.CallExpr]*construction),
	}
	f.trace = origin.NewTracer(pkg, f.isStep)
	f.find()
	return f.sites(), nil
}

// A known is what the tables say of a function.
type known = knowledge.Known[*knowledge.Capability, knowledge.CapabilityFunc]

type finder struct {
	pkg    *origin.Package
	trace  *origin.Tracer
	tables *knowledge.Index[*knowledge.Capability, knowledge.CapabilityFunc]
	made   map[*ast.CallExpr]*construction
	lost   bool // a signing call went over the budget
}

// A construction is a call that makes a token, with all that is known to
// become of the token.
type construction struct {
	call      *ast.CallExpr
	known     known
	home      *origin.Frame
	states    []*origin.Value
	generates []generate
}

// A generate is a call that turns a token into a signed string.
type generate struct {
	call  *ast.CallExpr
	known known
	value *origin.Value // the call's value
}

func (f *finder) lookup(fn *types.Func) (known, bool) { return f.tables.Lookup(fn) }

// abstract reports whether fn is a method of an interface.
func abstract(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// generatesByName reports whether a method has the name of one that turns a
// token into a signed string.
func generatesByName(fn *types.Func) bool {
	for _, lib := range knowledge.Capabilities {
		for _, row := range lib.Funcs {
			if row.Role == knowledge.Generate && row.Name == fn.Name() {
				return true
			}
		}
	}
	return false
}

// method finds what the tables say of a method called on a token of lib,
// through an interface too.
func (f *finder) method(fn *types.Func, lib *knowledge.Capability) (known, bool) {
	if !abstract(fn) {
		return f.lookup(fn)
	}
	for _, row := range lib.Funcs {
		if row.Recv == lib.Type && row.Name == fn.Name() {
			return known{Lib: lib, Row: row}, true
		}
	}
	return known{}, false
}

// find collects the constructions, and follows each signed token back to
// the construction that it comes from.
func (f *finder) find() {
	var generates []*ast.CallExpr
	for _, cur := range f.pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		fn := f.pkg.Callee(call)
		if abstract(fn) && generatesByName(fn) {
			generates = append(generates, call)
			continue
		}
		k, ok := f.lookup(fn)
		if !ok {
			continue
		}
		switch k.Row.Role {
		case knowledge.Make, knowledge.MakeAndGenerate:
			f.made[call] = &construction{call: call, known: k}
		case knowledge.Generate:
			generates = append(generates, call)
		}
	}
	for _, call := range generates {
		f.trace.Allow(budget)
		f.follow(call, f.trace.Frame(call), 0)
	}
}

const maxCallers = 4 // levels of callers tried for an unbound parameter

// follow evaluates the receiver of a generating call. Where it is a
// parameter, the callers are tried.
func (f *finder) follow(call *ast.CallExpr, frame *origin.Frame, depth int) {
	v := f.trace.Eval(call, frame).Strip()
	if f.trace.Exhausted() {
		f.lost = true
	}
	if v.Op != origin.Call || len(v.Args) == 0 {
		return
	}
	found := false
	for _, state := range alternatives(v.Args[0]) {
		base := state
		made, ok := f.made[callOf(base)]
		if !ok {
			continue
		}
		k, ok := f.method(v.Fn, made.known.Lib)
		if !ok || k.Row.Role != knowledge.Generate {
			continue
		}
		found = true
		made.states = append(made.states, state)
		made.generates = append(made.generates, generate{call, k, v})
		made.home = base.Frame
	}
	if !found && f.trace.Exhausted() {
		f.lost = true
		return
	}
	if !found && depth < maxCallers {
		for _, caller := range f.trace.Callers(frame) {
			f.follow(call, caller, depth+1)
		}
	}
}

// alternatives returns the objects that v may be.
func alternatives(v *origin.Value) []*origin.Value {
	v = v.Strip()
	if v.Op != origin.Choice {
		if inner := fluent(v); inner != nil {
			return alternatives(inner)
		}
		return []*origin.Value{v}
	}
	var out []*origin.Value
	for _, a := range v.Args {
		out = append(out, alternatives(a)...)
	}
	return out
}

// fluent returns the object that a chained call hands on, with the call
// added to what was done to it; nil if v is no such call.
func fluent(v *origin.Value) *origin.Value {
	if v.Op != origin.Call || v.Fn.Signature().Recv() == nil || len(v.Args) == 0 || v.Result != 0 {
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
	if inner.Op == origin.Choice {
		return nil
	}
	w := *inner
	if slices.ContainsFunc(w.Done, func(d origin.Doing) bool { return d.Call == call }) {
		return &w // recorded already, through the variable that holds it
	}
	w.Done = append(slices.Clip(w.Done), origin.Doing{Fn: v.Fn, Arg: -1, Args: v.Args[1:], Call: call, Frame: v.Frame})
	for _, d := range v.Done {
		if !slices.ContainsFunc(w.Done, func(e origin.Doing) bool { return e.Call == d.Call }) {
			w.Done = append(w.Done, d)
		}
	}
	return &w
}

func callOf(v *origin.Value) *ast.CallExpr {
	if v.Op != origin.Call {
		return nil
	}
	call, _ := v.Expr.(*ast.CallExpr)
	return call
}

func (f *finder) sites() []*site.Site {
	made := make([]*construction, 0, len(f.made))
	for _, m := range f.made {
		made = append(made, m)
	}
	slices.SortFunc(made, func(a, b *construction) int { return cmp.Compare(f.pkg.Rank(a.call), f.pkg.Rank(b.call)) })
	var out []*site.Site
	for _, m := range made {
		f.trace.Allow(budget)
		out = append(out, f.site(m))
	}
	return out
}

// site reads the token of one construction.
func (f *finder) site(m *construction) *site.Site {
	if m.home == nil {
		m.home = f.trace.Frame(m.call)
	}
	b := &builder{finder: f, m: m, read: site.NewReader(f.pkg, m.home)}
	return b.build()
}

// isStep reports whether the tables know fn, so that an object handed to it
// stays in sight.
func (f *finder) isStep(fn *types.Func) bool {
	_, ok := f.lookup(fn)
	return ok
}
