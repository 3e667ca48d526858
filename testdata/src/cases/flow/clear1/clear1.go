package clear1

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string) (string, error) {
	m := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}
	clear(m)
	m["iss"] = sid
	m["grants"] = name
	return jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(key))
}
