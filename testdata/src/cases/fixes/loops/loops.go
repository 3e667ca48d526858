// Package loops has values that change as a loop turns, and jumps.
package loops

import (
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type agent struct{ name string }

// each turn signs the same name, though the variable gets another one
func variableChanges(sid, secret, user string) (toks []string) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: several-tokens( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	for len(toks) < 2 {
		tok, _ := c.GenerateToken(time.Hour)
		toks = append(toks, tok)
		user = "second"
	}
	return toks
}

// the field changes at the end of the turn
func fieldChanges(sid, secret string, a *agent) (toks []string) {
	unsigned := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: several-tokens( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + a.name,
	})
	for len(toks) < 2 {
		tok, _ := unsigned.SignedString([]byte(secret))
		toks = append(toks, tok)
		a.name = "second"
	}
	return toks
}

// an element of the list that makes the name changes at the end of the turn
func elementChanges(sid, secret string, names []string) (toks []string) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: several-tokens( \\(.*\\))?$"
	c.AllowClientIncoming(strings.Join(names, "-"))
	for len(toks) < 2 {
		tok, _ := c.GenerateToken(time.Hour)
		toks = append(toks, tok)
		names[0] = "second"
	}
	return toks
}

// the claims are new at each turn, and so is the name
func newClaims(sid, secret, user string) (toks []string) {
	for len(toks) < 2 {
		claims := jwt.MapClaims{ // want "do not use$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=" + user,
		}
		tok, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
		toks = append(toks, tok)
		user = "second"
	}
	return toks
}

// name and lifetime change before another try
func retried(sid, secret, user string, ttl time.Duration) string {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: several-tokens( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	for {
		tok, err := c.GenerateToken(ttl)
		if err == nil {
			return tok
		}
		user, ttl = "retried", 2*time.Hour
	}
}

// the post statement has moved the index on when the token is signed
func postStatement(sid, secret string, names []string) (string, error) {
	var c *twilioclient.Capability
	i := 0
	for ; i < 2; i++ {
		c = twilioclient.NewCapability(sid, secret) // want "no fix: out-of-reach( \\(.*\\))?$"
		c.AllowClientIncoming(names[i])
	}
	return c.GenerateToken(time.Hour)
}

// the index moves on between the name and the signing
func countedOn(sid, secret string) (toks []string) {
	for i := 0; i < 3; {
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(fmt.Sprint("agent_", i))
		i++
		tok, _ := c.GenerateToken(time.Hour)
		toks = append(toks, tok)
	}
	return toks
}

// a second variable of the name, with which the lifetime is counted
func indexHidden(sid, secret string) (toks []string) {
	for i := 0; i < 3; i++ {
		c := twilioclient.NewCapability(sid, secret) // want "no fix: out-of-reach( \\(.*\\))?$"
		c.AllowClientIncoming(fmt.Sprint("agent_", i))
		i := i + 10
		tok, _ := c.GenerateToken(time.Duration(i) * time.Hour)
		toks = append(toks, tok)
	}
	return toks
}

// a range clause assigns to the field
func rangeAssigns(sid, secret string, a *agent, names []string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	for _, a.name = range names {
	}
	return c.GenerateToken(time.Hour)
}

// a turn that is skipped makes no token, and its object is dropped
func skipped(sid, secret string, names []string) (toks []string) {
	for i, name := range names {
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		if i == 1 {
			continue
		}
		c.AllowClientIncoming(name)
		tok, _ := c.GenerateToken(time.Hour)
		toks = append(toks, tok)
	}
	return toks
}

// a continue skips the permission, and the token is signed after the loop
func permissionSkipped(sid, secret, user, app string, skip bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	for range 1 {
		if skip {
			continue
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a break leaves the inner loop only, and the permission behind it is always given
func brokenOut(sid, secret, user string, apps []string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	for _, app := range apps {
		if app == "" {
			break
		}
	}
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a labelled break in an inner loop passes the permission by
func brokenOutOfBoth(sid, secret, user, app string, quiet []bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
outgoing:
	for {
		for _, q := range quiet {
			if q {
				break outgoing
			}
		}
		c.AllowClientOutgoing(app, nil)
		break
	}
	return c.GenerateToken(time.Hour)
}

// a break passes the permission by that the other clause has, too
func brokenOutOfClause(sid, secret, user, app string, open, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	switch {
	case open:
		c.AllowClientOutgoing(app, nil)
	default:
		if quiet {
			break
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a goto jumps back before the object, with another name
func again(sid, secret, user string, tries int) (string, error) {
	var c *twilioclient.Capability
again:
	c = twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if tries == 0 {
		tries++
		user = "again"
		goto again
	}
	return c.GenerateToken(time.Hour)
}

// what stands behind the signing comes before it
func backwards(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	goto change
sign:
	return c.GenerateToken(time.Hour)
change:
	user = "changed"
	goto sign
}

// a goto passes the permission by
func passedBy(sid, secret, user, app string, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if quiet {
		goto sign
	}
	c.AllowClientOutgoing(app, nil)
sign:
	return c.GenerateToken(time.Hour)
}

// a label stands before the object, to try again
func labelledObject(sid, secret, user string) (string, error) {
start:
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	if err != nil {
		goto start
	}
	return tok, nil
}
