// Package twilio makes the tokens that github.com/tmc/twilio made.
package twilio

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// Capabilities holds all that goes into a capability token. What is empty is not allowed.
type Capabilities struct {
	AccountSid          string
	AuthToken           string
	AllowClientIncoming string
	AllowClientOutgoing string
}

func Generate(c Capabilities, expires time.Duration) (string, error) {
	token := twilioclient.NewCapability(c.AccountSid, c.AuthToken)
	if c.AllowClientIncoming != "" {
		token.AllowClientIncoming(c.AllowClientIncoming)
	}
	if c.AllowClientOutgoing != "" {
		token.AllowClientOutgoing(c.AllowClientOutgoing, nil)
	}
	return token.GenerateToken(expires)
}
