package spreadargs

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"os"
	"time"
)

func creds() (string, string)          { return os.Getenv("SID"), os.Getenv("TOK") }
func out() (string, map[string]string) { return "AP1", map[string]string{"a": "b"} }
func f(name string) (string, error) {
	c := twilioclient.NewCapability(creds()) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=os\.Getenv\("SID"\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1", outgoingApplicationParams=map\[string\]string\{"a": "b"\}; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(out())
	return c.GenerateToken(time.Hour)
}
