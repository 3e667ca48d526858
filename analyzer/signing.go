package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/site"
)

// signings returns the findings about signing with the auth token. One that
// goes when a Capability Token is replaced carries the same fix.
func signings(all []*site.Signing, tokens []*finding, opts Options) []diagnostic {
	bySite := make(map[*site.Site]*finding)
	for _, f := range tokens {
		bySite[f.site] = f
	}
	var out []diagnostic
	for _, s := range all {
		if s.Kind == site.TaskRouterJWT && !opts.TaskRouter {
			continue
		}
		pos, end := signingCall(s.Call)
		d := diagnostic{file: s.File, pos: pos, end: end, category: AuthTokenSigning, message: signingMessage(s)}
		if len(s.Tokens) == 1 {
			if f := bySite[s.Tokens[0]]; f.site.File == s.File {
				d.fixes, d.module, d.carrier = f.fixes, f.module, f.carrier
				if len(f.fixes) > 0 && len(f.fixes[0].TextEdits) > maxShared {
					d.fixes, d.carrier = nil, f
				}
			}
		}
		out = append(out, d)
	}
	return out
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
