// Package twilio has the declarations of github.com/kevinburke/twilio-go@v0.0.0-20240716172313-813590983ccc.
package twilio

import "net/http"

// Client is a REST client. It makes no tokens.
type Client struct {
	AccountSid string
	AuthToken  string
}

func NewClient(accountSid string, authToken string, httpClient *http.Client) *Client {
	return &Client{AccountSid: accountSid, AuthToken: authToken}
}

func (c *Client) UseSecretKey(key string) {}
