package spaces2

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="a  b", incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming("a  b")
	return c.GenerateToken(time.Hour)
}
