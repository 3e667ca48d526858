// Package changes has objects and statements far from each other, for a builder that is signed late.
package changes

import (
	"os"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the call is the init statement of an if
func ifInit(sid, user string) string {
	c := twilioclient.NewCapability(sid, os.Getenv("TWILIO_AUTH_TOKEN")) // want "do not use$"
	c.AllowClientIncoming(user)
	if tok, err := c.GenerateToken(time.Minute); err == nil {
		return tok
	}
	return ""
}

// named results and a bare return
func bare(sid, secret, user string, d time.Duration) (tok string, err error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err = c.GenerateToken(d)
	return
}

// the last name is the one that counts
func lastName(sid, secret, a, b string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a)
	c.AllowClientIncoming(b)
	return c.GenerateToken(time.Hour)
}

// two tokens in one function, with names that must differ
func two(sid, secret, a, b string) (first, second string, err error) {
	ca := twilioclient.NewCapability(sid, secret) // want "do not use$"
	ca.AllowClientIncoming(a)
	if first, err = ca.GenerateToken(time.Hour); err != nil {
		return
	}
	cb := twilioclient.NewCapability(sid, secret) // want "do not use$"
	cb.AllowClientIncoming(b)
	second, err = cb.GenerateToken(time.Minute)
	return
}

// incoming only, and nothing about outgoing calls
func incoming(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming("lobby_1")
	return c.GenerateToken(12 * time.Hour)
}
