// Package jwt has the declarations of github.com/form3tech-oss/jwt-go@v3.2.5+incompatible.
package jwt

// Claims are the payload of a token.
type Claims interface {
	Valid() error
}

type MapClaims map[string]interface{}

func (m MapClaims) Valid() error { return nil }

func (m MapClaims) VerifyExpiresAt(cmp int64, req bool) bool { return false }

type StandardClaims struct {
	Audience  []string `json:"aud,omitempty"`
	ExpiresAt int64    `json:"exp,omitempty"`
	Id        string   `json:"jti,omitempty"`
	IssuedAt  int64    `json:"iat,omitempty"`
	Issuer    string   `json:"iss,omitempty"`
	NotBefore int64    `json:"nbf,omitempty"`
	Subject   string   `json:"sub,omitempty"`
}

func (c StandardClaims) Valid() error { return nil }

func (c *StandardClaims) VerifyExpiresAt(cmp int64, req bool) bool { return false }
