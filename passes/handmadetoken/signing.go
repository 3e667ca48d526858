package handmadetoken

import (
	"cmp"
	"go/ast"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/credential"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/site"
)

// others adds to a result what was found besides Capability Tokens.
func (f *finder) others(res *Result) {
	calls := make([]*ast.CallExpr, 0, len(f.signers))
	for call := range f.signers {
		calls = append(calls, call)
	}
	slices.SortFunc(calls, func(a, b *ast.CallExpr) int { return cmp.Compare(f.pkg.Rank(a), f.pkg.Rank(b)) })
	signed := make(map[ast.Node][]*site.Site) // by the call that signs
	for _, s := range res.Capabilities {
		for _, st := range s.Steps {
			if sites := signed[st.Node]; st.Role == site.Sign && (len(sites) == 0 || sites[len(sites)-1] != s) {
				signed[st.Node] = append(sites, s)
			}
		}
	}
	for _, call := range calls {
		if s := f.signing(call, signed[call]); s != nil {
			res.Signings = append(res.Signings, s)
		}
	}
	res.AuthTokens = f.authTokens()
	f.accesses(calls, res)
	f.taskRouters(calls, res)
}

// credential returns what tells credentials from other values.
func (f *finder) credential() *credential.Finder {
	if f.creds != nil {
		return f.creds
	}
	f.creds = credential.NewFinder(f.pkg, f.trace)
	for _, key := range f.authTokens() {
		f.creds.Hold(key, credential.Signs)
	}
	return f.creds
}

// authTokens lists the keys of Capability Tokens. They are the auth token:
// with another one the tokens would be of no use.
func (f *finder) authTokens() []*flow.Value {
	var out []*flow.Value
	for _, t := range f.tokens {
		for _, s := range t.signers {
			if s.claims.key != nil {
				out = append(out, s.claims.key)
			}
		}
	}
	slices.SortFunc(out, func(a, b *flow.Value) int { return cmp.Compare(f.rank(a), f.rank(b)) })
	return out
}

func (f *finder) rank(v *flow.Value) int {
	if v.Expr == nil {
		return -1
	}
	return f.pkg.Rank(v.Expr)
}

// signing returns what there is to say of a signing call, which signs some
// Capability Tokens; nil if it is not known to sign with the auth token.
func (f *finder) signing(call *ast.CallExpr, capabilities []*site.Site) *site.Signing {
	out := &site.Signing{Call: call, File: f.pkg.File(call), Tokens: capabilities}
	if len(capabilities) > 0 {
		out.Kind = site.CapabilityJWT
	}
	var key any
	for _, s := range f.signers[call] {
		kind := f.kindOf(s.claims)
		if len(out.Tokens) > 0 {
			kind = site.CapabilityJWT
		}
		if !s.claims.isJWT || kind < out.Kind || s.claims.key == nil {
			continue
		}
		is, path := f.credential().Of(s.claims.key)
		switch {
		case is == knowledge.AuthToken && (out.AuthToken == nil || kind > out.Kind):
			out.Kind, out.AuthToken, key = kind, path, s.claims.key.Identity()
		case s.claims.key.Identity() == key: // seen from another side
		case is != knowledge.NoCredential && len(out.Tokens) > 0:
			return nil // whatever it is good for, it is another key
		}
	}
	if out.AuthToken == nil && len(out.Tokens) == 0 {
		return nil
	}
	if len(out.Tokens) > 0 && !f.isSet(call) {
		// Have: the auth token because it signs what it signs.
		out.AuthToken = nil
		if key := out.Tokens[0].Token.AuthToken; key.Source != "" {
			out.AuthToken = []string{key.Source}
		}
	}
	return out
}

// isSet reports whether the key of a signing call is a setting of the
// program.
func (f *finder) isSet(call *ast.CallExpr) bool {
	return slices.ContainsFunc(f.signers[call], func(s signer) bool {
		is, _ := f.credential().Setting(s.claims.key)
		return is != knowledge.NoCredential
	})
}

// kindOf tells what claims are those of, capability tokens aside.
func (f *finder) kindOf(c *claims) site.Kind {
	switch {
	case isTaskRouter(c):
		return site.TaskRouterJWT
	case f.isAccess(c):
		return site.AccessJWT
	}
	return site.AnyJWT
}

// isTaskRouter reports whether claims are those of a Capability Token for
// TaskRouter.
func isTaskRouter(c *claims) bool {
	return c.list.has("policies") && (c.list.has("workspace_sid") || c.list.has("account_sid") && c.list.has("channel"))
}

// products are the names of grants, and what is in them.
var products = map[string][]string{
	"voice":        {"incoming", "outgoing", "push_credential_sid", "endpoint_id"},
	"video":        {"room"},
	"chat":         {"service_sid"},
	"ip_messaging": {"service_sid"},
	"data_sync":    {"service_sid"},
	"task_router":  {"workspace_sid", "worker_sid"},
	"rtc":          {"configuration_profile_sid"},
}

// isAccess reports whether claims are those of an Access Token: they have
// grants with a product of Twilio that looks like it. Others have a grant for
// video with a room, too; of that kind it must have credentials of Twilio.
func (f *finder) isAccess(c *claims) bool {
	if iss := c.only("iss"); iss != nil {
		if text, ok := iss.StringConst(); ok && text != "" && !strings.HasPrefix(text, "SK") && !strings.HasPrefix(text, "AC") {
			return false // somebody else's
		}
	}
	for _, g := range c.list.named("grants") {
		v := g.val.Strip()
		if v.Op != flow.Record {
			continue
		}
		names := productsOf(v)
		if slices.ContainsFunc(names, func(name string) bool { return name != "video" }) || len(names) > 0 && f.isTwilios(c) {
			return true
		}
	}
	return false
}

// isTwilios reports whether issuer, subject, or key are credentials of
// Twilio.
func (f *finder) isTwilios(c *claims) bool {
	values := []*flow.Value{c.key}
	for _, name := range []string{"iss", "sub"} {
		if v := c.only(name); v != nil {
			if text, ok := v.StringConst(); ok && (strings.HasPrefix(text, "SK") || strings.HasPrefix(text, "AC")) {
				return true
			}
			values = append(values, v)
		}
	}
	return slices.ContainsFunc(values, func(v *flow.Value) bool {
		is, _ := f.credential().Setting(v)
		return is != knowledge.NoCredential
	})
}

// productsOf lists the products among grants.
func productsOf(grants *flow.Value) []string {
	var out []string
	for name, members := range products {
		fd, ok := member(grants, name)
		if !ok {
			continue
		}
		if v := fd.Val.Strip(); v.Op == flow.Record && slices.ContainsFunc(members, func(m string) bool { return hasMember(v, m) }) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// member returns the member of that JSON name of a map or struct.
func member(v *flow.Value, name string) (flow.Field, bool) {
	v = v.Strip()
	st := structOf(v.Type)
	for _, fd := range v.Fields {
		if fd.Key != nil {
			continue
		}
		got := fd.Name
		if st != nil {
			as, ok := jsonFieldOf(st, fieldIndex(st, fd.Name))
			if !ok || as.inline {
				continue
			}
			got = as.name
		}
		if got == name {
			return fd, true
		}
	}
	return flow.Field{}, false
}

func hasMember(v *flow.Value, name string) bool {
	_, ok := member(v, name)
	return ok
}
