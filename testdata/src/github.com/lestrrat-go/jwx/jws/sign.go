// Package jws has the declarations of github.com/lestrrat-go/jwx@v1.2.31.
package jws

import (
	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/option"
)

type Option = option.Interface

type SignOption interface {
	Option
	signOption()
}

func Sign(payload []byte, alg jwa.SignatureAlgorithm, key interface{}, options ...SignOption) ([]byte, error) {
	return nil, nil
}
