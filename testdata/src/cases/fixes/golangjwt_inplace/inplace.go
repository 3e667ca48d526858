// Package inplace keeps the JWT library that it has.
package inplace

import (
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a literal in a chain: a header must be set, so that the chain breaks up
func chained(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// claims and token have variables, and the header is touched already
func stepwise(sid, user, app string, ttl time.Duration) (string, error) {
	now := time.Now()
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid, // the account
		"iat":   now.Unix(),
		"exp":   now.Add(ttl).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", url.QueryEscape(user), app, url.QueryEscape(user)),
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	token.Header["typ"] = "JWT"
	return token.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}

// claims by index
func indexed(sid, secret, user, app string) (tok string, err error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["iss"] = sid
	claims["exp"] = time.Now().Unix() + 600
	claims["scope"] = "scope:client:outgoing?appSid=" + app + "&clientName=" + user // want "do not use$"
	tok, err = token.SignedString([]byte(secret))
	return
}

// params from values
func params(sid, secret, user, app, queue string) (string, error) {
	p := url.Values{"queue": {queue}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   jwt.NewNumericDate(time.Now().Add(time.Hour)),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape(p.Encode()),
	}).SignedString([]byte(secret))
}

// an expiry that comes from the caller stays as it is
func absolute(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

type callClaims struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

// claims in a struct that has no place for grants
func structClaims(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, callClaims{ // want "do not use$"
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Scope:            "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the signing is inside of an if
func inIf(sid, secret, user string) string {
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	if tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret)); err == nil {
		return tok
	}
	return ""
}

// a local is named token, another claims, another now
func namesTaken(sid, token, claims string) (string, error) {
	now := time.Now().Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   now + 3600,
		"scope": "scope:client:incoming?clientName=" + claims,
	}).SignedString([]byte(token))
}

// without a name there is no fix here either
func nameless(sid, secret, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-missing( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app,
	}).SignedString([]byte(secret))
}

// no JWT library is at work here
func library(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
