package scanned

import (
	"bufio"
	"fmt"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

func f(sid, token string, r *bufio.Reader) (string, error) {
	var name string
	if _, err := fmt.Fscan(r, &name); err != nil {
		return "", err
	}
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}
