// Package xaviiic makes Access Tokens in chains of calls.
package xaviiic

import (
	"os"
	"time"

	"github.com/xaviiic/twilioGo"
)

func voice() *twilio.VoiceGrant { return twilio.NewVoiceGrant("AP1", "", "", true, nil) }

func right(account, key, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity(name).SetTTL(time.Hour).
		AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

// --- credentials

func authToken(account, key, name string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, os.Getenv("TWILIO_AUTH_TOKEN")). // want `^access token made by twilio\.NewAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
											SetIdentity(name).AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func apiSecret(account, key, name string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, os.Getenv("TWILIO_API_SECRET")).
		SetIdentity(name).AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func oneSid(sid, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(sid, sid, secret). // want `^access token made by twilio\.NewAccessToken has one SID for its account SID, and for the SID of its API key: sid; Twilio answers 20103$`
							SetIdentity(name).AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func swapped(secret, name string) ([]byte, error) {
	return twilio.NewAccessToken("SK00000000000000000000000000000001", "AC00000000000000000000000000000001", secret). // want `^access token made by twilio\.NewAccessToken has its account SID and the SID of its API key swapped; Twilio answers 20103$`
																SetIdentity(name).AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func inOrder(secret, name string) ([]byte, error) {
	return twilio.NewAccessToken("AC00000000000000000000000000000001", "SK00000000000000000000000000000001", secret).
		SetIdentity(name).AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

// --- lifetimes

// the default is an hour
func byDefault(account, key, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity(name).
		AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func aDay(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	t.SetTTL(24 * time.Hour)
	return t.ToJWT()
}

func twoDays(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	t.SetTTL(48 * time.Hour) // want `^access token made by twilio\.NewAccessToken lives for 48h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
	return t.ToJWT()
}

// the last one counts
func twoDaysReplaced(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	t.SetTTL(48 * time.Hour)
	t.SetTTL(time.Hour)
	return t.ToJWT()
}

func twoDaysMaybe(account, key, secret, name string, long bool) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	if long {
		t.SetTTL(48 * time.Hour)
	}
	return t.ToJWT()
}

func nanoseconds(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	t.SetTTL(3600) // want `^access token made by twilio\.NewAccessToken has expired when it is made: it lives for 3\.6µs; Twilio answers 20104$`
	return t.ToJWT()
}

func ofCaller(account, key, secret, name string, ttl time.Duration) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name).AddGrant(voice())
	t.SetTTL(ttl)
	return t.ToJWT()
}

// --- identities

func nobody(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret). // want `^access token made by twilio\.NewAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
								AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func empty(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity(""). // want `^access token made by twilio\.NewAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
										AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func someone(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice").
		AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

func later(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret)
	t.AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil))
	t.SetIdentity(name)
	return t.ToJWT()
}

func laterMaybe(account, key, secret, name string) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret)
	t.AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil))
	if name != "" {
		t.SetIdentity(name)
	}
	return t.ToJWT()
}

func byOthers(account, key, secret string, name func(*twilio.AccessToken)) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret)
	t.AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil))
	name(t)
	return t.ToJWT()
}

func email(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice@example.com"). // want `^access token made by twilio\.NewAccessToken has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
												AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil)).ToJWT()
}

// a grant of the program's own
type chat struct{ Service string }

func (c chat) Key() string { return "chat" }

func emailOwn(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice@example.com").AddGrant(chat{"IS1"}).ToJWT()
}

func nobodyOwn(account, key, secret string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).AddGrant(chat{"IS1"}).ToJWT()
}

// --- grants

func grantless(account, key, secret, name string) ([]byte, error) {
	return twilio.NewAccessToken(account, key, secret).SetIdentity(name).ToJWT() // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
}

func granted(account, key, secret, name string, phone bool) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name)
	if phone {
		t.AddGrant(twilio.NewVoiceGrant("AP1", "", "", true, nil))
	}
	return t.ToJWT()
}

func grantedByOthers(account, key, secret, name string, grant func(*twilio.AccessToken)) ([]byte, error) {
	t := twilio.NewAccessToken(account, key, secret).SetIdentity(name)
	grant(t)
	return t.ToJWT()
}
