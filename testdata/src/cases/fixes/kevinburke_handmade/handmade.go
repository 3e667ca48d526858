// Package handmade becomes code for the small library.
package handmade

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a duration
func duration(sid, secret, user string, ttl time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(ttl).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// seconds, of which a duration must be made
func seconds(sid, secret, user string, n int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + n,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// constant seconds
func constantSeconds(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 15*60,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a time, of which a duration must be made
func absolute(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Add(time.Minute).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a number that may be zero: no duration is that
func zero(sid, secret, user string, until int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: builder"
		"iss":   sid,
		"exp":   until,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// outgoing only: the last argument must not be true
func outgoing(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=a%3Db",
	}).SignedString([]byte(secret))
}

// the module's own library, of the same version
func own(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
