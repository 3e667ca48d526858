// Package jwtauth has the declarations of github.com/go-chi/jwtauth/v5@v5.3.3.
package jwtauth

import (
	"time"

	"github.com/lestrrat-go/jwx/v2/jwt"
)

type JWTAuth struct{}

func New(alg string, signKey interface{}, verifyKey interface{}, validateOptions ...jwt.ValidateOption) *JWTAuth {
	return &JWTAuth{}
}

func (ja *JWTAuth) Encode(claims map[string]interface{}) (t jwt.Token, tokenString string, err error) {
	return nil, "", nil
}

func (ja *JWTAuth) Decode(tokenString string) (jwt.Token, error) { return nil, nil }

func UnixTime(tm time.Time) int64 { return 0 }

func EpochNow() int64 { return 0 }

func ExpireIn(tm time.Duration) int64 { return 0 }

func SetIssuedAt(claims map[string]interface{}, tm time.Time) {}

func SetIssuedNow(claims map[string]interface{}) {}

func SetExpiry(claims map[string]interface{}, tm time.Time) {}

func SetExpiryIn(claims map[string]interface{}, tm time.Duration) {}
