// Package prefixed has configurations that are filled from the environment by a prefix.
package prefixed

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/kelseyhightower/envconfig"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

type account struct {
	AccountSid string
	AuthToken  string
}

func process(name string) (string, error) {
	var a account
	if err := envconfig.Process("twilio", &a); err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(a.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(.*TWILIO_AUTHTOKEN.* → key\): use a key that is made for it$`
}

// another prefix
type sessions struct {
	AuthToken string
}

func processSessions(name string) (string, error) {
	var s sessions
	if err := envconfig.Process("sessions", &s); err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(s.AuthToken))
}

// no prefix
type bare struct {
	AuthToken string
}

func processBare(name string) (string, error) {
	var b bare
	envconfig.MustProcess("", &b)
	return session(name).SignedString([]byte(b.AuthToken))
}

type words struct {
	AuthToken string `split_words:"true"`
	Key       string `split_words:"true"`
}

func processWords(name string) (string, error) {
	var w words
	envconfig.MustProcess("TWILIO", &w)
	return session(name).SignedString([]byte(w.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(.*TWILIO_AUTH_?TOKEN.* → key\): use a key that is made for it$`
}

func processWordsKey(name string) (string, error) {
	var w words
	envconfig.MustProcess("TWILIO", &w)
	return session(name).SignedString([]byte(w.Key))
}

// a tag has the prefix before it
type tagged struct {
	Token string `envconfig:"AUTH_TOKEN"`
	Key   string `envconfig:"KEY"`
}

func processTagged(name string) (string, error) {
	var t tagged
	envconfig.MustProcess("twilio", &t)
	return session(name).SignedString([]byte(t.Token)) // want `^JSON Web Token signed with the account's auth token \(.*TWILIO_AUTH_TOKEN.* → key\): use a key that is made for it$`
}

func processTaggedKey(name string) (string, error) {
	var t tagged
	envconfig.MustProcess("twilio", &t)
	return session(name).SignedString([]byte(t.Key))
}

// a struct in the struct
type config struct {
	Twilio struct {
		AuthToken string
		Key       string
	}
	Sessions struct {
		AuthToken string
	}
}

func processNested(name string) (string, error) {
	var c config
	envconfig.MustProcess("", &c)
	return session(name).SignedString([]byte(c.Twilio.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(.*TWILIO_AUTHTOKEN.* → key\): use a key that is made for it$`
}

func processNestedKey(name string) (string, error) {
	var c config
	envconfig.MustProcess("", &c)
	return session(name).SignedString([]byte(c.Twilio.Key))
}

func processNestedSessions(name string) (string, error) {
	var c config
	envconfig.MustProcess("", &c)
	return session(name).SignedString([]byte(c.Sessions.AuthToken))
}

// a struct that is embedded adds nothing to the prefix
type Base struct {
	AuthToken string
	Key       string
}

type extended struct {
	Base
	Port string
}

func processEmbedded(name string) (string, error) {
	var e extended
	envconfig.MustProcess("twilio", &e)
	return session(name).SignedString([]byte(e.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(.*TWILIO_AUTHTOKEN.* → key\): use a key that is made for it$`
}

func processEmbeddedKey(name string) (string, error) {
	var e extended
	envconfig.MustProcess("twilio", &e)
	return session(name).SignedString([]byte(e.Key))
}

// one type, and two prefixes
type service struct {
	AuthToken string
}

func processOne(name string) (string, error) {
	var phone, web service
	envconfig.MustProcess("twilio", &phone)
	envconfig.MustProcess("sessions", &web)
	return session(name).SignedString([]byte(web.AuthToken))
}

// the prefix is the caller's
type unknown struct {
	AuthToken string
}

func processUnknown(prefix, name string) (string, error) {
	var u unknown
	envconfig.MustProcess(prefix, &u)
	return session(name).SignedString([]byte(u.AuthToken))
}

// filled, and replaced
type replaced struct {
	AuthToken string
}

func processReplaced(name, key string) (string, error) {
	var r replaced
	envconfig.MustProcess("twilio", &r)
	r.AuthToken = key
	return session(name).SignedString([]byte(r.AuthToken))
}
