package libraries

import (
	"time"

	"github.com/tmc/twilio"
)

// all values are fields of a literal
func fields(cfg config, user string) (string, error) {
	return twilio.Generate(twilio.Capabilities{ // want "do not use$"
		AccountSid:          cfg.sid,
		AuthToken:           cfg.secret,
		AllowClientIncoming: user,
		AllowClientOutgoing: cfg.app,
	}, time.Hour)
}

// the literal has a variable
func fieldsVariable(cfg config, user string) (string, error) {
	caps := twilio.Capabilities{AccountSid: cfg.sid, AuthToken: cfg.secret, AllowClientIncoming: user}
	return twilio.Generate(caps, 15*time.Minute) // want "do not use$"
}
