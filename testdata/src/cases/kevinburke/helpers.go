package kevinburke

import (
	"context"
	"fmt"
	"io"
	"time"

	twilio "github.com/kevinburke/twilio-go/v2/twilioclient"
)

// --- passed to a helper

func grantIncoming(c *twilio.Capability, name string) {
	c.AllowClientIncoming(name)
}

func viaHelper(sid, tok, user string) (string, error) {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=tok: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	grantIncoming(c, user)
	return c.GenerateToken(time.Hour)
}

func finish(c *twilio.Capability, lifetime time.Duration) (string, error) {
	return c.GenerateToken(lifetime)
}

func viaFinisher(sid, tok, user, app string) (string, error) {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=2 ?\* ?time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, nil)
	return finish(c, 2*time.Hour)
}

// --- returned from a helper

func newDeskCapability(cfg voiceConfig) *twilio.Capability {
	return twilio.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=desk, incomingAllow=true; authToken=cfg\.AuthToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
}

func deskToken(cfg voiceConfig, desk string) (string, error) {
	c := newDeskCapability(cfg)
	c.AllowClientIncoming(desk)
	return c.GenerateToken(time.Hour)
}

// used in elsewhere.go, a file that knows nothing about the library
func capabilityFor(account, secret, name string) *twilio.Capability {
	c := twilio.NewCapability(account, secret) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=20 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=secret: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(name)
	return c
}

// --- closures

func inClosure(sid, tok string) func(string) (string, error) {
	return func(name string) (string, error) {
		c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=tok: do not use$`
		c.AllowClientIncoming(name)
		return c.GenerateToken(time.Hour)
	}
}

func allowInClosure(sid, tok, user string) (string, error) {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(n|user), incomingAllow=true; authToken=tok: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	allow := func(n string) { c.AllowClientIncoming(n) }
	allow(user)
	return c.GenerateToken(time.Hour)
}

func deferredGenerate(sid, tok, user string) (signed string, err error) {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=tok: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	defer func() {
		signed, err = c.GenerateToken(time.Hour)
	}()
	c.AllowClientIncoming(user)
	return
}

func inGoroutine(ctx context.Context, sid, tok, user string) <-chan string {
	ch := make(chan string, 1)
	go func() {
		defer close(ch)
		c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=tok: do not use$`
		c.AllowClientIncoming(user)
		t, err := c.GenerateToken(time.Hour)
		if err == nil {
			select {
			case ch <- t:
			case <-ctx.Done():
			}
		}
	}()
	return ch
}

// --- a struct field

type phone struct {
	cap  *twilio.Capability
	sid  string
	key  string
	name string
}

func (p *phone) open() {
	p.cap = twilio.NewCapability(p.sid, p.key) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=p\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=\?; authToken=p\.key: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
}

func (p *phone) listen()         { p.cap.AllowClientIncoming(p.name) }
func (p *phone) dial(app string) { p.cap.AllowClientOutgoing(app, nil) }

func (p *phone) sign(ttl time.Duration) (string, error) {
	return p.cap.GenerateToken(ttl)
}

// --- leaves the package

var shared *twilio.Capability

func stored(sid, tok, name string) (string, error) {
	shared = twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: escapes( \(.*\))?$`
	shared.AllowClientIncoming(name)
	return shared.GenerateToken(time.Hour)
}

func printed(w io.Writer, sid, tok, name string) (string, error) {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: escapes( \(.*\))?$`
	c.AllowClientIncoming(name)
	fmt.Fprintln(w, c)
	return c.GenerateToken(time.Hour)
}

type minter interface {
	GenerateToken(time.Duration) (string, error)
}

func asInterface(sid, tok, name string) minter {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, ttl=(\?|\(required\)))?, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: (escapes|unresolved)( \(.*\))?$`
	c.AllowClientIncoming(name)
	return c
}

// Exported is for the callers in other packages.
func Exported(sid, tok, name string) *twilio.Capability {
	c := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, ttl=(\?|\(required\)))?, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: (escapes|unresolved|not-generated)( \(.*\))?$`
	c.AllowClientIncoming(name)
	return c
}

// --- two objects in one function

func pair(sid, tok, agent, boss, app string) (a, b string, err error) {
	ca, cb := twilio.NewCapability(sid, tok), "" // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=agent, incomingAllow=true; authToken=tok: do not use$`
	ca.AllowClientIncoming(agent)
	if a, err = ca.GenerateToken(time.Hour); err != nil {
		return
	}
	c2 := twilio.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=12 ?\* ?time\.Hour, identity=boss ?\+ ?cb, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use$`
	c2.AllowClientIncoming(boss + cb)
	c2.AllowClientOutgoing(app, nil)
	b, err = c2.GenerateToken(12 * time.Hour)
	return
}
