// Package lifetimes has the forms of a lifetime, with a builder that raises each to an hour.
package lifetimes

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type config struct {
	sid, secret string
	minutes     int
	ttl         time.Duration
}

func (c *config) TTL() time.Duration { c.minutes++; return c.ttl }

const (
	shift = 8 * time.Hour
	typed = time.Duration(5400) * time.Second
)

// an hour, exactly
func hour(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Hour)
}

// a named constant
func named(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(shift)
}

// a constant by conversion
func converted(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(typed)
}

// a second below an hour
func below(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Hour - time.Second)
}

// more than an hour, with a fraction of a second
func fraction(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Hour + 1500*time.Millisecond)
}

// a local that is a constant in all but name
func local(c config, user string) (string, error) {
	ttl := 2 * time.Hour
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(ttl)
}

// a field
func field(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(c.ttl)
}

// an expression
func expression(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Duration(c.minutes)*time.Minute + time.Second)
}

// a call with a side effect, which must be made once
func method(c *config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(c.TTL())
}

// what is left until a time
func until(c config, user string, end time.Time) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Until(end))
}

// time passes between the object and the signing
func slow(c config, user string, wait func()) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	wait()
	return cp.GenerateToken(time.Minute)
}

// a number without a unit
func noUnit(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-expired( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(3600)
}

// more than a day
func tooLong(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-over-24h( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(4 * shift)
}
