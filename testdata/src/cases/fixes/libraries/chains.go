package libraries

import (
	"time"

	"github.com/xaviiic/twilioGo"
)

// a chain that yields bytes, and lives for an hour unless told otherwise
func chained(cfg config, user string) ([]byte, error) {
	return twilio.NewCapability(cfg.sid, cfg.secret).AllowClientIncoming(user).ToJWT() // want "do not use$"
}

// a chain over lines, with comments between its links
func chainedLines(cfg config, user string) (string, error) {
	b, err := twilio.NewCapability(cfg.sid, cfg.secret). // want "do not use$"
								AllowClientIncoming(user). // takes calls
		// makes calls
		AllowClientOutgoing(cfg.app, map[string]string{"a": "b"}).
		SetTTL(20 * time.Minute).
		ToJWT()
	if err != nil {
		return "", err
	}
	return string(b), nil
}

// two names give two scopes here
func chainedTwoNames(cfg config, a, b string) ([]byte, error) {
	return twilio.NewCapability(cfg.sid, cfg.secret).AllowClientIncoming(a).AllowClientIncoming(b).ToJWT() // want "no fix: identity-conflict( \\(.*\\))?$"
}
