package shadowed2

import (
	"github.com/golang-jwt/jwt/v5"
)

type inner struct {
	Scope string `json:"scope"`
}
type C struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
	inner
}

func f(sid, key, name string) (string, error) {
	c := C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid}, Scope: "read", inner: inner{Scope: "scope:client:incoming?clientName=" + name}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}
