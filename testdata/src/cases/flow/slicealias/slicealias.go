package slicealias

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func f(sid, key, name string) (string, error) {
	scopes := []string{"scope:client:incoming?clientName=alice"}
	t := scopes
	t[0] = "read:mail"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(scopes, " ")}).SignedString([]byte(key))
}
