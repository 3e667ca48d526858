// Package jwt has the declarations of github.com/golang-jwt/jwt/v5@v5.2.2.
package jwt

import "time"

// Claims are the payload of a token.
type Claims interface {
	GetExpirationTime() (*NumericDate, error)
	GetIssuedAt() (*NumericDate, error)
	GetNotBefore() (*NumericDate, error)
	GetIssuer() (string, error)
	GetSubject() (string, error)
	GetAudience() (ClaimStrings, error)
}

type ClaimStrings []string

type NumericDate struct {
	time.Time
}

func NewNumericDate(t time.Time) *NumericDate { return &NumericDate{t} }

func (date NumericDate) MarshalJSON() (b []byte, err error) { return nil, nil }

func (date *NumericDate) UnmarshalJSON(b []byte) (err error) { return nil }

type RegisteredClaims struct {
	Issuer    string       `json:"iss,omitempty"`
	Subject   string       `json:"sub,omitempty"`
	Audience  ClaimStrings `json:"aud,omitempty"`
	ExpiresAt *NumericDate `json:"exp,omitempty"`
	NotBefore *NumericDate `json:"nbf,omitempty"`
	IssuedAt  *NumericDate `json:"iat,omitempty"`
	ID        string       `json:"jti,omitempty"`
}

type MapClaims map[string]interface{}

func (m MapClaims) GetExpirationTime() (*NumericDate, error) { return nil, nil }

func (m MapClaims) GetIssuedAt() (*NumericDate, error) { return nil, nil }

func (m MapClaims) GetNotBefore() (*NumericDate, error) { return nil, nil }

func (m MapClaims) GetIssuer() (string, error) { return "", nil }

func (m MapClaims) GetSubject() (string, error) { return "", nil }

func (m MapClaims) GetAudience() (ClaimStrings, error) { return nil, nil }

func (c RegisteredClaims) GetExpirationTime() (*NumericDate, error) { return nil, nil }

func (c RegisteredClaims) GetIssuedAt() (*NumericDate, error) { return nil, nil }

func (c RegisteredClaims) GetNotBefore() (*NumericDate, error) { return nil, nil }

func (c RegisteredClaims) GetIssuer() (string, error) { return "", nil }

func (c RegisteredClaims) GetSubject() (string, error) { return "", nil }

func (c RegisteredClaims) GetAudience() (ClaimStrings, error) { return nil, nil }
