package methodvalue

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token, name, app string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use; no fix: shape( \(.*\))?$`
	allow := c.AllowClientIncoming
	allow(name)
	c.AllowClientOutgoing(app, nil)
	return c.GenerateToken(time.Hour)
}
