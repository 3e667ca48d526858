// Package twilio is an invented fork with the declarations of github.com/<owner>/twilio-go as of 2013, which has no module version.
package twilio

import (
	"net/http"
	"time"
)

// Client is a REST client whose fields hold the credentials of the tokens too.
type Client struct {
	AccountSid string
	AuthToken  string
}

func NewClient(accountSid, authToken string, httpClient *http.Client) *Client {
	return &Client{AccountSid: accountSid, AuthToken: authToken}
}

func (c *Client) NewCapability() *Capability { return &Capability{} }

// Capability collects what a client may do.
type Capability struct{}

func (c *Capability) AllowClientIncoming(clientName string) {}

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {}

func (c *Capability) AllowEventStream(filters map[string]string) {}

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) { return "", nil }
