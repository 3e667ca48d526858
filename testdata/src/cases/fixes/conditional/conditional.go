// Package conditional allows under conditions, with a builder that wants all values at one place.
package conditional

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type config struct{ sid, secret, app string }

// outgoing calls under an if
func outgoingIf(cfg config, user string, dial bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if dial {
		c.AllowClientOutgoing(cfg.app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// one of two permissions
func eitherOr(cfg config, user string, agent bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: (conditional|identity-missing)( \\(.*\\))?$"
	if agent {
		c.AllowClientIncoming(user)
	} else {
		c.AllowClientOutgoing(cfg.app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a name by branch
func nameByBranch(cfg config, user, desk string, shared bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: (conditional|identity-conflict)( \\(.*\\))?$"
	if shared {
		c.AllowClientIncoming(desk)
	} else {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// permissions by role
func byRole(cfg config, user, role string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	switch role {
	case "boss", "agent":
		c.AllowClientOutgoing(cfg.app, map[string]string{"role": role})
	}
	return c.GenerateToken(time.Hour)
}

// permissions in a loop
func inLoop(cfg config, user string, apps []string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	for _, app := range apps {
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// the value depends, the permission does not
func valueByBranch(cfg config, user, desk string, shared bool) (string, error) {
	name := user
	if shared {
		name = desk
	}
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

// everything is under the same condition
func allOrNothing(cfg config, user string, ok bool) (tok string, err error) {
	if ok {
		c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
		c.AllowClientIncoming(user)
		c.AllowClientOutgoing(cfg.app, nil)
		tok, err = c.GenerateToken(time.Hour)
	}
	return
}

// a block without a condition
func bareBlock(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	{
		c.AllowClientIncoming(user)
		c.AllowClientOutgoing(cfg.app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a deferred permission comes too late
func tooLate(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	defer c.AllowClientOutgoing(cfg.app, nil)
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
