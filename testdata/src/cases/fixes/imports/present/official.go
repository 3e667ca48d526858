package present

import (
	"os"
	"time"

	old "github.com/golang-jwt/jwt/v5"
	"github.com/twilio/twilio-go/client/jwt"
)

// the official library is there already
func Sync(sid, user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: sid, SigningKeySid: os.Getenv("TWILIO_API_KEY"), Secret: os.Getenv("TWILIO_API_SECRET"), Identity: user})
	t.AddGrant(&jwt.SyncGrant{ServiceSid: "IS123"})
	return t.ToJwt()
}

// by hand, beside the official library
func ByHand(sid, secret, user string) (string, error) {
	return old.NewWithClaims(old.SigningMethodHS256, old.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
