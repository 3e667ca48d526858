// Package aliased has every import under another name.
package aliased

import (
	osenv "os"
	clock "time"

	capability "github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the standard library has other names here
func Token(user string) (string, error) {
	c := capability.NewCapability(osenv.Getenv("SID"), osenv.Getenv("TWILIO_AUTH_TOKEN")) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(clock.Hour)
}
