// Package jws has the declarations of github.com/SermoDigital/jose at its last release, 1.1, which is no module version.
package jws

import (
	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jwt"
)

func NewJWT(claims Claims, method crypto.SigningMethod) jwt.JWT { return nil }

func ParseJWT(encoded []byte) (jwt.JWT, error) { return nil, nil }
