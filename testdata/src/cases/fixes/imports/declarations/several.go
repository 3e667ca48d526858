// Package declarations has several import declarations.
package declarations

// the standard library
import (
	"io"
	"time"
)

// others
import (
	"github.com/kevinburke/twilio-go/v2/twilioclient" // phones
)

import ()

// the declaration of the others becomes empty, or takes the new import
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

var _ io.Reader
