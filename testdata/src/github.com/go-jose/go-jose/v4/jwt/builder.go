// Package jwt has the declarations of github.com/go-jose/go-jose/v4@v4.1.3.
package jwt

import jose "github.com/go-jose/go-jose/v4"

// Builder merges the claims of all calls of Claims.
type Builder interface {
	Claims(i interface{}) Builder
	Token() (*JSONWebToken, error)
	Serialize() (string, error)
}

func Signed(sig jose.Signer) Builder { return nil }

type JSONWebToken struct {
	Headers []jose.Header
}

func ParseSigned(s string, signatureAlgorithms []jose.SignatureAlgorithm) (*JSONWebToken, error) {
	return nil, nil
}

func (t *JSONWebToken) Claims(key interface{}, dest ...interface{}) error { return nil }

func (t *JSONWebToken) UnsafeClaimsWithoutVerification(dest ...interface{}) error { return nil }
