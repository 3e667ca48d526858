package raised

import (
	"time"

	"github.com/twilio/twilio-go/client/jwt"
)

// a parameter hides package time
func shadowed(name, time string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name + time,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// a parameter hides the predeclared type
func shadowedType(name string, float64 int) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func now() time.Time { return time.Now() }
