// Package jwk has the declarations of github.com/lestrrat-go/jwx/v2@v2.1.6.
package jwk

const (
	AlgorithmKey = "alg"
	KeyIDKey     = "kid"
)

type Key interface {
	Get(string) (interface{}, bool)
	Set(string, interface{}) error
	Remove(string) error
	Clone() (Key, error)
	PublicKey() (Key, error)
}

func FromRaw(key interface{}) (Key, error) { return nil, nil }
