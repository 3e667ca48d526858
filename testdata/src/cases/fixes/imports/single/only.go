package single

import "github.com/kevinburke/twilio-go/v2/twilioclient"

// the only import goes, and others come
func Only(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(3600e9)
}
