// Package rest2013 makes tokens with the method of the REST client.
package rest2013

import (
	"time"

	"github.com/oldowner/twilio-go/twilio"
)

func fresh(sid, tok, user, app string) (string, error) {
	client := twilio.NewClient(sid, tok, nil)
	c := client.NewCapability() // want `capability token made by \(\*twilio\.Client\)\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use$`
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

func freshDirect(sid, tok, user string) (string, error) {
	c := twilio.NewClient(sid, tok, nil).NewCapability() // want `capability token made by \(\*twilio\.Client\)\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=tok: do not use$`
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the credentials stay inside the client
func given(client *twilio.Client, user string) (string, error) {
	c := client.NewCapability() // want `capability token made by \(\*twilio\.Client\)\.NewCapability; access token parameters: accountSid=\?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

type handler struct {
	rest *twilio.Client
	app  string
}

func (h *handler) token(user string, d time.Duration) (string, error) {
	capability := h.rest.NewCapability() // want `capability token made by \(\*twilio\.Client\)\.NewCapability; access token parameters: accountSid=\?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=user, incomingAllow=true, outgoingApplicationSid=h\.app, outgoingApplicationParams=map\[string\]string\{"from": user\}; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	capability.AllowClientOutgoing(h.app, map[string]string{"from": user})
	capability.AllowClientIncoming(user)
	return capability.GenerateToken(d)
}

func (h *handler) nameless() (string, error) {
	capability := h.rest.NewCapability() // want `capability token made by \(\*twilio\.Client\)\.NewCapability; access token parameters: accountSid=\?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=h\.app; authToken=\?: do not use; no fix: identity-missing( \(.*\))?$`
	capability.AllowClientOutgoing(h.app, nil)
	return capability.GenerateToken(time.Hour)
}

// making a client is no token
func restOnly(sid, tok string) *twilio.Client {
	return twilio.NewClient(sid, tok, nil)
}
