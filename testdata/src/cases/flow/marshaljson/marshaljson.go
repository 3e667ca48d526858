package marshaljson

import (
	"encoding/json"
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type C struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func (c C) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"iss": c.Issuer, "role": "user"})
}
func f(sid, key, name string) (string, error) {
	c := C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}, Scope: "scope:client:incoming?clientName=" + name}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}
