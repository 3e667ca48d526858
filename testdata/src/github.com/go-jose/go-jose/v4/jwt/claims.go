// Package jwt has the declarations of github.com/go-jose/go-jose/v4@v4.1.3.
package jwt

import "time"

// Claims are the registered claims only; another call of Builder.Claims adds the rest.
type Claims struct {
	Issuer    string       `json:"iss,omitempty"`
	Subject   string       `json:"sub,omitempty"`
	Audience  Audience     `json:"aud,omitempty"`
	Expiry    *NumericDate `json:"exp,omitempty"`
	NotBefore *NumericDate `json:"nbf,omitempty"`
	IssuedAt  *NumericDate `json:"iat,omitempty"`
	ID        string       `json:"jti,omitempty"`
}

type Audience []string

func (s Audience) Contains(v string) bool { return false }

type NumericDate int64

func NewNumericDate(t time.Time) *NumericDate { return nil }

func (n NumericDate) MarshalJSON() ([]byte, error) { return nil, nil }

func (n *NumericDate) Time() time.Time { return time.Time{} }
