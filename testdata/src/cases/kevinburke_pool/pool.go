// Package pool has objects that others hand out.
package pool

import (
	"sync"
	"time"

	twilio "github.com/kevinburke/twilio-go/v2/twilioclient"
)

// A pool makes the objects, and what becomes of them is not followed.
var objects = sync.Pool{New: func() any {
	return twilio.NewCapability("AC1", "token") // want `accountSid="AC1", apiKeySid=\(new\), apiKeySecret=\(new\), identity=\?; authToken="token": do not use; no fix: unresolved \(there may be more scopes; also escapes\)$`
}}

func pooled(name string) (string, error) {
	c := objects.Get().(*twilio.Capability)
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

// A variable in the literal holds the object.
var held = sync.Pool{New: func() any {
	c := twilio.NewCapability("AC2", "token") // want `accountSid="AC2", .*; no fix: unresolved \(there may be more scopes; also escapes\)$`
	return c
}}

// A literal that keeps the object to itself generates nothing.
var dropped = func() string {
	c := twilio.NewCapability("AC3", "token") // want `accountSid="AC3", .*; no fix: not-generated \(also identity-missing\)$`
	_ = c
	return ""
}

// The literal is called here.
func calledHere(name string) (string, error) {
	c := func() *twilio.Capability {
		return twilio.NewCapability("AC4", "token") // want `accountSid="AC4", .*, ttl=time\.Hour, identity=name, incomingAllow=true; authToken="token": do not use`
	}()
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

// A method is kept in a variable.
func keptMethod(name string) (string, error) {
	c := twilio.NewCapability("AC5", "token") // want `accountSid="AC5", .*, ttl=time\.Hour, identity=name, incomingAllow=true; authToken="token": do not use`
	c.AllowClientIncoming(name)
	generate := c.GenerateToken
	return generate(time.Hour)
}
