// Package gotwilio makes Access Tokens with a method of the REST client, and sets their fields.
package gotwilio

import (
	"os"
	"time"

	"github.com/sfreiberg/gotwilio"
)

func right(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(gotwilio.VoiceGrant{Incoming: gotwilio.VoiceGrantIncoming{Allow: true}})
	return t.ToJWT()
}

// --- credentials

func authToken(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.APIKeySecret = os.Getenv("TWILIO_AUTH_TOKEN") // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func apiSecret(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.APIKeySecret = os.Getenv("TWILIO_API_SECRET")
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func authTokenMaybe(c *gotwilio.Twilio, name string, old bool) (string, error) {
	t := c.NewAccessToken()
	if old {
		t.APIKeySecret = os.Getenv("TWILIO_AUTH_TOKEN")
	}
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

// the client's fields are the token's
func authTokenClient(account, key, name string) (string, error) {
	c := &gotwilio.Twilio{AccountSid: account, APIKeySid: key, APIKeySecret: os.Getenv("TWILIO_AUTH_TOKEN")} // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

// the client has it where it belongs
func authTokenRest(account, key, secret, name string) (string, error) {
	c := &gotwilio.Twilio{AccountSid: account, AuthToken: os.Getenv("TWILIO_AUTH_TOKEN"), APIKeySid: key, APIKeySecret: secret}
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func withKey(account, key, secret, name string) (string, error) {
	c := gotwilio.NewTwilioClient(account, os.Getenv("TWILIO_AUTH_TOKEN")).WithAPIKey(key, secret)
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func oneSid(c *gotwilio.Twilio, sid, name string) (string, error) {
	t := c.NewAccessToken()
	t.AccountSid = sid
	t.APIKeySid = sid // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken has one SID for its account SID, and for the SID of its API key: sid; Twilio answers 20103$`
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func twoSids(c *gotwilio.Twilio, sid, key, name string) (string, error) {
	t := c.NewAccessToken()
	t.AccountSid = sid
	t.APIKeySid = key
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func accountForKey(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.APIKeySid = os.Getenv("TWILIO_ACCOUNT_SID") // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken has an account SID for the SID of its API key: os\.Getenv\("TWILIO_ACCOUNT_SID"\); Twilio answers 20103$`
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func keyForKey(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.APIKeySid = os.Getenv("TWILIO_API_KEY")
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

// --- lifetimes

func never(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken never gets ExpiresAt: it has expired when it is made; Twilio answers 20104$`
	t.Identity = name
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func maybe(c *gotwilio.Twilio, name string, ttl time.Duration) (string, error) {
	t := c.NewAccessToken()
	if ttl > 0 {
		t.ExpiresAt = time.Now().Add(ttl)
	}
	t.Identity = name
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func tooLate(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken never gets ExpiresAt: it has expired when it is made; Twilio answers 20104$`
	t.Identity = name
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	text, err := t.ToJWT()
	t.ExpiresAt = time.Now().Add(time.Hour)
	return text, err
}

func byOthers(c *gotwilio.Twilio, name string, expire func(*gotwilio.AccessToken)) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	expire(t)
	return t.ToJWT()
}

func expire(t *gotwilio.AccessToken, ttl time.Duration) { t.ExpiresAt = time.Now().Add(ttl) }

func byHelper(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	expire(t, time.Hour)
	return t.ToJWT()
}

func twoDays(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(48 * time.Hour) // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken lives for 48h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func aDay(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(24 * time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func atOnce(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken has expired when it is made: it lives for 0s; Twilio answers 20104$`
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

func atInstant(c *gotwilio.Twilio, name string, until time.Time) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = until
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

// --- identities

func nobody(c *gotwilio.Twilio) (string, error) {
	t := c.NewAccessToken() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(gotwilio.VoiceGrant{Incoming: gotwilio.VoiceGrantIncoming{Allow: true}})
	return t.ToJWT()
}

func nobodyMaybe(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.ExpiresAt = time.Now().Add(time.Hour)
	if name != "" {
		t.Identity = name
	}
	t.AddGrant(gotwilio.VoiceGrant{Incoming: gotwilio.VoiceGrantIncoming{Allow: true}})
	return t.ToJWT()
}

// a grant of the program's own
type chat struct{}

func (chat) GrantName() string { return "task_router" }

func nobodyOwn(c *gotwilio.Twilio) (string, error) {
	t := c.NewAccessToken()
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(chat{})
	return t.ToJWT()
}

func email(c *gotwilio.Twilio) (string, error) {
	t := c.NewAccessToken() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.Identity = "alice@example.com"
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(gotwilio.VoiceGrant{Incoming: gotwilio.VoiceGrantIncoming{Allow: true}})
	return t.ToJWT()
}

func emailVideo(c *gotwilio.Twilio) (string, error) {
	t := c.NewAccessToken()
	t.Identity = "alice@example.com"
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.AddGrant(&gotwilio.VideoGrant{Room: "lobby"})
	return t.ToJWT()
}

// --- grants

func grantless(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken() // want `^access token made by \(\*gotwilio\.Twilio\)\.NewAccessToken is signed without a grant; Twilio answers 20106$`
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	return t.ToJWT()
}

func grantedMaybe(c *gotwilio.Twilio, name string, phone bool) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	if phone {
		t.AddGrant(gotwilio.VoiceGrant{})
	}
	return t.ToJWT()
}

func grantedInList(c *gotwilio.Twilio, name string) (string, error) {
	t := c.NewAccessToken()
	t.Identity = name
	t.ExpiresAt = time.Now().Add(time.Hour)
	t.Grants = []gotwilio.Grant{&gotwilio.VideoGrant{Room: "lobby"}}
	return t.ToJWT()
}

// --- what has the shape of a token and is made without the client

func literal(account, key, secret string) (string, error) {
	t := &gotwilio.AccessToken{AccountSid: account, APIKeySid: key, APIKeySecret: secret, Identity: "alice", ExpiresAt: time.Now().Add(time.Hour)}
	t.AddGrant(gotwilio.VoiceGrant{})
	return t.ToJWT()
}
