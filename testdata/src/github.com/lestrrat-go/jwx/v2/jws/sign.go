// Package jws has the declarations of github.com/lestrrat-go/jwx/v2@v2.1.6.
package jws

import (
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/option"
)

type Option = option.Interface

type SignOption interface {
	Option
	signOption()
}

// SignVerifyOption is a SignOption too.
type SignVerifyOption interface {
	Option
	signOption()
	verifyOption()
	parseOption()
}

type WithKeySuboption interface {
	Option
	withKeySuboption()
}

func Sign(payload []byte, options ...SignOption) ([]byte, error) { return nil, nil }

func WithKey(alg jwa.KeyAlgorithm, key interface{}, options ...WithKeySuboption) SignVerifyOption {
	return nil
}

func WithProtectedHeaders(v Headers) WithKeySuboption { return nil }
