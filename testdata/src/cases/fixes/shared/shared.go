// Package shared has expiries that share the clock with other claims, and sums of seconds.
package shared

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	hour = 3600
	half = 1800
	skew = 300
)

// the claim of issue and the expiry are counted from half an hour ago
func issuedEarlier(sid, secret, user string) (string, error) {
	now := time.Now().Add(-30 * time.Minute)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now.Unix(),
		"exp":   now.Add(2 * time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the same, in seconds
func issuedEarlierSeconds(sid, secret, user string) (string, error) {
	iat := time.Now().Unix() - half
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   iat,
		"exp":   iat + 2*hour,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the time of issue comes from the caller, and may be long ago
func issuedByCaller(sid, secret, user string, now time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now.Unix(),
		"exp":   now.Add(2 * time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// clocks go wrong by a few minutes, in both directions
func skewed(sid, secret, user string) (string, error) {
	now := time.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now.Unix() - skew,
		"exp":   now.Unix() + hour + skew,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the expiry is moved on from the time of issue in two steps
func movedOn(sid, secret, user string) (string, error) {
	iat := time.Now().Unix()
	exp := iat + hour
	exp = exp + half
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   iat,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the variable of the clock moves on after the expiry was made
func clockMovedOn(sid, secret, user string) (string, time.Time, error) {
	now := time.Now()
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now.Unix(),
		"exp":   now.Unix() + hour,
		"scope": "scope:client:incoming?clientName=" + user,
	}
	now = now.Add(time.Hour)
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
	return tok, now, err
}

type clock struct{ t time.Time }

func (c *clock) Now() time.Time {
	c.t = c.t.Add(time.Hour)
	return c.t
}

// a clock that goes on by an hour each time is asked for the time of issue, too
func askedTwice(sid, secret, user string, c *clock) (string, error) {
	start := c.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: side-effect( \\(.*\\))?$"
		"iss":   sid,
		"iat":   start.Unix(),
		"exp":   c.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the token may not be used before a minute has gone
func notBefore(sid, secret, user string) (string, error) {
	now := time.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: extra-claims( \\(.*\\))?$"
		"iss":   sid,
		"nbf":   now.Add(time.Minute).Unix(),
		"exp":   now.Add(2 * time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
