// Package jws has the declarations of github.com/lestrrat-go/jwx/v3@v3.0.12.
package jws

import (
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/option/v2"
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

func WithKey(alg jwa.KeyAlgorithm, key any, options ...WithKeySuboption) SignVerifyOption {
	return nil
}

func WithProtectedHeaders(v Headers) WithKeySuboption { return nil }
