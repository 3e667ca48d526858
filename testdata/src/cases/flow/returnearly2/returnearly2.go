package returnearly2

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func allow(c *twilioclient.Capability, name string) {
	if name == "" {
		return
	}
	c.AllowClientIncoming(name)
}
func f(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=token: do not use; no fix: conditional( \(.*\))?$`
	c.AllowClientOutgoing("AP1", nil)
	allow(c, name)
	return c.GenerateToken(time.Hour)
}
