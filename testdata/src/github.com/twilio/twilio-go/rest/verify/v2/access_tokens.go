// Package openapi has the declarations of github.com/twilio/twilio-go@v1.31.0.
package openapi

// ApiService has a method that makes tokens for enrolling push factors, not for voice.
type ApiService struct{}

type CreateAccessTokenParams struct {
	Identity           *string `json:"Identity,omitempty"`
	FactorType         *string `json:"FactorType,omitempty"`
	FactorFriendlyName *string `json:"FactorFriendlyName,omitempty"`
	Ttl                *int    `json:"Ttl,omitempty"`
}

func (params *CreateAccessTokenParams) SetIdentity(Identity string) *CreateAccessTokenParams {
	return params
}

func (params *CreateAccessTokenParams) SetFactorType(FactorType string) *CreateAccessTokenParams {
	return params
}

func (params *CreateAccessTokenParams) SetFactorFriendlyName(FactorFriendlyName string) *CreateAccessTokenParams {
	return params
}

func (params *CreateAccessTokenParams) SetTtl(Ttl int) *CreateAccessTokenParams { return params }

type VerifyV2AccessToken struct {
	Sid   *string `json:"sid,omitempty"`
	Token *string `json:"token,omitempty"`
	Ttl   int     `json:"ttl,omitempty"`
}

func (c *ApiService) CreateAccessToken(ServiceSid string, params *CreateAccessTokenParams) (*VerifyV2AccessToken, error) {
	return nil, nil
}
