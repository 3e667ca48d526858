// Package jwt has the declarations of github.com/go-jose/go-jose/v3@v3.0.4.
package jwt

import jose "github.com/go-jose/go-jose/v3"

// Builder merges the claims of all calls of Claims.
type Builder interface {
	Claims(i interface{}) Builder
	Token() (*JSONWebToken, error)
	FullSerialize() (string, error)
	CompactSerialize() (string, error)
}

func Signed(sig jose.Signer) Builder { return nil }

type JSONWebToken struct {
	Headers []jose.Header
}

func ParseSigned(s string) (*JSONWebToken, error) { return nil, nil }

func (t *JSONWebToken) Claims(key interface{}, dest ...interface{}) error { return nil }

func (t *JSONWebToken) UnsafeClaimsWithoutVerification(dest ...interface{}) error { return nil }
