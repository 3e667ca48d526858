// Package present has tokens with client names, which a given one must not replace.
package present

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the name in the code stays
func incoming(sid, secret, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming("gate")
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

// two names: a third one is no answer
func conflict(sid, secret, app, line, caller string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-conflict( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + line + " scope:client:outgoing?appSid=" + app + "&clientName=" + caller,
	}).SignedString([]byte(secret))
}

// one with a name, one without, in one function
func both(sid, secret, app, user string) (string, string, error) {
	in := twilioclient.NewCapability(sid, secret) // want "do not use$"
	in.AllowClientIncoming(user)
	first, err := in.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	out := twilioclient.NewCapability(sid, secret) // want "do not use$"
	out.AllowClientOutgoing(app, nil)
	second, err := out.GenerateToken(time.Hour)
	return first, second, err
}
