// Package jwt has the name of the library itself.
package jwt

import (
	"time"

	"github.com/kevinburke/twilio-go/twilioclient"
)

// New has parameters and results with all the names.
func New(jwt, token, time_, os, params string) (accessToken string, err error) {
	c := twilioclient.NewCapability(jwt, token) // want "do not use$"
	c.AllowClientIncoming(os)
	c.AllowClientOutgoing(params, map[string]string{"time": time_})
	accessToken, err = c.GenerateToken(time.Minute)
	return
}

// Hidden has a local that hides the package time, which a lifetime needs.
func Hidden(sid, secret, user string, d time.Duration) (string, error) {
	time := "12:00"
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user + time)
	return c.GenerateToken(d)
}
