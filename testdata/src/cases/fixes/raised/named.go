package raised

import (
	clock "time"

	"github.com/twilio/twilio-go/client/jwt"
)

// package time has another name
func otherName(name string) (string, clock.Time, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	text, err := t.ToJwt()
	return text, clock.Now(), err
}
