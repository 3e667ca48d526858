package dot

import (
	"time"

	. "github.com/golang-jwt/jwt/v5"
)

// the JWT library has no name
func ByHand(sid, secret, user string, d time.Duration) (string, error) {
	return NewWithClaims(SigningMethodHS256, MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(d).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
