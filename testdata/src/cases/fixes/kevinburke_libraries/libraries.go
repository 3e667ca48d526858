// Package libraries has other libraries than the builder's, and conditions.
package libraries

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
	chain "github.com/xaviiic/twilioGo"
)

// a chain that yields bytes, with the lifetime that nobody wrote
func chained(sid, secret, user string) ([]byte, error) {
	return chain.NewCapability(sid, secret).AllowClientIncoming(user).ToJWT() // want "do not use$"
}

// the small library needs all values at one place
func conditional(sid, secret, user, app string, dial bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if dial {
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}
