package optionfuncs

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type option func(*twilioclient.Capability)

func incoming(name string) option {
	return func(c *twilioclient.Capability) { c.AllowClientIncoming(name) }
}
func mint(sid, token, app string, opts ...option) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\?, outgoingApplicationSid=app; authToken=token: do not use; no fix: unresolved( \(.*\))?$`
	c.AllowClientOutgoing(app, nil)
	for _, o := range opts {
		o(c)
	}
	return c.GenerateToken(time.Hour)
}
func f(sid, token, app, name string) (string, error) { return mint(sid, token, app, incoming(name)) }
