// Package token has the declarations of github.com/kevinburke/twilio-go@v0.0.0-20240716172313-813590983ccc.
package token

// Grant may be implemented by any package.
type Grant interface {
	ToPayload() map[string]interface{}
	Key() string
}

type VoiceGrant struct{}

func NewVoiceGrant(outAppSid string, outAppParams map[string]interface{}, endpointID string, pushCredentialSid string, incoming bool) *VoiceGrant {
	return &VoiceGrant{}
}

func (gr *VoiceGrant) Key() string { return "" }

func (gr *VoiceGrant) ToPayload() map[string]interface{} { return nil }

type VideoGrant struct{}

func NewVideoGrant(sid string) *VideoGrant { return &VideoGrant{} }

func (gr *VideoGrant) Key() string { return "" }

func (gr *VideoGrant) ToPayload() map[string]interface{} { return nil }

type ChatGrant struct{}

func NewChatGrant(sid, pushCredentialSid string) *ChatGrant { return &ChatGrant{} }

func (cg *ChatGrant) Key() string { return "" }

func (cg *ChatGrant) ToPayload() map[string]interface{} { return nil }

type IPMessageGrant struct{}

func NewIPMessageGrant(serviceSid, endpointID, deploymentRoleSid, pushCredentialSid string) *IPMessageGrant {
	return &IPMessageGrant{}
}

func (gr *IPMessageGrant) Key() string { return "" }

func (gr *IPMessageGrant) ToPayload() map[string]interface{} { return nil }

type ConversationsGrant struct{}

func NewConversationsGrant(sid string) *ConversationsGrant { return &ConversationsGrant{} }

func (gr *ConversationsGrant) Key() string { return "" }

func (gr *ConversationsGrant) ToPayload() map[string]interface{} { return nil }
