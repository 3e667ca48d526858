// Package openapi has the declarations of github.com/twilio/twilio-go@v1.31.0.
package openapi

// ApiService has a method that makes tokens for STUN and TURN servers.
type ApiService struct{}

type CreateTokenParams struct {
	PathAccountSid *string `json:"PathAccountSid,omitempty"`
	Ttl            *int    `json:"Ttl,omitempty"`
}

func (params *CreateTokenParams) SetPathAccountSid(PathAccountSid string) *CreateTokenParams {
	return params
}

func (params *CreateTokenParams) SetTtl(Ttl int) *CreateTokenParams { return params }

type ApiV2010Token struct {
	AccountSid *string `json:"account_sid,omitempty"`
	Password   *string `json:"password,omitempty"`
	Ttl        *string `json:"ttl,omitempty"`
	Username   *string `json:"username,omitempty"`
}

func (c *ApiService) CreateToken(params *CreateTokenParams) (*ApiV2010Token, error) {
	return nil, nil
}
