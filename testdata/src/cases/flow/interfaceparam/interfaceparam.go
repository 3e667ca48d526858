package interfaceparam

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type minter interface {
	AllowClientIncoming(string)
	GenerateToken(time.Duration) (string, error)
}

func mint(m minter, name string) (string, error) {
	m.AllowClientIncoming(name)
	return m.GenerateToken(time.Hour)
}
func f(sid, token, name string) (string, error) {
	return mint(twilioclient.NewCapability(sid, token), name) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use; no fix: across-functions( \(.*\))?$`
}
