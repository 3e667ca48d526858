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
	p := &Phone{Capability: twilioclient.NewCapability(sid, token), name: name} // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), identity=\?, outgoingApplicationSid="AP1"; authToken=token: do not use; no fix: unresolved( \(.*\))?$`
	p.Capability.AllowClientOutgoing("AP1", nil)
	return p
}
func f(sid, token, name string) (string, error) {
	p := newPhone(sid, token, name)
	p.AllowClientIncoming(name)
	return p.GenerateToken(time.Hour)
}
