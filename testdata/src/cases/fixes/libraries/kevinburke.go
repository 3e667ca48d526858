// Package libraries has the other libraries that make such tokens.
package libraries

import (
	"time"

	"github.com/kevinburke/twilio-go/twilioclient"
)

type config struct{ sid, secret, app string }

// the module without a suffix: an hour is an hour
func unsuffixed(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.app, nil)
	return c.GenerateToken(time.Hour)
}

// the module without a suffix: ten minutes must not become an hour
func unsuffixedShort(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(10 * time.Minute)
	return tok, err
}

// the module without a suffix: params in a literal need another type
func unsuffixedParams(cfg config, user string, d time.Duration) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.app, map[string]string{"from": user})
	return c.GenerateToken(d)
}
