// Package secretkeys has a client that is told to use an API key, and tokens with its secret.
package secretkeys

import (
	"time"

	"github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/token"
)

func phone(account, key, secret, user string) (string, error) {
	rest := twilio.NewClient(account, secret, nil)
	rest.UseSecretKey(key)
	t := token.New(account, key, secret, user, time.Hour)
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}
