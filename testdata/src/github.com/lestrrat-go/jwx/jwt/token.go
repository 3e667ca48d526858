// Package jwt has the declarations of github.com/lestrrat-go/jwx@v1.2.31.
package jwt

import (
	"time"

	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/option"
)

const (
	AudienceKey   = "aud"
	ExpirationKey = "exp"
	IssuedAtKey   = "iat"
	IssuerKey     = "iss"
	JwtIDKey      = "jti"
	NotBeforeKey  = "nbf"
	SubjectKey    = "sub"
)

type Token interface {
	Audience() []string
	Expiration() time.Time
	IssuedAt() time.Time
	Issuer() string
	JwtID() string
	NotBefore() time.Time
	Subject() string
	PrivateClaims() map[string]interface{}
	Get(string) (interface{}, bool)
	Set(string, interface{}) error
	Remove(string) error
	Clone() (Token, error)
}

func New() Token { return nil }

type Option = option.Interface

type SignOption interface {
	Option
	signOption()
}

func Sign(t Token, alg jwa.SignatureAlgorithm, key interface{}, options ...SignOption) ([]byte, error) {
	return nil, nil
}

type Builder struct{}

func NewBuilder() *Builder { return &Builder{} }

func (b *Builder) Audience(v []string) *Builder                  { return b }
func (b *Builder) Claim(name string, value interface{}) *Builder { return b }
func (b *Builder) Expiration(v time.Time) *Builder               { return b }
func (b *Builder) IssuedAt(v time.Time) *Builder                 { return b }
func (b *Builder) Issuer(v string) *Builder                      { return b }
func (b *Builder) JwtID(v string) *Builder                       { return b }
func (b *Builder) NotBefore(v time.Time) *Builder                { return b }
func (b *Builder) Subject(v string) *Builder                     { return b }
func (b *Builder) Build() (Token, error)                         { return nil, nil }
