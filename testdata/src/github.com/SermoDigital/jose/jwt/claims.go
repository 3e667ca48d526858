// Package jwt has the declarations of github.com/SermoDigital/jose at its last release, 1.1, which is no module version.
package jwt

import "time"

type Claims map[string]interface{}

func (c Claims) Get(key string) interface{} { return nil }

func (c Claims) Set(key string, val interface{}) {}

func (c Claims) Del(key string) {}

func (c Claims) Has(key string) bool { return false }

func (c Claims) SetIssuer(issuer string) {}

func (c Claims) SetSubject(subject string) {}

func (c Claims) SetAudience(audience ...string) {}

func (c Claims) SetExpiration(expiration time.Time) {}

func (c Claims) SetNotBefore(notBefore time.Time) {}

func (c Claims) SetIssuedAt(issuedAt time.Time) {}

func (c Claims) SetJWTID(uniqueID string) {}
