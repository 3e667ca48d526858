// Package jwt has the declarations of github.com/twilio/twilio-go@v1.31.0.
package jwt

type VoiceGrant struct {
	Incoming          Incoming `json:"incoming"`
	Outgoing          Outgoing `json:"outgoing"`
	PushCredentialSid string   `json:"push_credential_sid"`
	EndpointID        string   `json:"endpoint_id"`
}

type Incoming struct {
	Allow bool `json:"allow"`
}

type Outgoing struct {
	ApplicationSid    string                 `json:"application_sid"`
	ApplicationParams map[string]interface{} `json:"params"`
}

func (voiceGrant *VoiceGrant) Key() string { return "" }

func (voiceGrant *VoiceGrant) ToPayload() map[string]interface{} { return nil }

func (voiceGrant *VoiceGrant) ToString() string { return "" }
