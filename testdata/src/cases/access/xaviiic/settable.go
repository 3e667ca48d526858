package xaviiic

import (
	"time"

	twilio "github.com/xaviiic/twilioGo"
)

// DefaultTTL may be set by other packages.
var DefaultTTL = 48 * time.Hour

const tooLong = 48 * time.Hour

func lifetimeOfOthers(sid, key, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(sid, key, secret).SetIdentity(name).SetTTL(DefaultTTL).AddGrant(twilio.NewVoiceGrant("", "", "", true, nil)).ToJWT()
}

func lifetimeOfConstant(sid, key, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(sid, key, secret).SetIdentity(name).SetTTL(tooLong).AddGrant(twilio.NewVoiceGrant("", "", "", true, nil)).ToJWT() // want `lives for 48h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
}
