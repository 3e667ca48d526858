// Package dot has the library without a name.
package dot

import (
	. "time"

	. "github.com/kevinburke/twilio-go/v2/twilioclient"
)

// nothing has a prefix
func Sign(sid, secret, user string) (string, error) {
	c := NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(Hour)
}
