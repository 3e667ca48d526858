// Package jwt has the declarations of github.com/twilio/twilio-go@v1.31.0.
package jwt

// AccessTokenParams are what an access token is made from.
type AccessTokenParams struct {
	AccountSid    string
	SigningKeySid string
	Secret        string
	Identity      string
	Region        string
	Nbf           float64
	Ttl           float64
	ValidUntil    float64
	Grants        []BaseGrant
}

type AccessToken struct {
	Grants        []BaseGrant `json:"grants,omitempty"`
	AccountSid    string      `json:"account_sid,omitempty"`
	SigningKeySid string      `json:"signing_key_sid,omitempty"`
	Identity      string      `json:"identity,omitempty"`
	Region        interface{} `json:"region,omitempty"`
}

// CreateAccessToken returns a value, whose methods are on the pointer.
func CreateAccessToken(params AccessTokenParams) AccessToken { return AccessToken{} }

func (token *AccessToken) AddGrant(grant BaseGrant) {}

func (token *AccessToken) ToJwt() (string, error) { return "", nil }

func (token *AccessToken) FromJwt(jwtStr string, key string) (*AccessToken, error) {
	return token, nil
}

func (token *AccessToken) Headers() map[string]interface{} { return nil }

func (token *AccessToken) Payload() map[string]interface{} { return nil }

func (token *AccessToken) GeneratePayload() map[string]interface{} { return nil }
