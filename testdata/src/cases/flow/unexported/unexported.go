package unexported

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type C struct {
	jwt.RegisteredClaims
	scope  string
	Grants map[string]any `json:"grants"`
}

func f(sid, key, name string) (string, error) {
	c := C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}, scope: "scope:client:incoming?clientName=" + name, Grants: map[string]any{"identity": name}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}
