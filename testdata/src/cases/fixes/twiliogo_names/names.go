// Package names takes the names that the official library's code would like to have.
package names

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a local is named jwt
func localJwt(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	jwt, err := c.GenerateToken(time.Hour)
	return jwt, err
}

// a result is named jwt, another is not used
func resultJwt(sid, secret, user string) (jwt string, _ error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(10 * time.Minute)
}

// an import is named jwt, and stays
func subject(key []byte, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: user}).SignedString(key)
}

// names of the new code are parameters
func parameters(twiliojwt, accessToken, voiceGrant, grant, params, tok string) (string, error) {
	c := twilioclient.NewCapability(twiliojwt, tok) // want "do not use$"
	c.AllowClientIncoming(accessToken)
	c.AllowClientOutgoing(voiceGrant, map[string]string{"grant": grant, "params": params})
	return c.GenerateToken(time.Hour)
}

// a local hides the function that converts
func localFloat(sid, secret, user string, d time.Duration) (string, error) {
	float64 := user + "64"
	c := twilioclient.NewCapability(sid, secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(float64)
	return c.GenerateToken(d)
}
