// Package twilio has the declarations of github.com/twilio/twilio-go@v1.31.0.
package twilio

import (
	"github.com/twilio/twilio-go/client"
	Api "github.com/twilio/twilio-go/rest/api/v2010"
	VerifyV2 "github.com/twilio/twilio-go/rest/verify/v2"
)

// RestClient is a REST client. It makes no voice tokens, though two of its services make tokens of other kinds.
type RestClient struct {
	*client.RequestHandler
	Api      *Api.ApiService
	VerifyV2 *VerifyV2.ApiService
}

// ClientParams are a REST client's credentials, by default those of the environment.
type ClientParams struct {
	Username                 string
	Password                 string
	AccountSid               string
	Client                   client.BaseClient
	ClientCredentialProvider *ClientCredentialProvider
}

type ClientCredentialProvider struct {
	GrantType    string
	ClientId     string
	ClientSecret string
}

func NewRestClient() *RestClient { return &RestClient{} }

func NewRestClientWithParams(params ClientParams) *RestClient { return &RestClient{} }
