// Package jwt has the declarations of github.com/dgrijalva/jwt-go@v3.2.0+incompatible.
package jwt

import "crypto"

type SigningMethod interface {
	Verify(signingString, signature string, key interface{}) error
	Sign(signingString string, key interface{}) (string, error)
	Alg() string
}

func GetSigningMethod(alg string) (method SigningMethod) { return nil }

var (
	SigningMethodHS256 *SigningMethodHMAC
	SigningMethodHS384 *SigningMethodHMAC
	SigningMethodHS512 *SigningMethodHMAC
	SigningMethodRS256 *SigningMethodRSA
	SigningMethodES256 *SigningMethodECDSA
)

type SigningMethodHMAC struct {
	Name string
	Hash crypto.Hash
}

type SigningMethodRSA struct {
	Name string
	Hash crypto.Hash
}

type SigningMethodECDSA struct {
	Name      string
	Hash      crypto.Hash
	KeySize   int
	CurveBits int
}

func (m *SigningMethodHMAC) Alg() string { return "" }

func (m *SigningMethodHMAC) Verify(signingString, signature string, key interface{}) error {
	return nil
}

func (m *SigningMethodHMAC) Sign(signingString string, key interface{}) (string, error) {
	return "", nil
}

func (m *SigningMethodRSA) Alg() string { return "" }

func (m *SigningMethodRSA) Verify(signingString, signature string, key interface{}) error {
	return nil
}

func (m *SigningMethodRSA) Sign(signingString string, key interface{}) (string, error) {
	return "", nil
}

func (m *SigningMethodECDSA) Alg() string { return "" }

func (m *SigningMethodECDSA) Verify(signingString, signature string, key interface{}) error {
	return nil
}

func (m *SigningMethodECDSA) Sign(signingString string, key interface{}) (string, error) {
	return "", nil
}
