// Package share makes capability tokens that have nothing to do with telephones.
package share

import (
	"crypto/rand"
	"encoding/hex"
	"time"

	"cases/silent_capability/twilioclient"
)

// Capability is the right to open one document.
type Capability struct {
	doc, owner string
	actions    []string
}

func NewCapability(doc, owner string) *Capability { return &Capability{doc: doc, owner: owner} }

func (c *Capability) Allow(action string) { c.actions = append(c.actions, action) }

// AllowClientIncoming lets a client of the intranet in.
func (c *Capability) AllowClientIncoming(clientName string) { c.Allow("in:" + clientName) }

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) {
	b := make([]byte, 16)
	_, err := rand.Read(b)
	return c.doc + "." + hex.EncodeToString(b), err
}

func link(doc, owner, who string) (string, error) {
	c := NewCapability(doc, owner)
	c.Allow("read")
	c.AllowClientIncoming(who)
	t, err := c.GenerateToken(time.Hour)
	return "https://share.example.com/" + t, err
}

func number(sid, token string) string {
	c := twilioclient.NewCapability(sid, token)
	c.AllowVoice()
	return c.String()
}

// ClientCapabilities are those of a language server's client.
type ClientCapabilities struct {
	Incoming, Outgoing bool
}

type PhoneNumber struct {
	Capabilities struct{ Voice, Sms, Mms bool }
}

type generator struct{ ttl time.Duration }

func (g generator) GenerateToken(d time.Duration) (string, error) { return d.String(), nil }

func session() (string, error) { return generator{}.GenerateToken(time.Hour) }

type Capabilities struct {
	AccountSid, AuthToken, AllowClientIncoming, AllowClientOutgoing string
}

// Generate has the name and the arguments of a function elsewhere.
func Generate(c Capabilities, expires time.Duration) (string, error) {
	return c.AccountSid + expires.String(), nil
}

func generated(name string) (string, error) {
	return Generate(Capabilities{AccountSid: "AC1", AuthToken: "x", AllowClientIncoming: name}, time.Hour)
}
