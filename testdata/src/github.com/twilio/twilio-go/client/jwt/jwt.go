// Package jwt has the declarations of github.com/twilio/twilio-go@v1.31.0.
package jwt

type Jwt struct {
	SecretKey      string
	Issuer         string
	Subject        string
	Algorithm      string
	Nbf            float64
	Ttl            float64
	ValidUntil     float64
	DecodedHeaders map[string]interface{}
	DecodedPayload map[string]interface{}
}

func (token *Jwt) ToJwt(generateHeaders, generatePayload func() map[string]interface{}) (string, error) {
	return "", nil
}

func (token *Jwt) FromJwt(jwtStr string, key string) (*Jwt, error) { return token, nil }

func (token *Jwt) Headers() map[string]interface{} { return nil }

func (token *Jwt) Payload() map[string]interface{} { return nil }

func SignTokenWithHMAC(headers, payload map[string]interface{}, secret string) (string, error) {
	return "", nil
}
