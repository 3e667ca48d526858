// Package byhand has tokens made by hand that get a region.
package byhand

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// incoming only
func incoming(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// without a name, a region does not help
func nameless(sid, secret, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-missing( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app,
	}).SignedString([]byte(secret))
}
