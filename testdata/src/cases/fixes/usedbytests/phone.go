// Package usedbytests has functions and variables that its tests use or set.
package usedbytests

import (
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

var (
	day = 8 * time.Hour
	now = time.Now
)

// the tests set the lifetime
func mintDay(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(day)
}

func scope(name string) string { return "scope:client:incoming?clientName=" + url.QueryEscape(name) }

// the tests call the helper that makes the scope, and set the clock
func mintClaims(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   now().Add(2 * time.Hour).Unix(),
		"scope": scope(user),
	}).SignedString([]byte(secret))
}

// the tests call this function with another lifetime than the only caller here
func mintFor(sid, secret, user string, ttl time.Duration) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(ttl)
}

// Mint has the only call.
func Mint(sid, secret, user string) (string, error) { return mintFor(sid, secret, user, time.Hour) }
