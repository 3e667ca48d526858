// Package clients has a client that uses the account, and tokens signed with the same secret.
package clients

import (
	"time"

	"github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/token"
)

func phone(account, key, secret, user string) (string, error) {
	rest := twilio.NewClient(account, secret, nil)
	_ = rest
	t := token.New(account, key, secret, user, time.Hour) // want `access token made by token\.New is signed with the account's auth token \(secret \(handed to twilio\.NewClient\) → secret\)`
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}
