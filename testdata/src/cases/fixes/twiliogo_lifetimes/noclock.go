package lifetimes

import "github.com/kevinburke/twilio-go/v2/twilioclient"

// a lifetime that needs the clock, in a file that has none
func noClock(c config, user string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user)
	return cp.GenerateToken(c.ttl)
}

// a lifetime that needs the clock, where a parameter hides it
func hiddenClock(c config, user, time string) (string, error) {
	cp := twilioclient.NewCapability(c.sid, c.secret) // want "do not use$"
	cp.AllowClientIncoming(user + time)
	return cp.GenerateToken(c.ttl)
}
