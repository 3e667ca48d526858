package kevinburke

import (
	"strings"
	"time"

	client "github.com/kevinburke/twilio-go/v2/twilioclient"
)

type voiceConfig struct {
	AccountSID string
	AuthToken  string
	AppSID     string
	TTL        time.Duration
	Minutes    int
}

const shift = 8 * time.Hour

func ttlTenMinutes(cfg voiceConfig, name string) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=10 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(10 * time.Minute)
}

func ttlConstant(cfg *voiceConfig, name string) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=shift, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(shift)
}

func ttlField(cfg *voiceConfig, name string) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=cfg\.TTL, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(cfg.TTL)
}

func ttlComputed(cfg *voiceConfig, name string) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Duration\(cfg\.Minutes\) ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(time.Duration(cfg.Minutes) * time.Minute)
}

func ttlParameter(sid, tok, name string, validity time.Duration) (jwt string, err error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=validity, identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	jwt, err = cap.GenerateToken(validity)
	return
}

func ttlLocal(sid, tok, name string) (string, error) {
	lifetime := 45 * time.Minute
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=lifetime, identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(lifetime)
}

func ttlUntil(sid, tok, name string, end time.Time) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(end\), identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(time.Until(end))
}

func ttlWholeDay(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=24 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(24 * time.Hour)
}

func ttlTwoDays(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=48 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-over-24h( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(48 * time.Hour)
}

func ttlJustTooLong(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=24 ?\* ?time\.Hour ?\+ ?time\.Second, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-over-24h( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(24*time.Hour + time.Second)
}

// meant as seconds, means nanoseconds
func ttlBareInteger(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-expired( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(3600)
}

func ttlZero(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=0, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-expired( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(0)
}

func ttlNegative(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=-time\.Minute, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-expired( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(-time.Minute)
}

const tokenSeconds = 7200

func ttlUntypedConstant(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=tokenSeconds, identity=name, incomingAllow=true; authToken=tok: do not use; no fix: ttl-expired( \(.*\))?$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(tokenSeconds)
}

func ttlNinetySeconds(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=90 ?\* ?time\.Second, identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(90 * time.Second)
}

func ttlExactlyOneSecond(sid, tok, name string) (string, error) {
	cap := client.NewCapability(sid, tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Second, identity=name, incomingAllow=true; authToken=tok: do not use$`
	cap.AllowClientIncoming(name)
	return cap.GenerateToken(time.Second)
}

type person struct{ FirstName, LastName string }

// identity is a long expression
func longName(cfg voiceConfig, user person) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=cfg\.TTL, identity=strings\.ToLower\(user\.FirstName ?\+ ?"_" ?\+ ?u…, incomingAllow=true, outgoingApplicationSid=cfg\.AppSID; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming(strings.ToLower(user.FirstName + "_" + user.LastName))
	cap.AllowClientOutgoing(cfg.AppSID, nil)
	return cap.GenerateToken(cfg.TTL)
}

// a sum of parts
func joinedName(cfg voiceConfig, id string) (string, error) {
	cap := client.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=cfg\.TTL, identity="agent_" ?\+ ?id, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
	cap.AllowClientIncoming("agent_" + id)
	return cap.GenerateToken(cfg.TTL)
}
