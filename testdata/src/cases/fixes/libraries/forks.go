package libraries

import (
	"time"

	fork "github.com/acme/twilio-go/v3/twilioclient"
	"github.com/saintpete/twilio-go/twilioclient"
)

// a fork, whose module may have no package for access tokens
func forked(cfg config, user string) (string, error) {
	c := fork.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(24 * time.Hour)
}

// the older owner's module
func older(cfg config, user string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientOutgoing(cfg.app, params)
	c.AllowClientIncoming(user)
	return c.GenerateToken(45 * time.Minute)
}
