package defer1

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token, app string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=app; authToken=token: do not use; no fix: identity-missing( \(.*\))?$`
	c.AllowClientOutgoing(app, nil)
	defer c.AllowClientIncoming("late")
	return c.GenerateToken(time.Hour)
}
