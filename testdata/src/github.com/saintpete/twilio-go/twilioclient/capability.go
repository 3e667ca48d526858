// Package twilioclient has the declarations of github.com/saintpete/twilio-go@v0.0.0-20161208012519-9a4eeb51fa46.
package twilioclient

import "time"

// Capability collects what a client may do.
type Capability struct{}

func NewCapability(sid, token string) *Capability { return &Capability{} }

func (c *Capability) AllowClientIncoming(clientName string) {}

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {}

func (c *Capability) AllowEventStream(filters map[string]string) {}

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) { return "", nil }
