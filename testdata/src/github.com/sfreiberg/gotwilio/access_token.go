// Package gotwilio has the declarations of github.com/sfreiberg/gotwilio@v1.0.0.
package gotwilio

import "time"

// AccessToken is an access token that is yet to be signed.
type AccessToken struct {
	AccountSid   string
	APIKeySid    string
	APIKeySecret string
	NotBefore    time.Time
	ExpiresAt    time.Time
	Grants       []Grant
	Identity     string
}

func (twilio *Twilio) NewAccessToken() *AccessToken { return &AccessToken{} }

func (a *AccessToken) AddGrant(grant Grant) *AccessToken { return a }

func (a *AccessToken) ToJWT() (string, error) { return "", nil }

// Grant may be implemented by any package.
type Grant interface {
	GrantName() string
}

type VoiceGrant struct {
	Incoming          VoiceGrantIncoming `json:"incoming,omitempty"`
	Outgoing          VoiceGrantOutgoing `json:"outgoing,omitempty"`
	EndpointID        string             `json:"endpoint_id,omitempty"`
	PushCredentialSID string             `json:"push_credential_sid,omitempty"`
}

func (g VoiceGrant) GrantName() string { return "voice" }

type VoiceGrantIncoming struct {
	Allow bool `json:"allow"`
}

type VoiceGrantOutgoing struct {
	ApplicationSID string                 `json:"application_sid,omitempty"`
	Params         map[string]interface{} `json:"params,omitempty"`
}

type VideoGrant struct {
	Room string `json:"room,omitempty"`
}

func (g *VideoGrant) GrantName() string { return "video" }
