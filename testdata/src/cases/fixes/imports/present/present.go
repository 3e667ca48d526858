// Package present imports already what is needed, under names of its own.
package present

import (
	env "os"
	"time"

	access "github.com/kevinburke/twilio-go/v2/token"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the other kind of token is made here, too
func Video(sid, user string) (string, error) {
	t := access.New(sid, env.Getenv("TWILIO_API_KEY"), env.Getenv("TWILIO_API_SECRET"), user, time.Hour)
	t.AddGrant(access.NewVideoGrant("room"))
	return t.JWT()
}

// the names are there already
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the name is there already, but hidden by a parameter
func Hidden(sid, access, user string) (string, error) {
	c := twilioclient.NewCapability(sid, access) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
