package loops

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a labelled break passes the permission by
func brokenOutOfSwitch(sid, secret, user, app string, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
outgoing:
	switch {
	default:
		if quiet {
			break outgoing
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a break passes the permission by
func brokenOutOfDefault(sid, secret, user, app string, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	switch {
	default:
		if quiet {
			break
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a select with one clause
func brokenOutOfSelect(sid, secret, user, app string, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	select {
	default:
		if quiet {
			break
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a select that waits
func brokenOutOfReceived(sid, secret, user, app string, quiet chan bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	select {
	case q := <-quiet:
		if q {
			break
		}
		c.AllowClientOutgoing(app, nil)
	}
	return c.GenerateToken(time.Hour)
}

// a type switch
func brokenOutOfTypeSwitch(sid, secret, user string, app any, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	switch app.(type) {
	default:
		if quiet {
			break
		}
		c.AllowClientOutgoing("AP1", nil)
	}
	return c.GenerateToken(time.Hour)
}

// out of the switch, from a loop in it
func brokenOutOfLoopInSwitch(sid, secret, user string, n int, quiet bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
	c.AllowClientIncoming(user)
out:
	switch {
	default:
		for i := 0; i < n; i++ {
			if quiet {
				break out
			}
		}
		c.AllowClientOutgoing("AP1", nil)
	}
	return c.GenerateToken(time.Hour)
}

// the scope is not extended
func scopeBrokenOut(sid, secret, user string, quiet bool) (string, error) {
	scope := "scope:client:incoming?clientName=" + user
	switch {
	default:
		if quiet {
			break
		}
		scope += " scope:client:outgoing?appSid=AP1&clientName=" + user
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: conditional( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(secret))
}
