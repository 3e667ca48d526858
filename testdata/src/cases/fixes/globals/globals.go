// Package globals has variables of the package and of closures, which others set.
package globals

import (
	"fmt"
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

var (
	line  = "lobby"
	calls int
	day   = 8 * time.Hour
)

// the variable is set by name between its use and the signing
func setHere(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(line)
	line = "gate"
	return c.GenerateToken(time.Hour)
}

func setLine() { line = "gate" }

// another function sets the variable
func setThere(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(line)
	setLine()
	return c.GenerateToken(time.Hour)
}

// the variable is counted up
func counted(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(fmt.Sprint("agent_", calls))
	calls++
	return c.GenerateToken(time.Hour)
}

// a range clause assigns to the variable
func ranged(sid, secret string, lines []string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(line)
	for _, line = range lines {
	}
	return c.GenerateToken(time.Hour)
}

// somebody else's function may set any variable of the package
func setByStranger(sid, secret string, stranger func()) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(line)
	stranger()
	return c.GenerateToken(time.Hour)
}

// the lifetime is a variable, which others may set
func setLifetime(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(day)
}

// SetDay sets the lifetime.
func SetDay(d time.Duration) { day = d }

// a closure that was made before sets the local
func closureSets(sid, secret, user string) (string, error) {
	set := func(to string) { user = to }
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	set("bob")
	return c.GenerateToken(time.Hour)
}

// the closure makes the scope when it is called, with what the local is then
func closureReads(sid, secret, user string) (string, error) {
	scope := func() string { return "scope:client:incoming?clientName=" + user }
	user = "bob"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: side-effect( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope(),
	}).SignedString([]byte(secret))
}

// the closure signs when it is called, with the name of before
func closureSigns(sid, secret string, b []byte) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(string(b))
	sign := func() (string, error) { return c.GenerateToken(time.Hour) }
	b[0] = 'X'
	return sign()
}

type desk struct {
	sid, secret, name string
	ttl               time.Duration
}

func (d *desk) call(f func()) { f() }

// a method calls the closure that changes the field
func methodCalls(d *desk) (string, error) {
	c := twilioclient.NewCapability(d.sid, d.secret) // want "do not use$"
	c.AllowClientIncoming(d.name)
	d.call(func() { d.name = "bob" })
	return c.GenerateToken(time.Hour)
}

func (d *desk) scope() string { return "scope:client:incoming?clientName=" + url.QueryEscape(d.name) }

// a method made the scope before the field changed
func methodRead(d *desk) (string, error) {
	scope := d.scope()
	d.name = "bob"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   d.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(d.secret))
}

func (d *desk) exp() int64 { return time.Now().Add(d.ttl).Unix() }

// methods made scope and expiry before the whole struct changed
func methodsRead(d *desk, other desk) (string, error) {
	exp := d.exp()
	scope := d.scope()
	*d = other
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   d.sid,
		"exp":   exp,
		"scope": scope,
	}).SignedString([]byte(d.secret))
}
