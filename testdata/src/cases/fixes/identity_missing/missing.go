// Package missing has tokens without a client name, to be fixed with one that is given.
package missing

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// outgoing calls only
func outgoing(sid, secret, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

// outgoing calls only, with params and a short life
func outgoingParams(sid, secret, app string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, params)
	return c.GenerateToken(time.Minute)
}

// outgoing calls only, by hand
func byHand(sid, secret, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app,
	}).SignedString([]byte(secret))
}

// a name does not help where nothing is granted
func nothing(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: no-scope( \\(.*\\))?$"
	return c.GenerateToken(time.Hour)
}

// a name does not help where events are wanted
func events(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: event-stream( \\(.*\\))?$"
	c.AllowEventStream(nil)
	return c.GenerateToken(time.Hour)
}
