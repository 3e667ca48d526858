// Package jwt has the declarations of github.com/lestrrat-go/jwx/v3@v3.0.12.
package jwt

import "time"

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
	Audience() ([]string, bool)
	Expiration() (time.Time, bool)
	IssuedAt() (time.Time, bool)
	Issuer() (string, bool)
	JwtID() (string, bool)
	NotBefore() (time.Time, bool)
	Subject() (string, bool)
	Get(string, any) error
	Set(string, any) error
	Has(string) bool
	Remove(string) error
	Clone() (Token, error)
	Keys() []string
}

func New() Token { return nil }

// Builder sets claims in a chain of calls.
type Builder struct{}

func NewBuilder() *Builder { return &Builder{} }

func (b *Builder) Audience(v []string) *Builder { return b }

func (b *Builder) Claim(name string, value any) *Builder { return b }

func (b *Builder) Expiration(v time.Time) *Builder { return b }

func (b *Builder) IssuedAt(v time.Time) *Builder { return b }

func (b *Builder) Issuer(v string) *Builder { return b }

func (b *Builder) JwtID(v string) *Builder { return b }

func (b *Builder) NotBefore(v time.Time) *Builder { return b }

func (b *Builder) Subject(v string) *Builder { return b }

func (b *Builder) Build() (Token, error) { return nil, nil }
