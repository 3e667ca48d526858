// Package across has tokens whose parts are made in several functions.
package across

import (
	"fmt"
	"log"
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

func signOnce(claims jwt.MapClaims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// a helper signs, and nobody else has it sign anything
func helperSignsOnce(sid, secret, user string) (string, error) {
	return signOnce(jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}, secret)
}

func sign(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// a helper signs the sessions of the application as well
func helperSignsMore(sid, secret, user string) (string, error) {
	return sign(jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}, secret)
}

func session(key, user string) (string, error) {
	return sign(jwt.RegisteredClaims{Subject: user}, key)
}

func incomingScope(name string) string {
	return "scope:client:incoming?clientName=" + url.QueryEscape(name)
}

// a helper makes the scope, for this token only
func helperScopesOnce(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": incomingScope(user),
	}).SignedString([]byte(secret))
}

func outgoingScope(app, name string) string {
	return fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s", app, name)
}

// a helper makes the scope, which is printed elsewhere, too
func helperScopesMore(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": outgoingScope(app, user),
	}).SignedString([]byte(secret))
}

func explain(app, user string) { log.Print(outgoingScope(app, user)) }

type server struct {
	sid, secret, app string
	ttl              time.Duration
}

func (s *server) key() []byte { return []byte(s.secret) }

func (s *server) expiry() int64 { return time.Now().Add(s.ttl).Unix() }

// methods make key and expiry
func (s *server) token(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   s.sid,
		"exp":   s.expiry(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(s.key())
}

// a method signs the scopes of two others
func (s *server) sign(scope string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   s.sid,
		"exp":   time.Now().Add(s.ttl).Unix(),
		"scope": scope,
	}).SignedString([]byte(s.secret))
}

func (s *server) listen(user string) (string, error) {
	return s.sign("scope:client:incoming?clientName=" + user)
}

func (s *server) dial(user string) (string, error) {
	return s.sign("scope:client:outgoing?appSid=" + s.app + "&clientName=" + user)
}

type printer struct{ sid, secret string }

// a method signs the scope of one other, and nothing else
func (p printer) signed(scope string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   p.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(p.secret))
}

func (p printer) listen(user string) (string, error) {
	return p.signed("scope:client:incoming?clientName=" + user)
}

func allow(c *twilioclient.Capability, user, app string) {
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, nil)
}

// a helper allows, for two objects
func helperAllows(sid, secret, user, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	allow(c, user, app)
	return c.GenerateToken(time.Hour)
}

// the second object of the helper above
func helperAllowsMore(sid, secret, boss, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	allow(c, boss, app)
	return c.GenerateToken(8 * time.Hour)
}

type desk struct {
	c *twilioclient.Capability
}

// the object lives in a field, and two methods use it
func newDesk(sid, secret, name string) *desk {
	d := &desk{c: twilioclient.NewCapability(sid, secret)} // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	d.c.AllowClientIncoming(name)
	return d
}

func (d *desk) token() (string, error) { return d.c.GenerateToken(time.Hour) }

// Open gives the object away.
func Open(sid, secret, name string) *twilioclient.Capability {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(name)
	return c
}

func wrapped(s *server, user string) (string, error) {
	return inner(s.sid, s.secret, user)
}

// a wrapper returns the results of this function, and does not change
func inner(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
