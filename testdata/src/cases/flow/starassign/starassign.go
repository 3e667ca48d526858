package starassign

import (
	"github.com/golang-jwt/jwt/v5"
)

type C struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func f(sid, key, name string) (string, error) {
	c := C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid}, Scope: "scope:client:incoming?clientName=" + name}
	p := &c
	*p = C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid}, Scope: "read:mail"}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}
