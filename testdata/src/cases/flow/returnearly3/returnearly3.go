package returnearly3

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token, name string, ok bool) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=token: do not use; no fix: conditional( \(.*\))?$`
	c.AllowClientOutgoing("AP1", nil)
	func() {
		if !ok {
			return
		}
		c.AllowClientIncoming(name)
	}()
	return c.GenerateToken(time.Hour)
}
