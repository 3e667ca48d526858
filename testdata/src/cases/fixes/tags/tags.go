//go:build !phone_off && (linux || darwin || windows)
// +build !phone_off
// +build linux darwin windows

// Package tags is not always compiled.
package tags

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the constraint must stay above everything
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
