// Package raised makes Access Tokens whose lifetimes the library raises.
package raised

import (
	"time"

	"github.com/twilio/twilio-go/client/jwt"
)

const (
	tenMinutes = 600
	quarter    = 15 * time.Minute
)

func aligned(account, key, secret, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    account,
		SigningKeySid: key,
		Secret:        secret,
		Identity:      name,
		Ttl:           600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}

// the comments stay
func commented(account, key, secret, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    account,
		SigningKeySid: key,
		Secret:        secret,
		Identity:      name,
		// Short, so that a token that is stolen is soon of no use.
		Ttl: 600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}

// the comments around the value stay
func commentedBeside(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		/* ten minutes */ Ttl: 600, /* seconds */ // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func oneLine(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: tenMinutes}) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func first(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Ttl:      300, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 5m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
		Identity: name,
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func method(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      (10 * time.Minute).Seconds(), // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func methodOfConstant(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      quarter.Seconds(), // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 15m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func product(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      10 * 60, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func sum(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      tenMinutes + 30, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m30s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func quotient(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      float64(quarter / time.Second), // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 15m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// made anew for each
func loopInside(names []string, out chan<- string) {
	for _, name := range names {
		t := jwt.CreateAccessToken(jwt.AccessTokenParams{
			Identity: name,
			Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
		})
		t.AddGrant(&jwt.VoiceGrant{})
		if text, err := t.ToJwt(); err == nil {
			out <- text
		}
	}
}

// --- no fix

// signed again and again: each token would end at the same time
func loop(name string, out chan<- string) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	for {
		if text, err := t.ToJwt(); err == nil {
			out <- text
		}
	}
}

// signed in another function, who knows when
func made(name string) jwt.AccessToken {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t
}

func signed(name string) (string, error) {
	t := made(name)
	return t.ToJwt()
}

// signed in a closure, who knows when
func closure(name string) func() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return func() (string, error) { return t.ToJwt() }
}

// signed twice
func twice(name string) (string, string) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	a, _ := t.ToJwt()
	time.Sleep(time.Minute)
	b, _ := t.ToJwt()
	return a, b
}

// the parameters are in a variable
func variable(name string) (string, error) {
	params := jwt.AccessTokenParams{
		Identity: name,
		Ttl:      600, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	}
	t := jwt.CreateAccessToken(params)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// set below zero: what was meant is not known
func below(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		Identity: name,
		Ttl:      -60, // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for -1m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}
