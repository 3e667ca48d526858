package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// A grade says what evaluating an expression involves; the higher, the less
// may be done with it.
type grade int

const (
	none   grade = iota - 1 // nothing may be done with it
	free                    // the same wherever it is evaluated, up to the clock
	reads                   // reads memory that others may write
	builds                  // makes or changes an object of a token library or its own
	acts                    // has side effects, or may have
)

// effects grades the expressions of a package.
type effects struct {
	pkg     *flow.Index
	capable *knowledge.Index[*knowledge.Capability, knowledge.CapabilityFunc]
	jwts    *knowledge.Index[*knowledge.JWT, knowledge.JWTFunc]
	risks   map[*types.Func]*risks // see risksOf
}

func newEffects(pkg *flow.Index) *effects {
	return &effects{
		pkg:     pkg,
		capable: knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities),
		jwts:    knowledge.NewIndex[*knowledge.JWT, knowledge.JWTFunc](knowledge.JWTs),
		risks:   make(map[*types.Func]*risks),
	}
}

// of grades an expression, or the expressions of a statement.
func (x *effects) of(n ast.Node) grade {
	g := free
	if n == nil {
		return g
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			g = max(g, reads)
			return false // it is made, not called
		case *ast.CallExpr:
			g = max(g, x.call(n))
			if g == free && x.readsOperands(n) {
				g = reads
			}
		case *ast.UnaryExpr:
			switch n.Op {
			case token.ARROW:
				g = acts
			case token.AND:
				g = max(g, reads)
			}
		case *ast.StarExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.TypeAssertExpr:
			if e := n.(ast.Expr); !x.isType(e) {
				g = max(g, reads)
			}
		case *ast.SelectorExpr:
			if sel, ok := x.pkg.Info.Selections[n]; ok && sel.Kind() == types.FieldVal && !x.isPart(n) {
				g = max(g, reads)
			}
		case *ast.Ident:
			if v, ok := x.pkg.ObjectOf(n).(*types.Var); ok && !v.IsField() && x.isGlobal(v) {
				g = max(g, reads)
			}
		}
		return g < acts
	})
	return g
}

// readsOperands reports whether a call may read what an operand refers to.
func (x *effects) readsOperands(call *ast.CallExpr) bool {
	refers := func(e ast.Expr) bool {
		tv, ok := x.pkg.Info.Types[e]
		if !ok || tv.Value != nil || tv.IsNil() || tv.IsType() || tv.Type == nil || flow.IsNamed(tv.Type, "time", "Time") {
			return false
		}
		switch u := tv.Type.Underlying().(type) {
		case *types.Basic:
			return false
		case *types.Tuple:
			return u.Len() > 0
		}
		return true
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s, isMethod := x.pkg.Info.Selections[sel]; isMethod && s.Kind() == types.MethodVal && refers(sel.X) {
			return true
		}
	}
	return slices.ContainsFunc(call.Args, refers)
}

// isPart reports whether a selector denotes a part of a local variable, not
// of what it points to.
func (x *effects) isPart(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := x.pkg.ObjectOf(e).(*types.Var)
		return ok && !v.IsField() && !x.isGlobal(v)
	case *ast.SelectorExpr:
		sel, ok := x.pkg.Info.Selections[e]
		return ok && sel.Kind() == types.FieldVal && !sel.Indirect() && x.isPart(e.X)
	}
	return false
}

func (x *effects) isType(e ast.Expr) bool {
	tv, ok := x.pkg.Info.Types[e]
	return ok && tv.IsType()
}

func (x *effects) isGlobal(v *types.Var) bool {
	return v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// call grades a call, without its arguments.
func (x *effects) call(call *ast.CallExpr) grade {
	if x.pkg.IsConversion(call) {
		return free
	}
	switch x.pkg.Builtin(call) {
	case "":
	case "len", "cap", "min", "max", "append", "make", "new", "complex", "real", "imag":
		return free
	default:
		return acts
	}
	fn := x.pkg.Callee(call)
	if x.asksTime(call) {
		return free
	}
	if fn == nil {
		return acts
	}
	if x.isListed(fn) {
		return builds
	}
	if fn.Pkg() == nil {
		if fn.Name() == "Error" {
			return reads
		}
		return acts
	}
	if x.pkg.Declares(fn) {
		return x.body(fn)
	}
	if slices.ContainsFunc(knowledge.Capabilities, func(lib *knowledge.Capability) bool { return lib.MakesClient(fn) }) {
		return builds
	}
	if knowledge.MakesPart(fn) {
		return builds
	}
	return x.library(call, fn)
}

// library grades a call of another library, by the table of effects: what the
// table does not know acts.
func (x *effects) library(call *ast.CallExpr, fn *types.Func) grade {
	eff, ok := knowledge.EffectOf(fn)
	switch {
	case !ok, eff.NoReturn, eff.SetsEnv:
		return acts
	case eff.Idempotent:
		return reads
	case eff.Acts, eff.Varies, len(eff.WritesDeep) > 0, len(eff.Keeps) > 0:
		return acts
	case len(eff.Calls) > 0 && slices.ContainsFunc(call.Args, x.mayCallBack):
		return acts
	case len(eff.Formats) > 0 && slices.ContainsFunc(call.Args, x.mayEncodeItself):
		return acts
	case slices.Equal(eff.Writes, []knowledge.Arg{knowledge.Recv}):
		return builds
	case len(eff.Writes) > 0:
		return acts
	case len(eff.Reads) > 0 || eff.Env:
		return reads
	}
	return free
}

// mayCallBack reports whether an operand is a function, or has one, that may
// be code of the package: it is not the name of another library's function.
func (x *effects) mayCallBack(e ast.Expr) bool {
	t := x.pkg.TypeOf(e)
	if t == nil {
		return true
	}
	if _, isFunc := t.Underlying().(*types.Signature); !isFunc {
		return false
	}
	fn, ok := x.pkg.Named(e).(*types.Func)
	return !ok || x.pkg.Declares(fn)
}

// mayEncodeItself reports whether a value may have a method of the program
// that makes text of it.
func (x *effects) mayEncodeItself(e ast.Expr) bool {
	t := x.pkg.TypeOf(e)
	if t == nil || isAny(t) {
		return true
	}
	m := x.printer(t)
	return m != nil && x.pkg.Has(m.Pkg())
}

// isListed reports whether the tables of libraries know a function.
func (x *effects) isListed(fn *types.Func) bool {
	if _, ok := x.capable.Lookup(fn); ok {
		return fn.Pkg() != nil
	}
	_, ok := x.jwts.Lookup(fn)
	return ok && fn.Pkg() != nil && !isStd(fn.Pkg().Path())
}

// isAny reports whether t is an interface without methods: a value of it may
// have any.
func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// printer returns a method of a type that makes text of it, nil if it has
// none.
func (x *effects) printer(t types.Type) types.Object {
	for _, name := range []string{"String", "Error", "Format", "GoString", "MarshalJSON", "MarshalText"} {
		if m, _, _ := types.LookupFieldOrMethod(t, true, nil, name); m != nil {
			return m
		}
	}
	return nil
}

// asksTime reports whether a call asks for the time, and does nothing else:
// of package time, of a function value that has the type of time.Now, or of a
// function of another package that is called Now.
//
//	now func() time.Time // a field
func (x *effects) asksTime(call *ast.CallExpr) bool {
	fn := x.pkg.StaticCallee(call)
	if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "time" {
		eff, ok := knowledge.EffectOf(fn)
		return ok && eff.Varies && !eff.Acts
	}
	t := x.pkg.TypeOf(call)
	return len(call.Args) == 0 && t != nil && flow.IsNamed(t, "time", "Time") && (fn == nil || strings.EqualFold(fn.Name(), "now") && !x.pkg.Declares(fn))
}

// body grades a call of a function of the package: it reads, or builds, if
// all it does is to work on objects of its own, and acts else.
func (x *effects) body(fn *types.Func) grade {
	switch did := x.pkg.Trace().Effect(fn); {
	case did.Acts:
		return acts
	case did.Builds:
		return builds
	}
	return reads
}
