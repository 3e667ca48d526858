// Package apikeys reads an API key already, under names of its own.
package apikeys

import (
	"os"
	"time"

	"github.com/kevinburke/twilio-go/v2/token"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the names that the package has
func Video(sid, user string) (string, error) {
	t := token.New(sid, os.Getenv("TWILIO_API_KEY_SID"), os.Getenv("TWILIO_API_KEY_SECRET"), user, time.Hour)
	t.AddGrant(token.NewVideoGrant("room"))
	return t.JWT()
}

// a token that had better use the same names
func Voice(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
