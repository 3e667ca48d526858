// Package twilio has the declarations of github.com/tmc/twilio, which has no module version.
package twilio

import "time"

// Capabilities holds all that goes into a capability token.
type Capabilities struct {
	AccountSid          string
	AuthToken           string
	AllowClientIncoming string
	AllowClientOutgoing string
}

func Generate(c Capabilities, expires time.Duration) (string, error) { return "", nil }
