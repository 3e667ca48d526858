// Package tmc makes tokens from a struct of fields.
package tmc

import (
	"fmt"
	"time"

	"github.com/tmc/twilio"
)

type settings struct {
	Sid, Token, App string
}

func literal(s settings, name string) (string, error) {
	return twilio.Generate(twilio.Capabilities{ // want `capability token made by twilio\.Generate; access token parameters: accountSid=s\.Sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=s\.App; authToken=s\.Token: do not use$`
		AccountSid:          s.Sid,
		AuthToken:           s.Token,
		AllowClientIncoming: name,
		AllowClientOutgoing: s.App,
	}, time.Hour)
}

func incoming(s settings, name string) (string, error) {
	caps := twilio.Capabilities{AccountSid: s.Sid, AuthToken: s.Token, AllowClientIncoming: name}
	return twilio.Generate(caps, 15*time.Minute) // want `capability token made by twilio\.Generate; access token parameters: accountSid=s\.Sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=15 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=s\.Token: do not use$`
}

func byAssignment(s settings, id int) (string, error) {
	var c twilio.Capabilities
	c.AccountSid = s.Sid
	c.AuthToken = s.Token
	c.AllowClientIncoming = fmt.Sprint("user", id)
	c.AllowClientOutgoing = s.App
	tok, err := twilio.Generate(c, time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=s\.Sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=fmt\.Sprint\("user", id\), incomingAllow=true, outgoingApplicationSid=s\.App; authToken=s\.Token: do not use$`
	if err != nil {
		return "", fmt.Errorf("generate: %w", err)
	}
	return tok, nil
}

func outgoing(s settings) (string, error) {
	return twilio.Generate(twilio.Capabilities{AccountSid: s.Sid, AuthToken: s.Token, AllowClientOutgoing: s.App}, time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=s\.Sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=s\.App; authToken=s\.Token: do not use; no fix: identity-missing( \(.*\))?$`
}

func positional(sid, tok, who, app string, d time.Duration) (string, error) {
	return twilio.Generate(twilio.Capabilities{sid, tok, who, app}, d) // want `capability token made by twilio\.Generate; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=who, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use$`
}

func emptyFields(sid, tok, who string) (string, error) {
	return twilio.Generate(twilio.Capabilities{AccountSid: sid, AuthToken: tok, AllowClientIncoming: who, AllowClientOutgoing: ""}, time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=who, incomingAllow=true; authToken=tok: do not use$`
}

func nothing(sid, tok string) (string, error) {
	return twilio.Generate(twilio.Capabilities{AccountSid: sid, AuthToken: tok}, time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour(, identity=\(required\))?; authToken=tok: do not use; no fix: (identity-missing|no-scope)( \(.*\))?$`
}

func fieldUnderIf(sid, tok, who, app string, dial bool) (string, error) {
	c := twilio.Capabilities{AccountSid: sid, AuthToken: tok, AllowClientIncoming: who}
	if dial {
		c.AllowClientOutgoing = app
	}
	return twilio.Generate(c, time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=who, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use; no fix: conditional( \(.*\))?$`
}

// the whole struct comes from outside
func given(c twilio.Capabilities, d time.Duration) (string, error) {
	return twilio.Generate(c, d) // want `capability token made by twilio\.Generate; access token parameters: accountSid=(\?|c\.AccountSid), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d(, identity=(\?|c\.AllowClientIncoming))?(, incomingAllow=true)?(, outgoingApplicationSid=(\?|c\.AllowClientOutgoing))?; authToken=(\?|c\.AuthToken): do not use; no fix: [a-z0-9-]+( \(.*\))?$`
}

func tooLong(sid, tok, who string) (string, error) {
	return twilio.Generate(twilio.Capabilities{AccountSid: sid, AuthToken: tok, AllowClientIncoming: who}, 30*24*time.Hour) // want `capability token made by twilio\.Generate; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=30 ?\* ?24 ?\* ?time\.Hour, identity=who, incomingAllow=true; authToken=tok: do not use; no fix: ttl-over-24h( \(.*\))?$`
}
