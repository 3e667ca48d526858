// Package functionvalues makes, changes, and signs tokens through function values.
package functionvalues

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
	twilio "github.com/xaviiic/twilioGo"
)

func methods(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: side-effect( \(.*\))?$`
	allow, generate := c.AllowClientIncoming, c.GenerateToken
	allow(name)
	return generate(time.Hour)
}

func signs(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: side-effect( \(.*\))?$`
	c.AllowClientIncoming(name)
	generate := c.GenerateToken
	return generate(time.Hour)
}

func signsHandedOn(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: out-of-reach( \(.*\))?$`
	c.AllowClientIncoming(name)
	return run(c.GenerateToken)
}

func run(f func(time.Duration) (string, error)) (string, error) { return f(time.Hour) }

func methodExpression(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: side-effect( \(.*\))?$`
	c.AllowClientIncoming(name)
	f := (*twilioclient.Capability).GenerateToken
	return f(c, time.Hour)
}

func allows(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: shape( \(.*\))?$`
	allow := c.AllowClientIncoming
	allow(name)
	return c.GenerateToken(time.Hour)
}

func makesMaybe(sid, token, name string, b bool) (string, error) {
	mk := twilioclient.NewCapability
	if b {
		mk = other
	}
	c := mk(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: conditional( \(.*\))?$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func other(sid, token string) *twilioclient.Capability { return nil }

func makesHandedOn(sid, token, name string) (string, error) {
	return by(twilioclient.NewCapability, sid, token, name)
}

func by(mk func(a, b string) *twilioclient.Capability, sid, token, name string) (string, error) {
	c := mk(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: shape( \(.*\))?$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

type gen struct {
	f func(time.Duration) (string, error)
}

func signsInField(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: side-effect( \(.*\))?$`
	c.AllowClientIncoming(name)
	g := gen{c.GenerateToken}
	return g.f(time.Hour)
}

func noGrant(a, k, s, name string) ([]byte, error) {
	t := twilio.NewAccessToken(a, k, s).SetIdentity(name) // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
	sign := t.ToJWT
	return sign()
}

func grantAfterwards(a, k, s, name string) ([]byte, error) {
	t := twilio.NewAccessToken(a, k, s).SetIdentity(name)
	sign := t.ToJWT
	t.AddGrant(twilio.NewVoiceGrant("", "", "", true, nil))
	return sign()
}

func grantByValue(a, k, s, name string) ([]byte, error) {
	t := twilio.NewAccessToken(a, k, s).SetIdentity(name)
	sign, add := t.ToJWT, t.AddGrant
	add(twilio.NewVoiceGrant("", "", "", true, nil))
	return sign()
}

func noGrantHandedOn(a, k, s, name string) ([]byte, error) {
	t := twilio.NewAccessToken(a, k, s).SetIdentity(name) // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
	return runB(t.ToJWT)
}

func runB(f func() ([]byte, error)) ([]byte, error) { return f() }

var mkg = twilio.NewAccessToken

func noGrantByVariable(a, k, s, name string) ([]byte, error) {
	return mkg(a, k, s).SetIdentity(name).ToJWT() // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
}

// the function that signs is called by a variable

func signer(c *twilioclient.Capability) (string, error) { return c.GenerateToken(time.Hour) }

func makesForSigner(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: [a-z-]+( \(.*\))?$`
	c.AllowClientIncoming(name)
	sign := signer
	return sign(c)
}
