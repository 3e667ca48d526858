package check

import (
	"fmt"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/site"
)

// A lifetime is one that the library raises, and that can be written so that it
// does not.
type lifetime struct {
	access *site.Access
	fix    *Fix
}

func (c *checking) noteLifetimes(all []*site.Access) {
	for _, a := range all {
		for _, p := range accesstoken.Check(a.Token) {
			// A token that has a lifetime below zero is as wrong with its own.
			if p.Raised && a.TTL != nil && a.Token.TTL.Seconds >= 1 {
				c.lifetimes = append(c.lifetimes, &lifetime{access: a})
			}
		}
	}
}

// problems adds the findings about an Access Token.
func (c *checking) problems(a *site.Access) {
	for _, p := range accesstoken.Check(a.Token) {
		d := draft{
			Finding: Finding{Category: string(p.Category), Message: accessMessage(a, p)},
			file:    a.File, pos: a.Pos, end: a.End, maker: a.Maker,
		}
		if n := a.Parts[p.Part]; n != nil && p.Part != accesstoken.Identity {
			d.pos, d.end = n.Pos(), n.End()
		}
		if p.Raised {
			for _, l := range c.lifetimes {
				if l.access == a {
					d.Fix = l.fix
				}
			}
		}
		c.add(d)
	}
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
