package kevinburke

import (
	"time"

	. "github.com/saintpete/twilio-go/twilioclient"
)

const (
	demoSid   = "AC00000000000000000000000000000001"
	demoToken = "0123456789abcdef0123456789abcdef"
	demoApp   = "AP00000000000000000000000000000001"
)

func dotImported() (string, error) {
	c := NewCapability(demoSid, demoToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=demoSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="jenny", incomingAllow=true, outgoingApplicationSid=demoApp; authToken=demoToken: do not use$`
	c.AllowClientIncoming("jenny")
	c.AllowClientOutgoing(demoApp, nil)
	return c.GenerateToken(time.Hour)
}

func dotVar(name string) (string, error) {
	var capability *Capability = NewCapability("AC123", "secret") // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid="AC123", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Minute ?\* ?30, identity=name, incomingAllow=true; authToken="secret": do not use$`
	capability.AllowClientIncoming(name)
	return capability.GenerateToken(time.Minute * 30)
}
