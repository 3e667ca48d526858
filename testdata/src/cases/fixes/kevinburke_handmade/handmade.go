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

// a time that may be the start of 1970: the library leaves such an end out
func Unknown(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func passedNow(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the one caller passes a time from now
func passesNow(sid, secret string) (string, error) {
	return passedNow(sid, secret, "alice", time.Now().Add(time.Hour))
}

func passedZero(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: builder"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the one caller passes the zero time, on some ways: no duration is that
func passesZero(sid, secret string, hours int) (string, error) {
	var until time.Time
	if hours > 0 {
		until = time.Now().Add(time.Duration(hours) * time.Hour)
	}
	return passedZero(sid, secret, "alice", until)
}

func passedStart(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: builder"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the one caller passes the start of 1970
func passesStart(sid, secret string) (string, error) {
	return passedStart(sid, secret, "alice", time.Unix(0, 0))
}
