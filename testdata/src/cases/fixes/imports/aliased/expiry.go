package aliased

import (
	clock "time"

	j "github.com/golang-jwt/jwt/v5"
)

// a lifetime that needs the clock, under its name in this file
func ByHand(sid, secret, user string, d clock.Duration) (string, error) {
	return j.NewWithClaims(j.SigningMethodHS256, j.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   clock.Now().Add(d).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
