// Package jwt has the declarations of github.com/SermoDigital/jose at its last release, 1.1, which is no module version.
package jwt

import "github.com/SermoDigital/jose/crypto"

type JWT interface {
	Claims() Claims
	Serialize(key interface{}) ([]byte, error)
	Validate(key interface{}, method crypto.SigningMethod, v ...*Validator) error
}

type Validator struct {
	Expected Claims
}
