package typeswitch2

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token string, id any) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=v, incomingAllow=true; authToken=token: do not use$`
	switch v := id.(type) {
	case string:
		c.AllowClientIncoming(v)
		return c.GenerateToken(time.Hour)
	}
	return "", nil
}
