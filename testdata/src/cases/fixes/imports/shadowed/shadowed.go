// Package shadowed hides packages after their use.
package shadowed

import (
	"os"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the variable has the name of the library, and the library is used in its initialiser
func Library(sid, user string) (string, error) {
	twilioclient := twilioclient.NewCapability(sid, os.Getenv("TWILIO_AUTH_TOKEN")) // want "do not use$"
	twilioclient.AllowClientIncoming(user)
	return twilioclient.GenerateToken(time.Hour)
}

// os is hidden between the object and the signing
func Between(sid, user string) (string, error) {
	c := twilioclient.NewCapability(sid, os.Getenv("TWILIO_AUTH_TOKEN")) // want "do not use$"
	os := user + "_linux"
	c.AllowClientIncoming(os)
	return c.GenerateToken(time.Hour)
}
