// Package jws has the declarations of github.com/lestrrat-go/jwx/v3@v3.0.12.
package jws

const (
	AlgorithmKey   = "alg"
	ContentTypeKey = "cty"
	KeyIDKey       = "kid"
	TypeKey        = "typ"
)

type Headers interface {
	Get(string, any) error
	Set(string, any) error
	Remove(string) error
}

func NewHeaders() Headers { return nil }
