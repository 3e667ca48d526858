// Package nogroup has imports in one group, not sorted, and with a comment at the end.
package nogroup

import (
	"errors"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
	// nothing more
)

var errUnused = errors.New("unused")

// gofmt sorts this group
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
