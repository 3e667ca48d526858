// Package uses needs the old library for more than the call.
package uses

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a signature keeps the import alive
type factory func(sid, secret string) *twilioclient.Capability

// the import stays
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the object is typed by hand, that goes with it
func Typed(sid, secret, user string) (string, error) {
	var c *twilioclient.Capability = twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
