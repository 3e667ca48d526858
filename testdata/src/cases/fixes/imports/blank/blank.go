// Package blank has the packages that are needed, for their side effects only.
package blank

import (
	_ "os"
	"time"

	_ "github.com/kevinburke/twilio-go/v2/token"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// blank imports are of no use
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
