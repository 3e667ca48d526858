// Package conditional allows under conditions, with a builder whose fields can be set one by one.
package conditional

import (
	"errors"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type config struct{ sid, secret, app string }

// outgoing calls under an if
func outgoingIf(cfg config, user string, dial bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	if dial {
		c.AllowClientOutgoing(cfg.app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// the condition comes first, the name later
func outgoingIfFirst(cfg config, user string, dial bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	if dial {
		c.AllowClientOutgoing(cfg.app, map[string]string{"from": user})
	}
	c.AllowClientIncoming(user)
	return c.GenerateToken(5 * time.Minute)
}

// one of two permissions: one path has no name
func eitherOr(cfg config, user string, agent bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: (conditional|identity-missing)( \\(.*\\))?$"
	if agent {
		c.AllowClientIncoming(user)
	} else {
		c.AllowClientOutgoing(cfg.app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// incoming calls under an if without an else: one path has no name
func incomingIf(cfg config, user string, agent bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: (conditional|identity-missing)( \\(.*\\))?$"
	c.AllowClientOutgoing(cfg.app, nil)
	if agent {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// a name in each branch: every path has one
func nameByBranch(cfg config, user, desk string, shared bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	if shared {
		c.AllowClientIncoming(desk)
	} else {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// a name that one branch replaces
func nameReplaced(cfg config, user, desk string, shared bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	if shared {
		c.AllowClientIncoming(desk)
	}
	return c.GenerateToken(time.Hour)
}

// a switch with a default that returns: every other path has a name
func switchReturns(cfg config, user, role string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	switch role {
	case "boss":
		c.AllowClientIncoming("boss")
		c.AllowClientOutgoing(cfg.app, nil)
	case "agent":
		c.AllowClientIncoming(user)
	default:
		return "", errors.New("no such role")
	}
	return c.GenerateToken(time.Hour)
}

// a switch without a default: one path has no name
func switchOpen(cfg config, user, role string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	switch role {
	case "boss":
		c.AllowClientIncoming("boss")
	case "agent":
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// a loop over applications, the last one stays
func appsInLoop(cfg config, user string, apps []string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	for _, app := range apps {
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a loop over names, of which there may be none
func namesInLoop(cfg config, users []string) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	for _, user := range users {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// a constant empty name on one path
func emptyOnOnePath(cfg config, user string, anonymous bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if anonymous {
		c.AllowClientIncoming("")
	}
	return c.GenerateToken(time.Hour)
}

// events under an if
func eventsIf(cfg config, user string, monitor bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "no fix: (conditional|event-stream)( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if monitor {
		c.AllowEventStream(nil)
	}
	return c.GenerateToken(time.Hour)
}

// two levels of conditions, with comments in them
func nested(cfg config, user string, dial, vip bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)                          // always
	if dial {
		// everybody who may dial
		if vip {
			c.AllowClientOutgoing("vip"+cfg.app, nil) // the short queue
		} else {
			c.AllowClientOutgoing(cfg.app, nil)
		}
		// end of dialling
	}
	return c.GenerateToken(time.Hour)
}

// the name is reassigned between the use and the signing: the field was set before
func conditionalThenReassigned(cfg config, user string, dial bool) (string, string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	if dial {
		c.AllowClientOutgoing(cfg.app, nil)
	}
	user = "was " + user
	tok, err := c.GenerateToken(time.Hour)
	return tok, user, err
}

// a token in each branch, no condition in any of them
func tokenPerBranch(cfg config, user string, short bool) (string, error) {
	if short {
		c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Minute)
	} else {
		c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(2 * time.Hour)
	}
}

// the params differ by branch
func paramsByBranch(cfg config, user string, extra map[string]string, vip bool) (string, error) {
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	if vip {
		c.AllowClientOutgoing(cfg.app, map[string]string{"queue": "vip"})
	} else {
		c.AllowClientOutgoing(cfg.app, extra)
	}
	return c.GenerateToken(90 * time.Minute)
}

// the signing statement changes the parameters first
func changedBySigning(sid, secret string, here bool) string {
	params := map[string]string{"a": "1"}
	c := twilioclient.NewCapability(sid, secret) // want "no fix: "
	if here {
		c.AllowClientIncoming("alice")
		c.AllowClientOutgoing("AP1", params)
	} else {
		c.AllowClientIncoming("bob")
	}
	change := func() string { params["a"] = "2"; return "changed" }
	token := func(s string, err error) string { return s }
	return change() + token(c.GenerateToken(time.Hour))
}

// the parameters are changed before
func changedBeforeSigning(sid, secret string, here bool) (string, error) {
	params := map[string]string{"a": "1"}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	if here {
		c.AllowClientIncoming("alice")
		c.AllowClientOutgoing("AP1", params)
	} else {
		c.AllowClientIncoming("bob")
	}
	params["a"] = "2"
	return c.GenerateToken(time.Hour)
}

// true is another name for false where a call is granted
func shadowed(sid, secret string, here bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: identity-conflict"
	if here {
		true := false
		c.AllowClientIncoming("alice")
		here = true
	} else {
		c.AllowClientIncoming("bob")
	}
	return c.GenerateToken(time.Hour)
}

// it is so in another block
func shadowedElsewhere(sid, secret string, here bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	if here {
		c.AllowClientIncoming("alice")
	} else {
		c.AllowClientIncoming("bob")
	}
	if here {
		true := false
		here = true
	}
	return c.GenerateToken(time.Hour)
}
