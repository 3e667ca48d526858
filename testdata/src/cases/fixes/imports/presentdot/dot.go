// Package presentdot imports what is needed without a name.
package presentdot

import (
	. "os"
	"time"

	. "github.com/kevinburke/twilio-go/v2/token"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

var _ = New
var _ = Getenv

// the needed functions are there without a prefix
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
