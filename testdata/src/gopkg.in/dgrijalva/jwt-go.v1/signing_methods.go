// Package jwt has the declarations of gopkg.in/dgrijalva/jwt-go.v1@v1.0.2 as its changelog describes them.
package jwt

type SigningMethod interface {
	Verify(signingString, signature string, key []byte) error
	Sign(signingString string, key []byte) (string, error)
	Alg() string
}

func GetSigningMethod(alg string) (method SigningMethod) { return nil }

// SigningMethodHS256 is a type here, and a variable from version 2 on.
type SigningMethodHS256 struct{}

func (m *SigningMethodHS256) Alg() string { return "HS256" }

func (m *SigningMethodHS256) Verify(signingString, signature string, key []byte) error { return nil }

func (m *SigningMethodHS256) Sign(signingString string, key []byte) (string, error) { return "", nil }
