// Package named has tokens without a client name, and a variable that the flag -identity names.
package named

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

const app = "AP00000000000000000000000000000001"

// the variable is the same all along
func same(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

// the variable is set before the token is made
func setBefore(sid, secret, user string) (string, error) {
	user += "_1"
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

// the variable is declared while the token is made
func declaredBetween(sid, secret string, users []string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	user := users[0]
	c.AllowClientOutgoing(app, nil)
	tok, err := c.GenerateToken(time.Hour)
	return user, tok, err
}

// another variable has the name where the token is signed
func shadowed(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: out-of-reach( \\(.*\\))?$"
	c.AllowClientOutgoing(app, nil)
	{
		user := "shadow"
		tok, err := c.GenerateToken(time.Hour)
		return user, tok, err
	}
}

// the variable changes while the token is made
func changed(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: out-of-reach( \\(.*\\))?$"
	c.AllowClientOutgoing(app, nil)
	user = "changed"
	return c.GenerateToken(time.Hour)
}

// the variable changes, and some of the ways have a name
func changedInPlace(sid, secret, user string, in bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientOutgoing(app, nil)
	if in {
		c.AllowClientIncoming(user + "_in")
	}
	user = "changed"
	return c.GenerateToken(time.Hour)
}

// some of the ways have a name, and the variable is the same
func inPlace(sid, secret, user string, in bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	if in {
		c.AllowClientIncoming(user + "_in")
	}
	return c.GenerateToken(time.Hour)
}
