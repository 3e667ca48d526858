package handmadetoken

import (
	"go/ast"
	"go/constant"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
)

// accesses adds the Access Tokens that the calls sign.
func (f *finder) accesses(calls []*ast.CallExpr, res *Result) {
	seen := make(map[ast.Node]bool)
	for _, call := range calls {
		for _, s := range f.signers[call] {
			if !f.isAccess(s.claims) {
				continue
			}
			grants := s.claims.list.named("grants")
			node := grants[0].node
			if node == nil {
				node = call
			}
			if !seen[node] {
				seen[node] = true
				res.Accesses = append(res.Accesses, f.access(node, s))
			}
		}
	}
}

// access reads an Access Token.
func (f *finder) access(node ast.Node, s signer) *site.Access {
	anchor, typ := f.anchor(node)
	out := &site.Access{
		ByHand: true, Maker: "JSON", Pos: anchor.Pos(), End: anchor.End(), File: f.pkg.File(node), Home: f.trace.Frame(node),
		Parts: make(map[accesstoken.Part]ast.Node),
	}
	if typ != nil {
		out.Maker = f.typeName(typ)
	}
	tok := &out.Token
	tok.ByHand, tok.TTLName = true, "exp"
	read := site.NewReader(f.pkg, out.Home)
	c := s.claims
	set := func(name string, part accesstoken.Part) (val voicetoken.Value, v *flow.Value) {
		all := c.list.named(name)
		switch {
		case len(all) == 0 && !c.open:
			return voicetoken.Value{}, nil
		case len(all) != 1 || all[0].cond || c.taint != "":
			return voicetoken.Lost(), nil
		}
		out.Parts[part] = all[0].node
		return read.Value(all[0].val), all[0].val
	}
	var iss, sub *flow.Value
	tok.KeySid, iss = set("iss", accesstoken.KeySid)
	tok.AccountSid, sub = set("sub", accesstoken.AccountSid)
	if is, path := f.credential().Of(iss); is == knowledge.AccountSid {
		tok.AccountAsKey = path
	}
	if is, path := f.credential().Of(sub); is == knowledge.APIKeySid {
		tok.KeyAsAccount = path
	}

	exp, expires := set("exp", accesstoken.TTL)
	switch {
	case exp.State == voicetoken.Absent:
		tok.NoExpiry = true
	case expires != nil:
		if past, ok := longPast(expires); ok {
			tok.Past = past
			break
		}
		tok.TTL = read.Expiry(expires, c.only("iat"))
	}

	grants := c.list.named("grants")
	if len(grants) == 1 && !grants[0].cond {
		g := grants[0].val.Strip()
		names := productsOf(g)
		id, _ := member(g, "identity")
		tok.Identity = voicetoken.Lost()
		if open := slices.ContainsFunc(g.Fields, func(fd flow.Field) bool { return fd.Key != nil }); !open && !id.Cond && g.Taint == "" {
			tok.Identity = read.Value(id.Val)
			out.Parts[accesstoken.Identity] = id.Node
		}
		if slices.Contains(names, "voice") {
			tok.NeedsIdentity, tok.Phone = "voice", true
		} else if i := slices.IndexFunc(names, func(n string) bool { return n != "task_router" }); i >= 0 {
			tok.NeedsIdentity = names[i]
		}
	}
	tok.NoContentType = f.lacksContentType(s)
	return out
}

// longPast returns a constant date of a claim that is over: a lifetime was
// taken for a date.
func longPast(v *flow.Value) (string, bool) {
	s := v.Strip()
	if s.Op != flow.Const || s.Const == nil {
		return "", false
	}
	n, ok := constant.Int64Val(constant.ToInt(s.Const))
	return s.Const.ExactString(), ok && n < 1e9
}

// lacksContentType reports whether the header of a token is known as a whole, and
// has no cty, of a library whose tokens are structs with a header.
func (f *finder) lacksContentType(s signer) bool {
	v := f.trace.Eval(s.call, s.frame).Strip()
	if v.Op != flow.Call || len(v.Args) == 0 || v.Fn.Signature().Recv() == nil {
		return false
	}
	name := knowledge.HeaderField(v.Fn.Signature().Recv().Type())
	if k, ok := f.lookup(v.Fn); name == "" || !ok || k.Row.Role != knowledge.Sign {
		return false
	}
	tok := v.Args[0].Strip()
	k, ok := f.lookup(tok.Fn)
	if tok.Op != flow.Call || !ok || k.Row.Role != knowledge.Token || tok.Taint != "" {
		return false
	}
	for _, d := range tok.Done {
		if d.Arg >= 0 {
			return false // who knows what they set
		}
	}
	if sig := tok.Fn.Signature(); sig.Variadic() && len(tok.Args) >= sig.Params().Len() {
		return false // options may set it
	}
	fd, ok := tok.Field(name)
	if !ok {
		return true
	}
	header := fd.Val.Strip()
	if fd.Cond || header.Taint != "" || len(header.Done) > 0 || header.Op != flow.Record && len(header.Fields) == 0 {
		return false
	}
	return !slices.ContainsFunc(header.Fields, func(fd flow.Field) bool { return fd.Key != nil || strings.EqualFold(fd.Name, "cty") })
}

// taskRouters adds the Capability Tokens for TaskRouter that the calls sign.
func (f *finder) taskRouters(calls []*ast.CallExpr, res *Result) {
	seen := make(map[ast.Node]bool)
	for _, call := range calls {
		for _, s := range f.signers[call] {
			if !isTaskRouter(s.claims) {
				continue
			}
			node := s.claims.list.named("policies")[0].node
			if node == nil {
				node = call
			}
			if seen[node] {
				continue
			}
			seen[node] = true
			anchor, typ := f.anchor(node)
			out := &site.TaskRouter{Maker: "JSON", ByHand: true, Pos: anchor.Pos(), End: anchor.End(), File: f.pkg.File(node)}
			if typ != nil {
				out.Maker = f.typeName(typ)
			}
			res.TaskRouters = append(res.TaskRouters, out)
		}
	}
}
