package gotoback

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token, name string, n int) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: several-tokens \(also conditional\)$`
loop:
	if n > 0 {
		tok, err := c.GenerateToken(time.Hour)
		if err == nil {
			return tok, nil
		}
	}
	c.AllowClientIncoming(name)
	n++
	goto loop
}
