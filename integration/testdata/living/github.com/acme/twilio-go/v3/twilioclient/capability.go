// Package twilioclient is a fork that changed nothing.
package twilioclient

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type Capability struct{ token *twilioclient.Capability }

func NewCapability(sid, token string) *Capability {
	return &Capability{twilioclient.NewCapability(sid, token)}
}

func (c *Capability) AllowClientIncoming(clientName string) { c.token.AllowClientIncoming(clientName) }

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {
	c.token.AllowClientOutgoing(appSid, appParams)
}

func (c *Capability) AllowEventStream(filters map[string]string) { c.token.AllowEventStream(filters) }

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) {
	return c.token.GenerateToken(ttl)
}
