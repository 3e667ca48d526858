// Package token makes tokens of the application's own.
package token

import "time"

// An AccessToken has methods as those of kevinburke/twilio-go, and no grants of Twilio's.
type AccessToken struct{ NotBefore time.Time }

func New(a, b, c, d string, ttl time.Duration) *AccessToken { return &AccessToken{} }

func (t *AccessToken) AddGrant(g string) {}

func (t *AccessToken) JWT() (string, error) { return "", nil }
