package analyzer

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/site"
)

// problems returns the findings about an Access Token.
func problems(a *site.Access, raised []*raisedLifetime) []diagnostic {
	var out []diagnostic
	for _, p := range accesstoken.Check(a.Token) {
		d := diagnostic{file: a.File, pos: a.Pos, end: a.End, category: string(p.Category), message: accessMessage(a, p)}
		if n := a.Parts[p.Part]; n != nil && p.Part != accesstoken.Identity {
			d.pos, d.end = n.Pos(), n.End()
		}
		if p.Raised {
			for _, r := range raised {
				if r.access == a {
					d.fixes = r.fixes
				}
			}
		}
		out = append(out, d)
	}
	return out
}

// A raisedLifetime is a lifetime that the library raises, and that can be
// written so that it does not.
type raisedLifetime struct {
	access *site.Access
	fixes  []analysis.SuggestedFix // at most one
}

func raisedLifetimes(all []*site.Access) []*raisedLifetime {
	var out []*raisedLifetime
	for _, a := range all {
		for _, p := range accesstoken.Check(a.Token) {
			// A token that has a lifetime below zero is as wrong with its own.
			if p.Raised && a.TTL != nil && a.Token.TTL.Seconds >= 1 {
				out = append(out, &raisedLifetime{access: a})
			}
		}
	}
	return out
}

// accessMessage words a problem of an Access Token, with the error that
// Twilio will answer, for which people search.
func accessMessage(a *site.Access, p accesstoken.Problem) string {
	maker := a.Maker
	if a.ByHand {
		maker = "hand (" + a.Maker + ")"
	}
	text := "access token made by " + maker + " " + p.Text
	if p.Answer != 0 {
		text += fmt.Sprintf("; Twilio answers %d", p.Answer)
	}
	return text
}

// taskRouterMessage words the finding for a Capability Token for TaskRouter.
func taskRouterMessage(t *site.TaskRouter) string {
	maker := t.Maker
	if t.ByHand {
		maker = "hand (" + t.Maker + ")"
	}
	return "TaskRouter capability token made by " + maker +
		": Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token"
}
