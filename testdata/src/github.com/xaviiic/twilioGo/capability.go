// Package twilio has the declarations of github.com/xaviiic/twilioGo as of 2018, which has no module version.
package twilio

import "time"

// Capability collects what a client may do. Its methods chain.
type Capability struct{}

func NewCapability(accountSid, authToken string) *Capability { return &Capability{} }

func (c *Capability) AllowClientIncoming(clientName string) *Capability { return c }

func (c *Capability) AllowClientOutgoing(appSid string, params map[string]string) *Capability {
	return c
}

func (c *Capability) AllowEventStream(filters string) *Capability { return c }

func (c *Capability) SetTTL(ttl time.Duration) *Capability { return c }

func (c *Capability) ToJWT() ([]byte, error) { return nil, nil }
