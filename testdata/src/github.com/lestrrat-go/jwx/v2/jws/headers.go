// Package jws has the declarations of github.com/lestrrat-go/jwx/v2@v2.1.6.
package jws

const (
	AlgorithmKey   = "alg"
	ContentTypeKey = "cty"
	KeyIDKey       = "kid"
	TypeKey        = "typ"
)

type Headers interface {
	Get(string) (interface{}, bool)
	Set(string, interface{}) error
	Remove(string) error
}

func NewHeaders() Headers { return nil }
