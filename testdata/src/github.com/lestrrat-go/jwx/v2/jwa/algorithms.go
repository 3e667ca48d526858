// Package jwa has the declarations of github.com/lestrrat-go/jwx/v2@v2.1.6.
package jwa

type KeyAlgorithm interface {
	String() string
}

type SignatureAlgorithm string

const (
	ES256       SignatureAlgorithm = "ES256"
	HS256       SignatureAlgorithm = "HS256"
	HS384       SignatureAlgorithm = "HS384"
	HS512       SignatureAlgorithm = "HS512"
	NoSignature SignatureAlgorithm = "none"
	RS256       SignatureAlgorithm = "RS256"
)

func (v SignatureAlgorithm) String() string { return string(v) }
