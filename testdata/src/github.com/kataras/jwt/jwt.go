// Package jwt has the declarations of github.com/kataras/jwt@v0.1.12.
package jwt

import "time"

type Alg interface {
	Name() string
	Sign(key PrivateKey, headerAndPayload []byte) ([]byte, error)
	Verify(key PublicKey, headerAndPayload []byte, signature []byte) error
}

type (
	PrivateKey = interface{}
	PublicKey  = interface{}
)

var (
	NONE  Alg
	HS256 Alg
	HS384 Alg
	HS512 Alg
	RS256 Alg
)

type Map = map[string]interface{}

type Claims struct {
	NotBefore int64    `json:"nbf,omitempty"`
	IssuedAt  int64    `json:"iat,omitempty"`
	Expiry    int64    `json:"exp,omitempty"`
	ID        string   `json:"jti,omitempty"`
	OriginID  string   `json:"origin_jti,omitempty"`
	Issuer    string   `json:"iss,omitempty"`
	Subject   string   `json:"sub,omitempty"`
	Audience  Audience `json:"aud,omitempty"`
}

func (c Claims) ApplyClaims(dest *Claims) {}

type Audience []string

type SignOption interface {
	ApplyClaims(*Claims)
}

type SignOptionFunc func(*Claims)

func (f SignOptionFunc) ApplyClaims(c *Claims) { f(c) }

func MaxAge(maxAge time.Duration) SignOptionFunc { return nil }

func Sign(alg Alg, key PrivateKey, claims interface{}, opts ...SignOption) ([]byte, error) {
	return nil, nil
}

type VerifiedToken struct{ Payload []byte }

type TokenValidator interface {
	ValidateToken(token []byte, standardClaims Claims, err error) error
}

func Verify(alg Alg, key PublicKey, token []byte, validators ...TokenValidator) (*VerifiedToken, error) {
	return nil, nil
}
