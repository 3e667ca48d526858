// Package libraryaccess defines an Analyzer that finds the Access Tokens, and
// the Capability Tokens for TaskRouter, that code makes with a library.
package libraryaccess

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/credential"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/object"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/passes/handmadetoken"
	"github.com/captoken/captoken/passes/index"
)

// Analyzer finds Access Tokens made by a library. Its result is a *Result;
// it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenaccess",
	Doc:              "find Twilio Access Tokens made by a library",
	Run:              index.Guard(run),
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{index.Analyzer, handmadetoken.Analyzer},
	ResultType:       reflect.TypeFor[*Result](),
}

// A Result is what the Analyzer finds, each in source order.
type Result struct {
	Accesses    []*site.Access
	TaskRouters []*site.TaskRouter
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[index.Analyzer].(*flow.Index)
	if pkg == nil {
		return &Result{}, nil
	}
	f := &finder{
		pkg:    pkg,
		tables: knowledge.NewIndex[*knowledge.Access, knowledge.AccessFunc](knowledge.Accesses),
	}
	f.authTokens = pass.ResultOf[handmadetoken.Analyzer].(*handmadetoken.Result).AuthTokens
	f.trace = pkg.Trace()
	res := &Result{}
	objects, _ := object.Find(pkg, f.trace, f)
	for _, o := range objects {
		res.Accesses = append(res.Accesses, f.access(o))
	}
	for _, cur := range pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		if fn := pkg.Callee(call); knowledge.MakesTaskRouterToken(fn) {
			res.TaskRouters = append(res.TaskRouters, &site.TaskRouter{
				Maker: funcname.Qualified(fn), Pos: call.Pos(), End: call.End(), File: pkg.File(call),
			})
		}
	}
	return res, nil
}

// A known is what the tables say of a function.
type known = knowledge.Known[*knowledge.Access, knowledge.AccessFunc]

type finder struct {
	pkg    *flow.Index
	trace  *flow.Tracer
	tables *knowledge.Index[*knowledge.Access, knowledge.AccessFunc]
	creds  *credential.Finder // made when first asked for

	authTokens []*flow.Value // the keys of Capability Tokens made by hand
}

func (f *finder) lookup(fn *types.Func) (known, bool) { return f.tables.Lookup(fn) }

// Makes implements [object.Tables].
func (f *finder) Makes(fn *types.Func) bool {
	k, ok := f.lookup(fn)
	return ok && k.Row.Role == knowledge.MakeAccess
}

// MayUse implements [object.Tables].
func (f *finder) MayUse(fn *types.Func) bool {
	k, ok := f.lookup(fn)
	return ok && k.Row.Role == knowledge.SignAccess
}

// Uses implements [object.Tables].
func (f *finder) Uses(fn, maker *types.Func) bool {
	made, _ := f.lookup(maker)
	k, ok := f.lookup(fn)
	return ok && k.Row.Role == knowledge.SignAccess && k.Lib == made.Lib
}

func (f *finder) credential() *credential.Finder {
	if f.creds == nil {
		f.creds = credential.NewFinder(f.pkg, f.trace)
		for _, key := range f.authTokens {
			f.creds.Hold(key, credential.Signs)
		}
	}
	return f.creds
}

// argument returns the value at a position of a call, nil if there is none.
func (f *finder) argument(o *object.Object, i int) *flow.Value {
	if i == knowledge.None || i >= len(o.Call.Args) || o.Call.Ellipsis.IsValid() || len(o.Call.Args) == 1 && f.isTuple(o.Call.Args[0]) {
		return nil
	}
	return f.trace.Eval(o.Call.Args[i], o.Home)
}

func (f *finder) isTuple(e ast.Expr) bool {
	_, ok := f.pkg.TypeOf(e).(*types.Tuple)
	return ok
}

// grantName returns the type of a grant that was added, "" if it can't be
// told.
func (f *finder) grantName(v *flow.Value) string {
	s := v.Strip()
	t := s.Type
	if s.Op == flow.Call {
		res := s.Fn.Signature().Results()
		if s.Result >= res.Len() {
			return ""
		}
		t = res.At(s.Result).Type()
	}
	if t == nil && s.Expr != nil {
		t = f.pkg.TypeOf(s.Expr)
	}
	if t == nil {
		return ""
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || types.IsInterface(named) || named.Obj().Pkg() == nil {
		return ""
	}
	if !slices.ContainsFunc(knowledge.Accesses, func(lib *knowledge.Access) bool { return lib.Is(named.Obj().Pkg()) }) {
		return ""
	}
	return named.Obj().Name()
}
