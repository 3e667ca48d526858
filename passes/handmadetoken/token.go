package handmadetoken

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
)

// knownClaims have a place in an Access Token, or are made afresh there.
var knownClaims = map[string]bool{"iss": true, "exp": true, "iat": true, "nbf": true, "jti": true}

// site reads a token that was found.
func (f *finder) site(t *token) *site.Site {
	out := &site.Site{ByHand: true, Func: f.pkg.Function(t.node), File: f.pkg.File(t.node)}
	anchor, typ := f.anchor(t.node)
	out.Pos, out.End = anchor.Pos(), anchor.End()
	if call, ok := anchor.(*ast.CallExpr); ok && typ != nil {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			out.Pos = sel.Sel.Pos() // the link of the chain, not its start
		}
	}
	out.Maker = "JSON"
	if len(t.signers[0].result.Scopes) == 0 {
		out.Maker = "?"
	} else if typ != nil {
		out.Maker = f.typeName(typ)
	}
	out.Home = f.home(t.node, t.signers[0])
	f.read(t, out, anchor)
	out.AsCalled = f.asCalled(t, out, anchor)
	return out
}

// asCalled reads a token whose grants are a parameter of the function that
// makes and signs it, if that function is called once: as its caller has it.
func (f *finder) asCalled(t *token, out *site.Site, anchor ast.Node) *site.Site {
	s := t.signers[0]
	if len(t.signers) != 1 || s.frame == nil || s.frame.Func != f.pkg.OuterFunction(t.node) {
		return nil
	}
	fn := f.pkg.FuncOf(s.frame.Func)
	callers, all := f.trace.Callers(s.frame)
	scopes := s.claims.list.named("scope")
	if fn == nil || fn.Exported() || len(f.pkg.Uses(fn)) != 2 || len(callers) != 1 || !all || len(scopes) != 1 ||
		len(scope.Parse(site.Template(scopes[0].val)).Scopes) > 0 {
		return nil
	}
	k, ok := f.lookup(f.pkg.Callee(s.call))
	v := f.trace.Eval(s.call, callers[0]).Strip()
	if !ok || v.Op != flow.Call {
		return nil
	}
	for _, c := range f.signedClaims(v, k.Row) {
		for _, sc := range c.list.named("scope") {
			if res, ok := f.capability(sc.val); ok && sc.node == t.node {
				called := *out
				called.Home, called.Token, called.Steps = callers[0].Caller, voicetoken.Capability{}, nil
				f.read(&token{t.node, []signer{{s.call, callers[0], c, res}}}, &called, anchor)
				return &called
			}
		}
	}
	return nil
}

// typeName names a type as code of the package does.
func (f *finder) typeName(typ types.Type) string {
	return types.TypeString(typ, func(p *types.Package) string {
		if p == f.types {
			return ""
		}
		return p.Name()
	})
}

// read fills in a site, which has its Home, what the token grants.
func (f *finder) read(t *token, out *site.Site, anchor ast.Node) {
	out.Steps = append(out.Steps, site.Step{Role: site.Construct, Node: anchor})

	for _, cl := range t.signers[0].claims.list {
		if cl.node != nil {
			out.Steps = append(out.Steps, site.Step{Role: claimRole(cl.name), Node: cl.node, Claim: cl.name, Conditional: cl.cond})
		}
	}

	// Have: the first signer tells the values; the others must agree.
	first := t.signers[0]
	read := site.NewReader(f.pkg, out.Home)
	for _, s := range t.signers[1:] {
		read = read.AlsoFrom(f.home(t.node, s))
	}
	tok := &out.Token
	f.credentials(tok, read, first)
	out.Expiry, out.Issued = first.claims.only("exp"), first.claims.only("iat")
	results := make([]scope.Result, len(t.signers))
	var calls []*ast.CallExpr
	for i, s := range t.signers {
		results[i] = s.result
		tok.Unsigned = cmp.Or(tok.Unsigned, f.unsigned(s))
		if s.call != nil && !slices.Contains(calls, s.call) {
			calls = append(calls, s.call)
			out.Steps = append(out.Steps, site.Step{Role: site.Sign, Node: s.call, Frame: s.frame})
			if fn := f.pkg.Callee(s.call); out.Package == "" && fn != nil && fn.Pkg() != nil {
				out.Package = fn.Pkg().Path()
			}
		}
		if s.call == nil {
			tok.Generated = -1
		}
		if i == 0 {
			continue
		}
		var other voicetoken.Capability
		f.credentials(&other, read, s)
		merge(&tok.AuthToken, other.AuthToken)
		merge(&tok.AccountSid, other.AccountSid)
		merge(&tok.TTL.Value, other.TTL.Value)
	}
	if tok.Generated == 0 {
		tok.Generated = len(calls)
	}
	f.scopes(tok, read, scope.Unite(results...))
}

// claimRole returns what a claim does for the token.
func claimRole(name string) site.Role {
	switch {
	case isScope(name):
		return site.Allow
	case name == "exp":
		return site.Lifetime
	case name == "iss":
		return site.Credential
	}
	return site.Other
}

// isKept reports whether a value is in a variable, from which others may
// know it.
func isKept(v *flow.Value) bool {
	switch v.Expr.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		_, isConst := v.StringConst()
		return !isConst
	}
	return false
}

// merge makes a value unresolved that differs between two ways to sign.
func merge(v *voicetoken.Value, other voicetoken.Value) {
	if v.State != other.State || v.Same != other.Same {
		*v = voicetoken.Lost()
	}
}

// home returns the frame in which the scope is set.
func (f *finder) home(n ast.Node, s signer) *flow.Frame {
	fn := f.pkg.Function(n)
	var w *flow.Value
	for _, sc := range s.claims.list.named("scope") {
		if sc.node == n {
			w = sc.val
		}
	}
	for w != nil {
		if w.Frame != nil && w.Expr != nil && f.pkg.Function(w.Expr) == fn {
			return w.Frame
		}
		if w.Op != flow.Via {
			break
		}
		w = w.Args[0]
	}
	return f.trace.Frame(n)
}

// anchor returns the construction to report for a node that sets the scope,
// and the type of the claims, nil if they are text.
func (f *finder) anchor(n ast.Node) (ast.Node, types.Type) {
	typeOf := func(e ast.Expr) types.Type {
		t := f.pkg.TypeOf(e)
		if t == nil {
			return types.Typ[types.Invalid]
		}
		if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
			return ptr.Elem()
		}
		return t
	}
	cur, ok := f.pkg.Cursor(n)
	if !ok {
		return n, types.Typ[types.Invalid]
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, lhs := range n.Lhs {
			switch lhs := ast.Unparen(lhs).(type) {
			case *ast.IndexExpr:
				return n, typeOf(lhs.X)
			case *ast.SelectorExpr:
				return n, typeOf(lhs.X)
			}
		}
	case *ast.CallExpr:
		sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
		if _, isMethod := f.pkg.Info.Selections[sel]; ok && isMethod {
			return n, typeOf(sel.X)
		}
		return n, nil
	case *ast.BinaryExpr, *ast.Ident:
		return n, nil
	case *ast.CompositeLit:
		return n, typeOf(n)
	default:
		for c := range cur.Enclosing((*ast.CompositeLit)(nil)) {
			if c.Node() != n {
				lit := c.Node().(*ast.CompositeLit)
				return lit, typeOf(lit)
			}
		}
	}
	return n, types.Typ[types.Invalid]
}

func (f *finder) credentials(tok *voicetoken.Capability, read site.Reader, from signer) {
	c := from.claims
	value := func(name string) voicetoken.Value {
		all := c.list.named(name)
		switch {
		case len(all) == 0 && !c.open:
			return voicetoken.Value{}
		case len(all) != 1 || all[0].cond:
			return voicetoken.Lost()
		}
		return read.Value(all[0].val)
	}
	tok.AccountSid = value("iss")
	if c.key != nil {
		tok.AuthToken = read.Value(c.key)
	} else {
		tok.AuthToken = voicetoken.Lost()
	}
	var issued *flow.Value
	if iat := c.list.named("iat"); len(iat) == 1 {
		issued = iat[0].val
	}
	tok.TTL = voicetoken.TTL{Form: voicetoken.TTLUntil, Value: value("exp")}
	if exp := c.list.named("exp"); len(exp) == 1 && !exp[0].cond {
		tok.TTL = read.Expiry(exp[0].val, issued)
	}
	tok.Escapes = c.taint
	for _, cl := range c.list {
		if slices.Contains(tok.ExtraClaims, cl.name) {
			continue
		}
		if cl.name == "nbf" && !f.startsNow(read, cl.val, from.frame) || cl.name == "jti" && isKept(cl.val) {
			tok.ExtraClaims = append(tok.ExtraClaims, cl.name)
			continue
		}
		if cl.name == "sub" && value("sub").Same == tok.AccountSid.Same {
			continue
		}
		if knownClaims[cl.name] || isScope(cl.name) {
			continue
		}
		tok.ExtraClaims = append(tok.ExtraClaims, cl.name)
	}
	slices.Sort(tok.ExtraClaims)
}

// startsNow reports whether a token is good from when it is made: its claim
// nbf is what the clock shows, or a parameter that each caller passes that
// for.
func (f *finder) startsNow(read site.Reader, nbf *flow.Value, in *flow.Frame) bool {
	if read.IsClock(nbf) {
		return true
	}
	passed := f.trace.Rebind(nbf, in)
	return len(passed) > 0 && !slices.ContainsFunc(passed, func(v *flow.Value) bool { return !read.IsClock(v) })
}

func (f *finder) scopes(tok *voicetoken.Capability, read site.Reader, res scope.Result) {
	tok.Opaque = len(res.Open) > 0 || res.Foreign
	for _, s := range res.Scopes {
		if s.Incomplete {
			tok.Opaque = true
		}
		name := read.Template(s.ClientName)
		switch s.Privilege {
		case scope.Incoming:
			if name.State == voicetoken.Absent && s.Incomplete {
				name = voicetoken.Lost()
			}
			tok.Incoming = append(tok.Incoming, voicetoken.Incoming{ClientName: name, Conditional: s.Conditional})
		case scope.Outgoing:
			o := voicetoken.Outgoing{
				ApplicationSid: read.Template(s.AppSid), ClientName: name,
				Params: read.Params(s.Params), Conditional: s.Conditional,
			}
			if o.ApplicationSid.State == voicetoken.Absent && s.Incomplete {
				o.ApplicationSid = voicetoken.Lost()
			}
			tok.Outgoing = append(tok.Outgoing, o)
		case scope.EventStream:
			tok.EventStream = true
		}
	}
}
