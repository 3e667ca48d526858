// Package handmadetoken defines an Analyzer that finds the Capability
// Tokens that code makes by hand: with a JSON Web Token library, or with
// nothing but HMAC-SHA256.
package handmadetoken

import (
	"cmp"
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/passes/index"
)

// Analyzer finds Capability Tokens made by hand. Its result is a
// []*site.Site in source order; it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenhandmade",
	Doc:              "find Twilio Capability Tokens made by hand",
	Run:              run,
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{index.Analyzer},
	ResultType:       reflect.TypeFor[[]*site.Site](),
}

// budget is the number of steps that one signing call may take.
const budget = 20000

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[index.Analyzer].(*origin.Package)
	if pkg == nil {
		return []*site.Site(nil), nil
	}
	f := &finder{
		pkg:    pkg,
		trace:  origin.NewTracer(pkg),
		funcs:  make(map[*types.Func]known),
		tokens: make(map[ast.Node]*token),
	}
	f.signed()
	f.handedOver()
	return f.sites(), nil
}

// A known is what the tables say of a function.
type known struct {
	lib *knowledge.JWT
	fn  knowledge.JWTFunc
}

type finder struct {
	pkg    *origin.Package
	trace  *origin.Tracer
	funcs  map[*types.Func]known
	tokens map[ast.Node]*token // by the node that sets the scope
}

// A token is a Capability Token found: the place where its scope is set, and
// the circumstances in which it is signed.
type token struct {
	node    ast.Node // what sets the scope claim
	signers []signer
}

// A signer is one way on which a token's claims get signed.
type signer struct {
	call   *ast.CallExpr // nil if the claims are handed to a stranger
	claims *claims
	result scope.Result
}

func (f *finder) lookup(fn *types.Func) (known, bool) {
	if fn == nil {
		return known{}, false
	}
	k, ok := f.funcs[fn]
	if !ok {
		for _, lib := range knowledge.JWTs {
			if row, ok := lib.Lookup(fn); ok {
				k = known{lib, row}
				break
			}
		}
		f.funcs[fn] = k
	}
	return k, k.lib != nil
}

// signed follows each call that signs a token back to its claims.
func (f *finder) signed() {
	for _, cur := range f.pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		k, ok := f.lookup(f.pkg.Callee(call))
		if !ok || k.fn.Role != knowledge.Sign {
			continue
		}
		f.trace.Allow(budget)
		f.follow(call, k.fn, f.trace.Frame(call), 0)
	}
}

const maxCallers = 4 // levels of callers tried for an unbound parameter

// follow evaluates a signing call. Where the claims are a parameter, the
// callers are tried.
func (f *finder) follow(call *ast.CallExpr, row knowledge.JWTFunc, frame *origin.Frame, depth int) {
	v := f.trace.Eval(call, frame).Strip()
	if v.Op != origin.Call {
		return
	}
	found, open := false, false
	for _, c := range f.signedClaims(v, row) {
		sc, ok := c.scope()
		if !ok {
			open = open || c.open
			continue
		}
		found = true
		f.add(call, c, sc)
	}
	if (!found || open) && depth < maxCallers {
		for _, caller := range f.trace.Callers(frame) {
			f.follow(call, row, caller, depth+1)
		}
	}
}

// add records a token if its scope is that of a Capability Token.
func (f *finder) add(call *ast.CallExpr, c *claims, sc claim) bool {
	res, ok := f.capability(sc.val)
	if !ok {
		return false
	}
	if sc.node == nil {
		sc.node = call
	}
	t := f.tokens[sc.node]
	if t == nil {
		t = &token{node: sc.node}
		f.tokens[sc.node] = t
	}
	t.signers = append(t.signers, signer{call, c, res})
	return true
}

// capability reads the value of a scope claim, and reports whether it is
// the scope of a Capability Token. Where words of it are parameters, the
// callers are asked.
func (f *finder) capability(v *origin.Value) (scope.Result, bool) {
	var res scope.Result
	for range maxCallers {
		res = scope.Parse(site.Template(v))
		next := f.rebound(v, res.Open)
		if next == nil {
			break
		}
		v = next
	}
	return res, len(res.Scopes) > 0
}

// rebound binds the parameters among the open holes of a scope to what the
// package's own calls pass for them, nil if there are none.
func (f *finder) rebound(v *origin.Value, open []any) *origin.Value {
	for _, o := range open {
		hole, ok := o.(*origin.Value)
		if !ok {
			continue
		}
		var from *origin.Frame
		hole.Walk(func(w *origin.Value) bool {
			if w.Op == origin.Leaf && w.Param != nil && w.Frame != nil && w.Frame.Call == nil {
				from = w.Frame
			}
			return from == nil
		})
		if from == nil {
			continue
		}
		if alts := f.trace.Rebind(v, from); alts != nil {
			return origin.Choose(alts)
		}
	}
	return nil
}

func (f *finder) sites() []*site.Site {
	tokens := make([]*token, 0, len(f.tokens))
	for _, t := range f.tokens {
		tokens = append(tokens, t)
	}
	slices.SortFunc(tokens, func(a, b *token) int { return cmp.Compare(a.node.Pos(), b.node.Pos()) })
	var out []*site.Site
	for _, t := range tokens {
		f.trace.Allow(budget)
		out = append(out, f.site(t))
	}
	return out
}
