// Package ireland has library tokens that get a region.
package ireland

import (
	"time"

	"github.com/kevinburke/twilio-go/twilioclient"
)

// both directions
func both(sid, secret, app, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

// a short life, and a local named region
func short(sid, secret, user string) (string, string, error) {
	region := "ie1"
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Minute)
	return tok, region, err
}
