package jsonptr

import (
	"encoding/json"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type conf struct {
	TTL            time.Duration
	Sid, Tok, Name string
}

func load(b []byte) (*conf, error) {
	c := &conf{TTL: time.Hour}
	return c, json.Unmarshal(b, c)
}
func f(b []byte) (string, error) {
	c, err := load(b)
	if err != nil {
		return "", err
	}
	k := twilioclient.NewCapability(c.Sid, c.Tok) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=c\.Sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=c\.TTL, identity=c\.Name, incomingAllow=true; authToken=c\.Tok: do not use$`
	k.AllowClientIncoming(c.Name)
	return k.GenerateToken(c.TTL)
}
