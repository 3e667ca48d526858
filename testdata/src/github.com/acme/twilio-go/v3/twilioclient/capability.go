// Package twilioclient is an invented fork with the declarations of github.com/kevinburke/twilio-go/v2@v2.14.0.
package twilioclient

import "time"

// Capability collects what a client may do.
type Capability struct{}

func NewCapability(sid, token string) *Capability { return &Capability{} }

func (c *Capability) AllowClientIncoming(clientName string) {}

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {}

func (c *Capability) AllowEventStream(filters map[string]string) {}

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) { return "", nil }
