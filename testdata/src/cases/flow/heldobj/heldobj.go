// Package heldobj has tokens that a struct holds, and that its methods allow
// more.
package heldobj

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type byValue struct{ c *twilioclient.Capability }

func (v byValue) with(name string) byValue { v.c.AllowClientIncoming(name); return v }

func (v byValue) sign() (string, error) { return v.c.GenerateToken(time.Hour) }

// a chain of methods
func chain(sid, secret, user string) (string, error) {
	return byValue{twilioclient.NewCapability(sid, secret)}.with(user).sign() // want `accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time.Hour, identity=user, incomingAllow=true; authToken=secret: do not use; no fix: across-functions( \(.*\))?$`
}

type byPointer struct{ c *twilioclient.Capability }

func (p *byPointer) allow(app string) { p.c.AllowClientOutgoing(app, nil) }

func (p *byPointer) sign() (string, error) { return p.c.GenerateToken(time.Hour) }

// statements
func statements(sid, secret, app string) (string, error) {
	p := &byPointer{twilioclient.NewCapability(sid, secret)} // want `ttl=time.Hour, identity=\(required\), outgoingApplicationSid=app; authToken=secret: do not use; no fix: identity-missing( \(.*\))?$`
	p.allow(app)
	return p.sign()
}

// Open is for other packages, which may allow more.
type Open struct{ c *twilioclient.Capability }

func NewOpen(sid, secret string) *Open {
	return &Open{twilioclient.NewCapability(sid, secret)} // want `identity=\?; authToken=secret: do not use; no fix: unresolved \(there may be more scopes; also escapes\)$`
}

func (o *Open) Allow(name string) { o.c.AllowClientIncoming(name) }

func (o *Open) Sign() (string, error) { return o.c.GenerateToken(time.Hour) }
