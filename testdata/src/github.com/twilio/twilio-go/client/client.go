// Package client has the declarations of github.com/twilio/twilio-go@v1.31.0.
package client

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

type Credentials struct {
	Username string
	Password string
}

func NewCredentials(username string, password string) *Credentials {
	return &Credentials{Username: username, Password: password}
}

type OAuth interface {
	GetAccessToken(context.Context) (string, error)
}

type BaseClient interface {
	AccountSid() string
	SetTimeout(timeout time.Duration)
	SendRequest(method string, rawURL string, data url.Values, headers map[string]interface{}, body ...byte) (*http.Response, error)
	SetOauth(auth OAuth)
	OAuth() OAuth
}

type RequestHandler struct {
	Client BaseClient
	Edge   string
	Region string
}

func NewRequestHandler(client BaseClient) *RequestHandler { return &RequestHandler{Client: client} }
