// Package crypto has the declarations of github.com/SermoDigital/jose at its last release, 1.1, which is no module version.
package crypto

import "crypto"

type Signature []byte

type SigningMethod interface {
	Alg() string
	Verify(raw []byte, sig Signature, key interface{}) error
	Sign(raw []byte, key interface{}) (Signature, error)
	Hasher() crypto.Hash
}

var (
	SigningMethodHS256 = &SigningMethodHMAC{Name: "HS256", Hash: crypto.SHA256}
	SigningMethodHS384 = &SigningMethodHMAC{Name: "HS384", Hash: crypto.SHA384}
	SigningMethodHS512 = &SigningMethodHMAC{Name: "HS512", Hash: crypto.SHA512}
)

type SigningMethodHMAC struct {
	Name string
	Hash crypto.Hash
}

func (m *SigningMethodHMAC) Alg() string { return "" }

func (m *SigningMethodHMAC) Verify(raw []byte, signature Signature, key interface{}) error {
	return nil
}

func (m *SigningMethodHMAC) Sign(data []byte, key interface{}) (Signature, error) { return nil, nil }

func (m *SigningMethodHMAC) Hasher() crypto.Hash { return 0 }
