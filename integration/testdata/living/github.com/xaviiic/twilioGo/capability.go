// Package twilio makes the tokens that github.com/xaviiic/twilioGo made.
package twilio

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// A Capability lives for an hour unless told otherwise.
type Capability struct {
	token *twilioclient.Capability
	ttl   time.Duration
}

func NewCapability(accountSid, authToken string) *Capability {
	return &Capability{twilioclient.NewCapability(accountSid, authToken), time.Hour}
}

func (c *Capability) AllowClientIncoming(clientName string) *Capability {
	c.token.AllowClientIncoming(clientName)
	return c
}

func (c *Capability) AllowClientOutgoing(appSid string, params map[string]string) *Capability {
	c.token.AllowClientOutgoing(appSid, params)
	return c
}

func (c *Capability) AllowEventStream(filters string) *Capability {
	c.token.AllowEventStream(nil)
	return c
}

func (c *Capability) SetTTL(ttl time.Duration) *Capability {
	c.ttl = ttl
	return c
}

func (c *Capability) ToJWT() ([]byte, error) {
	token, err := c.token.GenerateToken(c.ttl)
	return []byte(token), err
}
