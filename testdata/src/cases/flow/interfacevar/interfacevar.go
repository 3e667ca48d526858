package interfacevar

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type minter interface{ AllowClientIncoming(string) }

func f(sid, token, name, app string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use; no fix: shape( \(.*\))?$`
	c.AllowClientOutgoing(app, nil)
	var m minter = c
	m.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}
