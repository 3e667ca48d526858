// Package jwt has the declarations of github.com/lestrrat-go/jwx/v3@v3.0.12.
package jwt

import (
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/option/v2"
)

type Option = option.Interface

type SignOption interface {
	Option
	signOption()
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

func WithKey(alg jwa.KeyAlgorithm, key any, suboptions ...Option) SignEncryptParseOption {
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
