// Package jwa has the declarations of github.com/lestrrat-go/jwx/v3@v3.0.12.
package jwa

type KeyAlgorithm interface {
	String() string
	IsDeprecated() bool
}

type SignatureAlgorithm struct{}

func (s SignatureAlgorithm) String() string { return "" }

func (s SignatureAlgorithm) IsDeprecated() bool { return false }

func ES256() SignatureAlgorithm { return SignatureAlgorithm{} }

func HS256() SignatureAlgorithm { return SignatureAlgorithm{} }

func HS384() SignatureAlgorithm { return SignatureAlgorithm{} }

func HS512() SignatureAlgorithm { return SignatureAlgorithm{} }

func NoSignature() SignatureAlgorithm { return SignatureAlgorithm{} }

func RS256() SignatureAlgorithm { return SignatureAlgorithm{} }
