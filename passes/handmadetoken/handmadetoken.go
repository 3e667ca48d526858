// Package handmadetoken defines an Analyzer that finds the tokens that code
// makes by hand: with a JSON Web Token library, or with nothing but
// HMAC-SHA256.
package handmadetoken

import (
	"cmp"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/credential"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/passes/index"
)

// Analyzer finds tokens made by hand. Its result is a *Result; it reports
// nothing.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenhandmade",
	Doc:              "find Twilio tokens made by hand",
	Run:              index.Guard(run),
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{index.Analyzer},
	ResultType:       reflect.TypeFor[*Result](),
}

// A Result is what the Analyzer finds, each in source order.
type Result struct {
	Capabilities []*site.Site
	Accesses     []*site.Access
	TaskRouters  []*site.TaskRouter
	Signings     []*site.Signing
	AuthTokens   []*flow.Value // the keys of Capability Tokens
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[index.Analyzer].(*flow.Index)
	if pkg == nil {
		return &Result{}, nil
	}
	f := &finder{
		pkg:     pkg,
		types:   pass.Pkg,
		tables:  knowledge.NewIndex[*knowledge.JWT, knowledge.JWTFunc](knowledge.JWTs),
		tokens:  make(map[ast.Node]*token),
		signers: make(map[*ast.CallExpr][]signer),

		imported: make(map[*knowledge.JWT]bool),
	}
	f.trace = pkg.Trace()
	f.signed()
	f.handedOver()
	res := &Result{Capabilities: f.sites()}
	f.others(res)
	return res, nil
}

// A known is what the tables say of a function.
type known = knowledge.Known[*knowledge.JWT, knowledge.JWTFunc]

type finder struct {
	pkg    *flow.Index
	types  *types.Package // that is looked at
	trace  *flow.Tracer
	tables *knowledge.Index[*knowledge.JWT, knowledge.JWTFunc]
	tokens map[ast.Node]*token // by the node that sets the scope

	imported map[*knowledge.JWT]bool    // what imports has found out
	signers  map[*ast.CallExpr][]signer // all that is known of each signing call
	creds    *credential.Finder         // made when first asked for
}

// A token is a Capability Token found: the place where its scope is set, and
// the circumstances in which it is signed.
type token struct {
	node    ast.Node // what sets the scope claim
	signers []signer
}

// A signer is one way for a token's claims to get signed.
type signer struct {
	call   *ast.CallExpr // nil if the claims are handed to a stranger
	frame  *flow.Frame   // where call is evaluated
	claims *claims
	result scope.Result
}

// lookup finds a function in the tables. A method that signs text is of use
// only to a package that imports the library, with which it makes the text.
func (f *finder) lookup(fn *types.Func) (known, bool) {
	k, ok := f.tables.Lookup(fn)
	if ok && k.Row.Text && k.Row.Recv != "" && !f.imports(k.Lib) {
		return known{}, false
	}
	return k, ok
}

func (f *finder) imports(lib *knowledge.JWT) bool {
	imported, known := f.imported[lib]
	if !known {
		imported = slices.ContainsFunc(append(slices.Clone(f.types.Imports()), f.types), func(p *types.Package) bool {
			return lib.Has(p.Path()) && (!knowledge.HandsOut(p.Path()) || f.spellsScope())
		})
		f.imported[lib] = imported
	}
	return imported
}

// signed follows each call that signs a token back to its claims.
func (f *finder) signed() {
	for _, cur := range f.pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		fn := f.pkg.Callee(call)
		if fn == nil && len(f.pkg.ValuesFor(call)) > 0 {
			fn, _ = f.trace.Called(call, f.trace.Frame(call)) // with its receiver
		}
		k, ok := f.lookup(fn)
		if !ok || k.Row.Role != knowledge.Sign {
			continue
		}
		if k.Row.Text && f.isCompared(call) {
			continue
		}
		if !f.trace.Ready() {
			f.giveUp(call)
			continue
		}
		f.follow(call, k.Row, f.trace.Frame(call), 0)
	}
}

const maxCallers = 4 // levels of callers tried for an unbound parameter

// follow evaluates a signing call. Where the claims are a parameter, the
// callers are tried.
func (f *finder) follow(call *ast.CallExpr, row knowledge.JWTFunc, frame *flow.Frame, depth int) {
	v := f.trace.Eval(call, frame).Strip()
	if v.Op != flow.Call {
		if f.trace.Exhausted() {
			f.giveUp(call)
		}
		return
	}
	if row.Key == knowledge.Receiver && f.signsOther(argument(v, row.Key)) {
		return
	}
	found, open := false, false
	list := f.signedClaims(v, row)
	isPrivate := f.hasPrivateKey(v)
	// Have: the claims that this call signs, one way or another. On a way with
	// claims that are not a Capability Token's, nothing may be granted.
	mixed := slices.ContainsFunc(list, func(c *claims) bool { return !f.grants(c) })
	for _, c := range list {
		f.signers[call] = append(f.signers[call], signer{call, frame, c, scope.Result{}})
		if !c.list.has("scope") {
			open = open || c.open
			continue
		}
		found = true
		if !isPrivate {
			f.add(call, frame, c, mixed)
		}
	}
	if !found && f.trace.Exhausted() {
		f.giveUp(call)
		return
	}
	if (!found || open) && depth < maxCallers {
		callers, all := f.trace.Callers(frame)
		for _, caller := range callers {
			f.follow(call, row, caller, depth+1)
		}
		if !all && !found {
			f.giveUp(call)
			for _, cur := range f.pkg.Callers(f.pkg.FuncOf(frame.Func)) {
				f.giveUpAt(call, cur.Node())
			}
		}
	}
}

// grants reports whether claims may be those of a Capability Token.
func (f *finder) grants(c *claims) bool {
	return slices.ContainsFunc(c.list.named("scope"), func(sc claim) bool {
		_, ok := f.capability(sc.val)
		return ok
	})
}

// add records a token for each value of its scope, if it is that of a Capability
// Token; call is nil if the claims are handed to a stranger. mixed tells that the
// call may sign other claims as well.
func (f *finder) add(call *ast.CallExpr, frame *flow.Frame, c *claims, mixed bool) {
	scopes := c.list.named("scope")
	var results []scope.Result
	var node ast.Node
	always := false
	for _, sc := range scopes {
		res, ok := f.capability(sc.val)
		if ok && node == nil {
			node = sc.node
			if node == nil && call != nil {
				node = call
			}
		}
		results = append(results, res)
		always = always || !sc.cond
	}
	if node == nil {
		return
	}
	if !always || mixed {
		results = append(results, scope.Result{}) // the claim may be absent
	}
	t := f.tokens[node]
	if t == nil {
		t = &token{node: node}
		f.tokens[node] = t
	}
	t.signers = append(t.signers, signer{call, frame, c, scope.Unite(results...)})
}

// giveUp records that a call signs something that goes over the budget, if
// the function around it speaks of the scopes of a Capability Token.
func (f *finder) giveUp(call *ast.CallExpr) { f.giveUpAt(call, call) }

// giveUpAt does the same if the function around a node speaks of them.
func (f *finder) giveUpAt(call *ast.CallExpr, n ast.Node) {
	if f.tokens[call] != nil || !f.mentionsScope(n) {
		return
	}
	c := &claims{open: true}
	f.tokens[call] = &token{node: call, signers: []signer{{call, nil, c, scope.Result{Open: []any{call}}}}}
}

// mentionsScope reports whether a string in the function around a node has
// the name of a scope.
func (f *finder) mentionsScope(n ast.Node) bool {
	cur, ok := f.pkg.Cursor(n)
	if !ok {
		return false
	}
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for c := range decl.Preorder((*ast.BasicLit)(nil)) {
			text := c.Node().(*ast.BasicLit).Value
			if strings.Contains(text, "scope:client:incoming") || strings.Contains(text, "scope:client:outgoing") ||
				strings.Contains(text, "scope:stream:subscribe") {
				return true
			}
		}
	}
	return false
}

// capability reads the value of a scope claim, and reports whether it is
// the scope of a Capability Token. Where words of it are parameters, the
// callers are asked.
func (f *finder) capability(v *flow.Value) (scope.Result, bool) {
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
// program's own calls pass for them, nil if there are none.
func (f *finder) rebound(v *flow.Value, open []any) *flow.Value {
	for _, o := range open {
		hole, ok := o.(*flow.Value)
		if !ok {
			continue
		}
		var from *flow.Frame
		hole.Walk(func(w *flow.Value) bool {
			if w.Op == flow.Leaf && w.Param != nil && w.Frame != nil && w.Frame.Call == nil {
				from = w.Frame
			}
			return from == nil
		})
		if from == nil {
			continue
		}
		if alts := f.trace.Rebind(v, from); alts != nil {
			if fn := f.pkg.FuncOf(from.Func); fn != nil && fn.Exported() && fn.Pkg().Name() != "main" {
				alts = append(alts, v) // other packages may call it with other words
			}
			return flow.Choose(alts)
		}
	}
	return nil
}

func (f *finder) sites() []*site.Site {
	tokens := make([]*token, 0, len(f.tokens))
	for _, t := range f.tokens {
		tokens = append(tokens, t)
	}
	slices.SortFunc(tokens, func(a, b *token) int { return cmp.Compare(f.pkg.Rank(a.node), f.pkg.Rank(b.node)) })
	var out []*site.Site
	for _, t := range tokens {
		out = append(out, f.site(t))
	}
	return out
}
