// Package twilio makes the tokens that the REST client of 2013 made.
package twilio

import (
	"net/http"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type Client struct {
	AccountSid string
	AuthToken  string
}

func NewClient(accountSid, authToken string, httpClient *http.Client) *Client {
	return &Client{AccountSid: accountSid, AuthToken: authToken}
}

func (c *Client) NewCapability() *Capability {
	return &Capability{twilioclient.NewCapability(c.AccountSid, c.AuthToken)}
}

type Capability struct{ token *twilioclient.Capability }

func (c *Capability) AllowClientIncoming(clientName string) { c.token.AllowClientIncoming(clientName) }

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {
	c.token.AllowClientOutgoing(appSid, appParams)
}

func (c *Capability) AllowEventStream(filters map[string]string) { c.token.AllowEventStream(filters) }

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) {
	return c.token.GenerateToken(ttl)
}
