// Package single has imports in one declaration each, without parentheses.
package single

import "time"
import "github.com/kevinburke/twilio-go/v2/twilioclient"

// the only use of the library
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
