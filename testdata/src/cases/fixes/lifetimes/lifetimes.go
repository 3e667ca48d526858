// Package lifetimes has the forms of a lifetime, the same library takes them as they are.
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

func (c config) TTL() time.Duration { return c.ttl }

const (
	shift         = 8 * time.Hour
	short         = 90 * time.Second
	typed         = time.Duration(7200) * time.Second
	seconds       = 3600
	nanos   int64 = 3600
)

// a named constant
func named(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(shift)
}

// less than an hour
func belowAnHour(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(short)
}

// a constant with a type of its own
func typedConstant(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(typed)
}

// the longest that there may be
func wholeDay(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(24 * time.Hour)
}

// a constant with a fraction of a second
func fraction(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Hour + 1500*time.Millisecond)
}

// an expression
func expression(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Duration(c.minutes) * time.Minute)
}

// the result of a method
func method(c config, user string) (string, error) {
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

// the smaller of two
func smaller(c config, user string, d time.Duration) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(min(d, shift))
}

// a constant without a unit
func noUnit(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-expired( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(seconds)
}

// a converted constant without a unit
func noUnitConverted(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-expired( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(time.Duration(nanos))
}

// no lifetime
func zero(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-expired( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(0)
}

// less than none
func negative(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-expired( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(-shift)
}

// a second more than a day
func overADay(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "no fix: ttl-over-24h( \\(.*\\))?$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(3*shift + time.Second)
}
