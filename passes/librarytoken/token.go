package librarytoken

import (
	"go/ast"
	"slices"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/object"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
)

// A builder turns a construction into a site.
type builder struct {
	*finder
	m     *object.Object
	known known
	read  site.Reader
	out   *site.Site
}

// begin notes what the construction itself says.
func (b *builder) begin() {
	m := b.m
	b.out = &site.Site{
		Maker: funcname.Qualified(m.Maker),
		Pos:   m.Call.Pos(),
		End:   m.Call.End(),
		Func:  b.pkg.Function(m.Call),
		Home:  m.Home,

		OneName: b.known.Lib.OneName,
	}
	if m.Maker.Pkg() != nil {
		b.out.Package = m.Maker.Pkg().Path()
	}
	b.step(site.Construct, m.Call, m.Home, false)
	b.out.File = b.pkg.File(m.Call)
}

func (b *builder) build() *site.Site {
	m := b.m
	b.begin()
	if b.known.Row.Role == knowledge.MakeAndGenerate {
		b.options()
		return b.out
	}
	b.credentials()

	states := m.States
	if len(states) == 0 {
		states = object.Alternatives(b.trace.AtEnd(m.Call, m.Home))
	}
	for i, s := range states {
		b.scopes(s, i == 0)
	}
	b.lifetime()
	b.circumstances()
	return b.out
}

func (b *builder) step(role site.Role, n ast.Node, frame *flow.Frame, cond bool) {
	if !slices.ContainsFunc(b.out.Steps, func(s site.Step) bool { return s.Node == n && s.Role == role }) {
		b.out.Steps = append(b.out.Steps, site.Step{Role: role, Node: n, Frame: frame, Conditional: cond})
	}
}

// argument reads an argument of the construction.
func (b *builder) argument(i int) voicetoken.Value {
	if i == knowledge.None || i >= len(b.m.Call.Args) {
		return voicetoken.Lost()
	}
	return b.read.Value(b.trace.Eval(b.m.Call.Args[i], b.m.Home))
}

func (b *builder) credentials() {
	fn := b.known.Row
	tok := &b.out.Token
	if cr := b.known.Lib.Credentials; cr != nil && fn.AccountSid == knowledge.None {
		tok.AccountSid, tok.AuthToken = b.fromClient(cr)
		return
	}
	tok.AccountSid, tok.AuthToken = b.argument(fn.AccountSid), b.argument(fn.AuthToken)
}

// fromClient finds the credentials of the client whose method makes the
// token: the arguments of its constructor, or its fields.
func (b *builder) fromClient(cr *knowledge.Credentials) (sid, token voicetoken.Value) {
	v := b.trace.Eval(b.m.Call, b.m.Home).Strip()
	if v.Op != flow.Call || len(v.Args) == 0 {
		return voicetoken.Lost(), voicetoken.Lost()
	}
	client := v.Args[0].Strip()
	field := func(name string, arg int) voicetoken.Value {
		if fd, ok := client.Field(name); ok && !fd.Cond {
			return b.read.Value(fd.Val)
		}
		if client.Op == flow.Call && client.Fn.Name() == cr.Constructor && arg < len(client.Args) {
			return b.read.Value(client.Args[arg])
		}
		return voicetoken.Lost()
	}
	return field(cr.AccountField, cr.AccountSid), field(cr.AuthField, cr.AuthToken)
}

// options reads a token that one call makes from a struct of options.
func (b *builder) options() {
	fn, tok := b.known.Row, &b.out.Token
	tok.Generated = 1
	b.step(site.Sign, b.m.Call, b.m.Home, false)
	if fn.TTL < len(b.m.Call.Args) {
		tok.TTL = b.read.Duration(b.trace.Eval(b.m.Call.Args[fn.TTL], b.m.Home))
	}
	if fn.Options >= len(b.m.Call.Args) {
		return
	}
	opts := b.trace.Eval(b.m.Call.Args[fn.Options], b.m.Home).Strip()
	if opts.Op == flow.Choice {
		tok.Opaque = true
		tok.AccountSid, tok.AuthToken = voicetoken.Lost(), voicetoken.Lost()
		return
	}
	known := opts.Op == flow.Record && len(opts.Done) == 0
	field := func(name string) (val voicetoken.Value, cond bool) {
		fd, ok := opts.Field(name)
		if !ok {
			if known {
				return voicetoken.Value{}, false
			}
			tok.Opaque = true
			return voicetoken.Lost(), false
		}
		return b.read.Value(fd.Val), fd.Cond
	}
	tok.AccountSid, _ = field(fn.OptionFields.AccountSid)
	tok.AuthToken, _ = field(fn.OptionFields.AuthToken)
	name, nameCond := field(fn.OptionFields.Incoming)
	app, appCond := field(fn.OptionFields.Outgoing)
	if name.State == voicetoken.Known && !name.Empty() {
		tok.Incoming = append(tok.Incoming, voicetoken.Incoming{ClientName: name, Conditional: nameCond})
	}
	if app.State == voicetoken.Known && !app.Empty() {
		tok.Outgoing = append(tok.Outgoing, voicetoken.Outgoing{ApplicationSid: app, Conditional: appCond})
	}
}

// scopes reads what was allowed to a token by the time it is signed. The
// first state sets the values; what another lacks is conditional.
func (b *builder) scopes(state *flow.Value, first bool) {
	tok := &b.out.Token
	var incoming []voicetoken.Incoming
	var outgoing []voicetoken.Outgoing
	for _, d := range state.Done {
		if d.Fn == nil || d.Arg != -1 {
			continue
		}
		k, ok := b.method(d.Fn, b.known.Lib)
		if !ok {
			continue
		}
		arg := func(i int) voicetoken.Value {
			if i == knowledge.None || i >= len(d.Args) {
				return voicetoken.Value{}
			}
			return b.read.Value(d.Args[i])
		}
		switch k.Row.Role {
		case knowledge.AllowIncoming:
			b.step(site.Allow, d.Call, d.Frame, d.Cond)
			in := voicetoken.Incoming{ClientName: arg(k.Row.ClientName), Conditional: d.Cond}
			if k.Lib.OneName && !d.Cond {
				incoming = nil // the last name wins
			}
			incoming = append(incoming, in)
		case knowledge.AllowOutgoing:
			b.step(site.Allow, d.Call, d.Frame, d.Cond)
			o := voicetoken.Outgoing{ApplicationSid: arg(k.Row.ApplicationSid), Params: arg(k.Row.Params), Conditional: d.Cond}
			if !d.Cond {
				outgoing = nil
			}
			outgoing = append(outgoing, o)
		case knowledge.AllowEventStream:
			b.step(site.Allow, d.Call, d.Frame, d.Cond)
			tok.EventStream = true
		case knowledge.SetTTL:
			b.step(site.Lifetime, d.Call, d.Frame, d.Cond)
			if len(d.Args) > k.Row.TTL {
				tok.TTL = b.read.Duration(d.Args[k.Row.TTL])
				if d.Cond {
					tok.TTL.Value = voicetoken.Lost()
				}
			}
		}
	}
	if first {
		tok.Incoming, tok.Outgoing = incoming, outgoing
		return
	}
	same := func(a, c voicetoken.Value) bool { return a.State == c.State && a.Same == c.Same }
	for _, in := range incoming {
		if !slices.ContainsFunc(tok.Incoming, func(o voicetoken.Incoming) bool { return same(in.ClientName, o.ClientName) }) {
			in.Conditional = true
			tok.Incoming = append(tok.Incoming, in)
		}
	}
	for i := range tok.Incoming {
		if !slices.ContainsFunc(incoming, func(o voicetoken.Incoming) bool { return same(tok.Incoming[i].ClientName, o.ClientName) }) {
			tok.Incoming[i].Conditional = true
		}
	}
	for _, out := range outgoing {
		if !slices.ContainsFunc(tok.Outgoing, func(o voicetoken.Outgoing) bool {
			return same(out.ApplicationSid, o.ApplicationSid) && same(out.Params, o.Params)
		}) {
			out.Conditional = true
			tok.Outgoing = append(tok.Outgoing, out)
		}
	}
	for i := range tok.Outgoing {
		if !slices.ContainsFunc(outgoing, func(o voicetoken.Outgoing) bool {
			return same(tok.Outgoing[i].ApplicationSid, o.ApplicationSid)
		}) {
			tok.Outgoing[i].Conditional = true
		}
	}
}

// lifetime reads the ttl that the generating calls pass.
func (b *builder) lifetime() {
	tok := &b.out.Token
	for _, use := range b.m.Uses {
		b.step(site.Sign, use.Call, use.Value.Frame, false)
		k, _ := b.method(use.Value.Fn, b.known.Lib)
		if k.Row.TTL == knowledge.None || k.Row.TTL+1 >= len(use.Value.Args) {
			continue
		}
		ttl := b.read.Duration(use.Value.Args[k.Row.TTL+1]) // Args[0] is the receiver
		switch {
		case tok.TTL.Form == voicetoken.TTLNone:
			tok.TTL = ttl
		case tok.TTL.Same != ttl.Same:
			tok.TTL.Value = voicetoken.Lost()
			tok.TTL.ConstSeconds = false
		}
	}
}

// circumstances reads what matters for a rewrite: how often the token is
// signed, and who else may have a hand in it.
func (b *builder) circumstances() {
	tok := &b.out.Token
	var calls []*ast.CallExpr
	for _, use := range b.m.Uses {
		if !slices.Contains(calls, use.Call) {
			calls = append(calls, use.Call)
		}
	}
	// Of calls in return statements, one runs.
	returned := 0
	for _, call := range calls {
		if b.isReturned(call) {
			returned = 1
		} else {
			tok.Generated++
		}
	}
	tok.Generated += returned
	if slices.ContainsFunc(calls, b.inLoopOf) {
		tok.Generated = max(tok.Generated, 2)
	}
	if tok.Generated == 0 && b.lost {
		tok.Generated, tok.Opaque = -1, true
	}
	escapes := b.trace.Escapes(b.m.Call, b.m.Home)
	if tok.Generated == 0 && len(escapes) == 0 && b.isReturnedByLiteral() {
		escapes = []flow.Escape{{How: "returned by a function literal"}}
	}
	if len(escapes) > 0 {
		tok.Escapes = escapes[0].How
		tok.Opaque = tok.Opaque || len(tok.Incoming) == 0 // others may allow what is not seen here
		if tok.Generated == 0 {
			tok.Generated = -1
		}
	}
}

// isReturned reports whether a call is in a return statement.
func (b *builder) isReturned(call *ast.CallExpr) bool {
	cur, ok := b.pkg.Cursor(call)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)) {
		_, isReturn := c.Node().(*ast.ReturnStmt)
		return isReturn
	}
	return false
}

// isReturnedByLiteral reports whether a function literal makes the token, and
// returns it to whoever calls the literal:
//
//	sync.Pool{New: func() any { return twilioclient.NewCapability(sid, token) }}
func (b *builder) isReturnedByLiteral() bool {
	lit, ok := b.pkg.Function(b.m.Call).(*ast.FuncLit)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				found = found || slices.ContainsFunc(object.Alternatives(b.trace.Eval(e, b.m.Home)), func(v *flow.Value) bool { return v.Expr == ast.Expr(b.m.Call) })
			}
		}
		return !found
	})
	return found
}

// inLoopOf reports whether a call is in a loop that the construction is not
// in.
func (b *builder) inLoopOf(call *ast.CallExpr) bool {
	stmt, made := b.pkg.Statement(call), b.pkg.Statement(b.m.Call)
	return stmt != nil && made != nil && b.trace.Repeats(stmt, made, b.m.Home)
}
