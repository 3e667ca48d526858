// Package token has the declarations of github.com/kevinburke/twilio-go/v2@v2.14.0.
package token

import "time"

// AccessToken is an access token that is yet to be signed.
type AccessToken struct {
	NotBefore time.Time
}

func New(accountSid, apiKey, apiSecret, identity string, ttl time.Duration) *AccessToken {
	return &AccessToken{}
}

func (t *AccessToken) AddGrant(grant Grant) {}

func (t *AccessToken) JWT() (string, error) { return "", nil }
