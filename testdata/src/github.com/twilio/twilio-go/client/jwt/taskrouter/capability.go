// Package taskrouter has the declarations of github.com/twilio/twilio-go@v1.31.0.
package taskrouter

// CapabilityTokenParams are what a TaskRouter token is made from. It is signed with the auth token, and rightly so.
type CapabilityTokenParams struct {
	AccountSid   string
	AuthToken    string
	WorkspaceSid string
	ChannelID    string
	Nbf          float64
	Ttl          float64
	ValidUntil   float64
}

type CapabilityToken struct {
	AccountSid   string
	AuthToken    string
	WorkspaceSid string
	ChannelID    string
	Policies     []Policy
}

// CreateCapabilityToken returns a value, whose methods are on the pointer.
func CreateCapabilityToken(params CapabilityTokenParams) CapabilityToken { return CapabilityToken{} }

func (token *CapabilityToken) AddPolicy(policy Policy) {}

func (token *CapabilityToken) ToJwt() (string, error) { return "", nil }

func (token *CapabilityToken) FromJwt(jwtStr string, key string) (*CapabilityToken, error) {
	return token, nil
}

func (token *CapabilityToken) Headers() map[string]interface{} { return nil }

func (token *CapabilityToken) Payload() map[string]interface{} { return nil }

func (token *CapabilityToken) ToString() string { return "" }
