// Package params has the parameters of outgoing calls, for a map of another type.
package params

import (
	"fmt"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type app struct{ sid, secret, voice string }

type own map[string]string

// no params
func none(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, nil)
	return c.GenerateToken(time.Hour)
}

// a literal over lines, with comments
func literal(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string{
		"from": user, // who calls
		// how urgent it is
		"priority": fmt.Sprint(len(user)),
	})
	return c.GenerateToken(time.Hour)
}

// a variable, which may be nil
func variable(a app, user string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, params)
	return c.GenerateToken(time.Hour)
}

// a variable of a type of the package
func ownVariable(a app, user string, extra own) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// a literal of a type of the package
func ownLiteral(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, own{"from": user})
	return c.GenerateToken(time.Hour)
}

func load(user string) map[string]string { return map[string]string{"n": user} }

// a call, which must be made once
func call(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, load(user))
	return c.GenerateToken(time.Hour)
}

// a map that is filled further after it was handed over
func filledLater(a app, user string) (string, error) {
	extra := make(map[string]string)
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	extra["from"] = user
	return c.GenerateToken(time.Hour)
}

// two tokens need a copy each
func two(a app, user, boss string, params map[string]string) (string, string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, params)
	first, err := c.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	d := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	d.AllowClientIncoming(boss)
	d.AllowClientOutgoing(a.voice, params)
	second, err := d.GenerateToken(time.Hour)
	return first, second, err
}
