// Package gotwilio has the declarations of github.com/sfreiberg/gotwilio@v1.0.0.
package gotwilio

import "net/http"

// Twilio is a REST client. One with an API key makes Access Tokens.
type Twilio struct {
	AccountSid   string
	AuthToken    string
	BaseUrl      string
	VideoUrl     string
	LookupURL    string
	PriceUrl     string
	HTTPClient   *http.Client
	APIKeySid    string
	APIKeySecret string
}

func NewTwilioClient(accountSid, authToken string) *Twilio {
	return NewTwilioClientCustomHTTP(accountSid, authToken, nil)
}

func NewTwilioClientCustomHTTP(accountSid, authToken string, HTTPClient *http.Client) *Twilio {
	return &Twilio{AccountSid: accountSid, AuthToken: authToken, HTTPClient: HTTPClient}
}

func (twilio *Twilio) WithAPIKey(apiKeySid string, apiKeySecret string) *Twilio { return twilio }
