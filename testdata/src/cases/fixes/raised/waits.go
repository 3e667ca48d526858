package raised

import (
	"time"

	"github.com/twilio/twilio-go/client/jwt"
)

// the token is valid from another time on: it might expire before
func validLater(sid, key, secret, user string, start time.Time) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    sid,
		SigningKeySid: key,
		Secret:        secret,
		Identity:      user,
		Nbf:           float64(start.Unix()),
		Ttl:           600, // want "lives for an hour, not for 10m0s"
	})
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}

// the lifetime counts from the signing, which waits
func signedLater(sid, key, secret, user string, ready chan bool) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    sid,
		SigningKeySid: key,
		Secret:        secret,
		Identity:      user,
		Ttl:           600, // want "lives for an hour, not for 10m0s"
	})
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	<-ready
	return t.ToJwt()
}

// what is called in between may take its time
func calledBetween(sid, key, secret, user string, wait func()) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    sid,
		SigningKeySid: key,
		Secret:        secret,
		Identity:      user,
		Ttl:           600, // want "lives for an hour, not for 10m0s"
	})
	wait()
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}
