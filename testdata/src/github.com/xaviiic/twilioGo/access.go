// Package twilio has the declarations of github.com/xaviiic/twilioGo as of 2018, which has no module version.
package twilio

import "time"

// AccessToken is an access token that is yet to be signed. Its methods chain.
type AccessToken struct{}

func NewAccessToken(accountSid, keySid, keySecret string) *AccessToken { return &AccessToken{} }

func (t *AccessToken) SetIdentity(identity string) *AccessToken { return t }

func (t *AccessToken) SetTTL(ttl time.Duration) *AccessToken { return t }

func (t *AccessToken) SetNotBefore(notBefore time.Time) *AccessToken { return t }

func (t *AccessToken) AddGrant(grant Grant) *AccessToken { return t }

func (t *AccessToken) ToJWT() ([]byte, error) { return nil, nil }

// Grant is what an access token allows.
type Grant interface {
	Key() string
}

type VoiceGrant struct{}

func NewVoiceGrant(appSid, pushSid, endpointID string, allowIncoming bool, params map[string]interface{}) *VoiceGrant {
	return &VoiceGrant{}
}

func (g *VoiceGrant) Key() string { return "" }
