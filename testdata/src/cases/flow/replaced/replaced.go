package replaced

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string) (string, error) {
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name})
	tok.Claims = jwt.MapClaims{"iss": sid, "grants": map[string]any{"identity": name}}
	return tok.SignedString([]byte(key))
}
