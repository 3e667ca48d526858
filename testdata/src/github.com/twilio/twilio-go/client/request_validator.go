// Package client has the declarations of github.com/twilio/twilio-go@v1.31.0.
package client

// RequestValidator checks webhook signatures, which the auth token is legitimately used for.
type RequestValidator struct{}

func NewRequestValidator(authToken string) RequestValidator { return RequestValidator{} }

func (rv *RequestValidator) Validate(url string, params map[string]string, expectedSignature string) bool {
	return false
}

func (rv *RequestValidator) ValidateBody(url string, body []byte, expectedSignature string) bool {
	return false
}
