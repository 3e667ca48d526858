package xaviiic

import (
	"net/http"

	twilio "github.com/xaviiic/twilioGo"
)

// The tokens below are signed without a grant, as far as the calls around the
// signing say. Where others may add one, nothing is said.

func allow(t *twilio.AccessToken) { t.AddGrant(voice()) }

type keeper struct{ token *twilio.AccessToken }

func (k *keeper) allow() { allow(k.token) }

func inStruct(account, key, secret string) ([]byte, error) {
	k := &struct{ token *twilio.AccessToken }{twilio.NewAccessToken(account, key, secret)} // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
	return k.token.SetIdentity("alice").ToJWT()
}

func inStructAllowed(account, key, secret string) ([]byte, error) {
	k := &keeper{twilio.NewAccessToken(account, key, secret)}
	k.allow()
	return k.token.SetIdentity("alice").ToJWT()
}

var keepers []*keeper

// others find it in the list
func inStructListed(account, key, secret string, wait func()) ([]byte, error) {
	k := &keeper{twilio.NewAccessToken(account, key, secret)}
	keepers = append(keepers, k)
	wait()
	return k.token.SetIdentity("alice").ToJWT()
}

func inStructHanded(account, key, secret string, hand func(any)) ([]byte, error) {
	k := &keeper{twilio.NewAccessToken(account, key, secret)}
	hand(k)
	return k.token.SetIdentity("alice").ToJWT()
}

// the caller may add one before it signs
func laterByCaller(account, key, secret string) (func() ([]byte, error), *keeper) {
	k := &keeper{twilio.NewAccessToken(account, key, secret)}
	return func() ([]byte, error) { return k.token.ToJWT() }, k
}

func laterByClosure(account, key, secret string) (sign func() ([]byte, error), grant func()) {
	t := twilio.NewAccessToken(account, key, secret)
	return func() ([]byte, error) { return t.ToJWT() }, func() { allow(t) }
}

func laterByHandler(account, key, secret string) {
	t := twilio.NewAccessToken(account, key, secret)
	http.HandleFunc("/sign", func(w http.ResponseWriter, r *http.Request) { t.ToJWT() })
	http.HandleFunc("/allow", func(w http.ResponseWriter, r *http.Request) { allow(t) })
}

// --- who makes it

func makes(account, key, secret string) *twilio.AccessToken {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice") // want `^access token made by twilio\.NewAccessToken is signed without a grant; Twilio answers 20106$`
}

func ofMakes(account, key, secret string) ([]byte, error) { return makes(account, key, secret).ToJWT() }

// Makes is called by other packages, too.
func Makes(account, key, secret string) *twilio.AccessToken {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice")
}

func ofMakesExported(account, key, secret string) ([]byte, error) {
	return Makes(account, key, secret).ToJWT()
}

func handedOn(account, key, secret string) *twilio.AccessToken {
	return twilio.NewAccessToken(account, key, secret).SetIdentity("alice")
}

func ofHandedOn(account, key, secret string) ([]byte, error) {
	return handedOn(account, key, secret).ToJWT()
}

// Maker is called by other packages.
var Maker = handedOn
