// Package kevinburke holds tokens made with the twilioclient package.
package kevinburke

import (
	"net/http"
	"os"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// incoming calls only
func incomingOnly(accountSid, authToken, client string) (string, error) {
	capability := twilioclient.NewCapability(accountSid, authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=client, incomingAllow=true; authToken=authToken: do not use$`
	capability.AllowClientIncoming(client)
	return capability.GenerateToken(time.Hour)
}

// outgoing calls without a name
func outgoingNameless(sid, token, app string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 ?\* ?time\.Hour, identity=\(required\), outgoingApplicationSid=app; authToken=token: do not use; no fix: identity-missing( \(.*\))?$`
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(8 * time.Hour)
}

// both directions, the name is copied to the outgoing scope
func bothWays(w http.ResponseWriter, r *http.Request) {
	var (
		sid   = os.Getenv("TWILIO_ACCOUNT_SID")
		token = os.Getenv("TWILIO_AUTH_TOKEN")
	)
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=r\.FormValue\("client"\), incomingAllow=true, outgoingApplicationSid=os\.Getenv\("TWIML_APP_SID"\); authToken=token: do not use$`
	c.AllowClientIncoming(r.FormValue("client"))
	c.AllowClientOutgoing(os.Getenv("TWIML_APP_SID"), nil)
	jwt, err := c.GenerateToken(time.Hour)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/jwt")
	w.Write([]byte(jwt))
}

// the order of the calls makes no difference
func outgoingFirst(sid, token, app, who string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=who, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use$`
	c.AllowClientOutgoing(app, nil)
	c.AllowClientIncoming(who)
	return c.GenerateToken(time.Hour)
}

// the second name replaces the first
func lastNameWins(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="bob", incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming("alice")
	c.AllowClientIncoming("bob")
	return c.GenerateToken(time.Hour)
}

// the second application replaces the first, too
func lastAppWins(sid, token, sales, support, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=support; authToken=token: do not use$`
	c.AllowClientOutgoing(sales, nil)
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(support, nil)
	return c.GenerateToken(time.Hour)
}

func emptyName(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(""|\(required\)), incomingAllow=true; authToken=token: do not use; no fix: identity-missing( \(.*\))?$`
	c.AllowClientIncoming("")
	return c.GenerateToken(time.Hour)
}

const nobody = ""

func emptyConstantName(sid, token, app string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(nobody|""|\(required\)), incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use; no fix: identity-missing( \(.*\))?$`
	c.AllowClientIncoming(nobody)
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

func paramsNilVariable(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, map[string]string(nil))
	return c.GenerateToken(time.Hour)
}

func paramsEmpty(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app(, outgoingApplicationParams=map\[string\]string\{\})?; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, map[string]string{})
	return c.GenerateToken(time.Hour)
}

func paramsLiteral(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"foo": "bar"\}; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, map[string]string{"foo": "bar"})
	return c.GenerateToken(time.Hour)
}

func paramsLongLiteral(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"queue": name, "campai…; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, map[string]string{"queue": name, "campaign": "summer"})
	return c.GenerateToken(time.Hour)
}

func paramsVariable(sid, token, app, name string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=params; authToken=token: do not use$`
	c.AllowClientOutgoing(app, params)
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func paramsLocal(sid, token, app, name string) (string, error) {
	extra := make(map[string]string)
	extra["agent"] = name
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=extra; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, extra)
	return c.GenerateToken(time.Hour)
}

func callParams(n int) map[string]string { return map[string]string{"n": string(rune('0' + n))} }

func paramsCall(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=callParams\(4\); authToken=token: do not use$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, callParams(4))
	return c.GenerateToken(time.Hour)
}

func eventsOnly(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour(, identity=\(required\))?; authToken=token: do not use; no fix: (identity-missing|event-stream)( \(.*\))?$`
	c.AllowEventStream(nil)
	return c.GenerateToken(time.Hour)
}

func eventsAndCalls(sid, token, app, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use; no fix: event-stream( \(.*\))?$`
	c.AllowEventStream(map[string]string{"type": "call"})
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}

func nothingAllowed(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour(, identity=\(required\))?; authToken=token: do not use; no fix: (identity-missing|no-scope)( \(.*\))?$`
	return c.GenerateToken(time.Hour)
}

func twoTokensOneObject(sid, token, name string) ([]string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: several-tokens( \(.*\))?$`
	c.AllowClientIncoming(name)
	first, err := c.GenerateToken(time.Hour)
	if err != nil {
		return nil, err
	}
	second, err := c.GenerateToken(time.Hour)
	return []string{first, second}, err
}

func neverGenerated(sid, token, name string) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, ttl=(\?|\(required\)))?, identity=name, incomingAllow=true; authToken=token: do not use; no fix: not-generated( \(.*\))?$`
	c.AllowClientIncoming(name)
}

func dropped(sid, token string) {
	_ = twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, ttl=(\?|\(required\)))?(, identity=\(required\))?; authToken=token: do not use; no fix: (identity-missing|no-scope|not-generated)( \(.*\))?$`
}
