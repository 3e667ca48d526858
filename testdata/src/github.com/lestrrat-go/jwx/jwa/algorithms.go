// Package jwa has the declarations of github.com/lestrrat-go/jwx@v1.2.31.
package jwa

type SignatureAlgorithm string

const (
	HS256       SignatureAlgorithm = "HS256"
	HS512       SignatureAlgorithm = "HS512"
	NoSignature SignatureAlgorithm = "none"
	RS256       SignatureAlgorithm = "RS256"
)

func (v SignatureAlgorithm) String() string { return string(v) }
