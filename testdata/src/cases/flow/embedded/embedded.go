package embedded

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type Phone struct {
	*twilioclient.Capability
	name string
}

func newPhone(sid, token, name string) *Phone {
	p := &Phone{Capability: twilioclient.NewCapability(sid, token), name: name} // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=token: do not use; no fix: across-functions( \(.*\))?$`
	p.Capability.AllowClientOutgoing("AP1", nil)
	return p
}
func f(sid, token, name string) (string, error) {
	p := newPhone(sid, token, name)
	p.AllowClientIncoming(name)
	return p.GenerateToken(time.Hour)
}
