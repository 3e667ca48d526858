package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/site"
)

// signings adds the findings about signing with the auth token. One that goes
// when a Capability Token is replaced has the same fix.
func (c *checking) signings(all []*site.Signing) {
	bySite := make(map[*site.Site]*capability)
	for _, t := range c.capabilities {
		bySite[t.site] = t
	}
	for _, s := range all {
		if s.Kind == site.TaskRouterJWT && !c.opts.TaskRouter {
			continue
		}
		pos, end := signingCall(s.Call)
		d := draft{
			Finding: Finding{Category: AuthTokenSigning, Message: signingMessage(s)},
			file:    s.File, pos: pos, end: end, maker: types.ExprString(s.Call.Fun),
		}
		if len(s.Tokens) == 1 {
			if t := bySite[s.Tokens[0]]; t.site.File == s.File {
				d.Fix, d.Needs = t.fix, t.needs
			}
		}
		c.add(d)
	}
}

// signingCall bounds a signing call: of a chain, its own link.
func signingCall(call *ast.CallExpr) (pos, end token.Pos) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.Sel.Pos(), call.End()
	}
	return call.Pos(), call.End()
}

// signingMessage words the finding for a signing with the auth token: what
// is signed, and how the auth token gets to be the key.
func signingMessage(s *site.Signing) string {
	what, instead := "JSON Web Token", "use a key that is made for it"
	switch s.Kind {
	case site.CapabilityJWT:
		what, instead = "capability token", "sign an access token with the secret of an API key instead"
	case site.AccessJWT:
		what, instead = "access token", fmt.Sprintf("use the secret of an API key; Twilio answers %d", accesstoken.InvalidSignature)
	case site.TaskRouterJWT:
		what, instead = "TaskRouter capability token", "the nearest thing is a TaskRouterGrant in an access token, signed with the secret of an API key"
	}
	how := ""
	if len(s.AuthToken) > 0 {
		how = " (" + strings.Join(append(slices.Clone(s.AuthToken), "key"), " → ") + ")"
	}
	return what + " signed with the account's auth token" + how + ": " + instead
}
