package apikeys

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// the names are in another file, and for another builder
func ByHand(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
