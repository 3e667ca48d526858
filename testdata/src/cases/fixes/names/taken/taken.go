// Package taken declares the names that new imports and variables would like to have.
package taken

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/twilioclient"
	newer "github.com/kevinburke/twilio-go/v2/twilioclient"
)

type token struct{ value string }

func accessToken() token { return token{"access"} }

const (
	twiliojwt  = "twiliojwt"
	voiceGrant = "voiceGrant"
)

var (
	kevintoken  = 1
	twiliotoken = 2
)

// the package has a type with the name of the import
func packageType(sid, secret, user string) (token, error) {
	c := newer.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return token{tok + accessToken().value}, err
}

// the other library, while jwt is an import and twiliojwt a constant
func importTaken(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user + voiceGrant)
	return c.GenerateToken(10 * time.Minute)
}

// by hand, the JWT library stays in use by the function below
func byHand(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a session of the application, which is no business of ours
func session(key []byte, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: user}).SignedString(key)
}
