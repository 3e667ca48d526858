package raised

import "github.com/twilio/twilio-go/client/jwt"

// package time is not imported yet
func withoutTime(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}
