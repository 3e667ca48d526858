// Package jwt has the declarations of github.com/golang-jwt/jwt/v4@v4.5.2.
package jwt

import "time"

type RegisteredClaims struct {
	Issuer    string       `json:"iss,omitempty"`
	Subject   string       `json:"sub,omitempty"`
	Audience  ClaimStrings `json:"aud,omitempty"`
	ExpiresAt *NumericDate `json:"exp,omitempty"`
	NotBefore *NumericDate `json:"nbf,omitempty"`
	IssuedAt  *NumericDate `json:"iat,omitempty"`
	ID        string       `json:"jti,omitempty"`
}

func (c RegisteredClaims) Valid() error { return nil }

func (c *RegisteredClaims) VerifyExpiresAt(cmp time.Time, req bool) bool { return false }

type ClaimStrings []string

type NumericDate struct {
	time.Time
}

func NewNumericDate(t time.Time) *NumericDate { return &NumericDate{t} }

func (date NumericDate) MarshalJSON() (b []byte, err error) { return nil, nil }

func (date *NumericDate) UnmarshalJSON(b []byte) (err error) { return nil }
