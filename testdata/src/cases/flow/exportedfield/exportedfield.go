package exportedfield

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"time"
)

type Config struct {
	Name string
	TTL  time.Duration
}

func (c *Config) Reset() { c.Name = ""; c.TTL = 0 }
func F(cfg Config, sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=cfg\.TTL, identity=cfg\.Name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(cfg.Name)
	return c.GenerateToken(cfg.TTL)
}
