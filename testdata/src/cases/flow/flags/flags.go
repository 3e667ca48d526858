package flags

import (
	"flag"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

var name string
var ttl time.Duration

func init() {
	flag.StringVar(&name, "name", "", "")
	flag.DurationVar(&ttl, "ttl", time.Hour, "")
}
func f(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(ttl)
}
