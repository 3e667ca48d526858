// Package xaviiic makes tokens with the chaining library.
package xaviiic

import (
	"net/http"
	"os"
	"time"

	"github.com/xaviiic/twilioGo"
)

type account struct {
	sid, secret string
}

func chain(a account, name string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).AllowClientIncoming(name).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true; authToken=a\.secret: do not use$`
}

func chainLines(a account, name, app string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret). // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=20 ?\* ?time\.Minute, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"k": "v"\}; authToken=a\.secret: do not use$`
							AllowClientOutgoing(app, map[string]string{"k": "v"}).
							AllowClientIncoming(name).
							SetTTL(20 * time.Minute).
							ToJWT()
}

func steps(w http.ResponseWriter, r *http.Request) {
	c := twilio.NewCapability(os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_AUTH_TOKEN")) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=os\.Getenv\("TWILIO_ACCOUNT_SID"\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 ?\* ?time\.Hour, identity=r\.URL\.Query\(\)\.Get\("id"\), incomingAllow=true; authToken=os\.Getenv\("TWILIO_AUTH_TOKEN"\): do not use$`
	c.SetTTL(8 * time.Hour)
	c.AllowClientIncoming(r.URL.Query().Get("id"))
	jwt, err := c.ToJWT()
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Write(jwt)
}

func mixed(a account, name, app string) (string, error) {
	capability := twilio.NewCapability(a.sid, a.secret).SetTTL(time.Hour) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=a\.secret: do not use$`
	capability.AllowClientIncoming(name).AllowClientOutgoing(app, nil)
	b, err := capability.ToJWT()
	return string(b), err
}

func reassigned(a account, name, app string) (string, error) {
	capability := twilio.NewCapability(a.sid, a.secret) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=a\.secret: do not use$`
	capability = capability.AllowClientIncoming(name)
	capability = capability.AllowClientOutgoing(app, nil)
	b, err := capability.ToJWT()
	if err != nil {
		return "", err
	}
	return string(b), nil
}

func twoNames(a account, first, second string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).AllowClientIncoming(first).AllowClientIncoming(second).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=first \| second \(conflict\), incomingAllow=true; authToken=a\.secret: do not use; no fix: identity-conflict( \(.*\))?$`
}

func twoConstantNames(a account) ([]byte, error) {
	c := twilio.NewCapability(a.sid, a.secret) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="front" \| "back" \(conflict\), incomingAllow=true; authToken=a\.secret: do not use; no fix: identity-conflict( \(.*\))?$`
	c.AllowClientIncoming("front")
	c.AllowClientIncoming("back")
	return c.SetTTL(time.Hour).ToJWT()
}

func sameNameTwice(a account, name string) ([]byte, error) {
	c := twilio.NewCapability(a.sid, a.secret) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true; authToken=a\.secret: do not use(; no fix: (identity-conflict)( \(.*\))?)?$`
	c.AllowClientIncoming(name)
	c.AllowClientIncoming(name)
	return c.ToJWT()
}

func outgoing(a account, app string, params map[string]string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).AllowClientOutgoing(app, params).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=\(required\), outgoingApplicationSid=app, outgoingApplicationParams=params; authToken=a\.secret: do not use; no fix: identity-missing( \(.*\))?$`
}

func events(a account, name string) ([]byte, error) {
	c := twilio.NewCapability(a.sid, a.secret) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true; authToken=a\.secret: do not use; no fix: event-stream( \(.*\))?$`
	c.AllowEventStream("")
	c.AllowClientIncoming(name)
	return c.ToJWT()
}

func tooLong(a account, name string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).AllowClientIncoming(name).SetTTL(72 * time.Hour).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=72 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=a\.secret: do not use; no fix: ttl-over-24h( \(.*\))?$`
}

func lastTTL(a account, name string) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).SetTTL(time.Minute).AllowClientIncoming(name).SetTTL(time.Hour).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=a\.secret: do not use$`
}

func unused(a account, name string) {
	twilio.NewCapability(a.sid, a.secret).AllowClientIncoming(name) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true; authToken=a\.secret: do not use; no fix: not-generated( \(.*\))?$`
}

func sometimes(a account, name, app string, canDial bool) ([]byte, error) {
	c := twilio.NewCapability(a.sid, a.secret).AllowClientIncoming(name) // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=a\.secret: do not use; no fix: conditional( \(.*\))?$`
	if canDial {
		c.AllowClientOutgoing(app, nil)
	}
	return c.ToJWT()
}

func nothing(a account) ([]byte, error) {
	return twilio.NewCapability(a.sid, a.secret).ToJWT() // want `capability token made by twilio\.NewCapability; access token parameters: accountSid=a\.sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, identity=\(required\))?; authToken=a\.secret: do not use; no fix: (identity-missing|no-scope)( \(.*\))?$`
}
