// Package jwt has the declarations of github.com/lestrrat-go/jwx/v2@v2.1.6.
package jwt

import (
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/option"
)

type Option = option.Interface

type SignOption interface {
	Option
	signOption()
}

type ValidateOption interface {
	ParseOption
	validateOption()
}

type ParseOption interface {
	Option
	parseOption()
	readFileOption()
}

// SignEncryptParseOption is a SignOption and a ParseOption too.
type SignEncryptParseOption interface {
	Option
	parseOption()
	encryptOption()
	readFileOption()
	signOption()
}

func WithKey(alg jwa.KeyAlgorithm, key interface{}, suboptions ...Option) SignEncryptParseOption {
	return nil
}

func Sign(t Token, options ...SignOption) ([]byte, error) { return nil, nil }

func Parse(s []byte, options ...ParseOption) (Token, error) { return nil, nil }

func ParseInsecure(s []byte, options ...ParseOption) (Token, error) { return nil, nil }

// Serializer signs in steps.
type Serializer struct{}

func NewSerializer() *Serializer { return &Serializer{} }

func (s *Serializer) Sign(options ...SignOption) *Serializer { return s }

func (s *Serializer) Serialize(t Token) ([]byte, error) { return nil, nil }
