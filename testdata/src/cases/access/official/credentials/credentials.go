// Package credentials makes Access Tokens with the right credentials, and with others.
package credentials

import (
	"os"

	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client/jwt"
)

func sign(t jwt.AccessToken) (string, error) {
	t.AddGrant(&jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

// --- the secret

func authToken(account, key, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    account,
		SigningKeySid: key,
		Secret:        os.Getenv("TWILIO_AUTH_TOKEN"), // want `^access token made by jwt\.CreateAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
		Identity:      name,
	})
	return sign(t)
}

func apiSecret(account, key, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    account,
		SigningKeySid: key,
		Secret:        os.Getenv("TWILIO_API_SECRET"),
		Identity:      name,
	})
	return sign(t)
}

func authTokenLocal(account, key, name string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: token, Identity: name})) // want `^access token made by jwt\.CreateAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → secret\): use the secret of an API key; Twilio answers 20107$`
}

// called authToken, and no more
func secretNamed(account, key, authToken, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: authToken, Identity: name}))
}

// the local may hold another secret
func secretEither(account, key, name string) (string, error) {
	secret := os.Getenv("TWILIO_AUTH_TOKEN")
	if own := os.Getenv("TWILIO_API_SECRET"); own != "" {
		secret = own
	}
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: secret, Identity: name}))
}

type service struct{ account, key, secret, token string }

func (s service) rest() *twilio.RestClient {
	return twilio.NewRestClientWithParams(twilio.ClientParams{Username: s.account, Password: s.token})
}

func (s service) password(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.account, SigningKeySid: s.key, Secret: s.token, Identity: name})) // want `^access token made by jwt\.CreateAccessToken is signed with the account's auth token \(s\.token \(handed to twilio\.NewRestClientWithParams\) → secret\): use the secret of an API key; Twilio answers 20107$`
}

func (s service) ownSecret(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.account, SigningKeySid: s.key, Secret: s.secret, Identity: name}))
}

// the client has the API key, and the tokens have the same
type keyed struct{ account, key, secret string }

func (k keyed) rest() *twilio.RestClient {
	return twilio.NewRestClientWithParams(twilio.ClientParams{Username: k.key, Password: k.secret, AccountSid: k.account})
}

func (k keyed) token(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: k.account, SigningKeySid: k.key, Secret: k.secret, Identity: name}))
}

type settings struct {
	Account string `env:"TWILIO_ACCOUNT_SID"`
	Key     string `env:"TWILIO_API_KEY"`
	Secret  string `env:"TWILIO_API_SECRET"`
	Token   string `env:"TWILIO_AUTH_TOKEN"`
}

func ofSettings(s settings, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.Account, SigningKeySid: s.Key, Secret: s.Secret, Identity: name}))
}

func ofSettingsToken(s settings, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.Account, SigningKeySid: s.Key, Secret: s.Token, Identity: name})) // want `^access token made by jwt\.CreateAccessToken is signed with the account's auth token \(TWILIO_AUTH_TOKEN → s\.Token → secret\): use the secret of an API key; Twilio answers 20107$`
}

// the SID of a key in place of its secret
func sidForSecret(account, key, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: "SK00000000000000000000000000000001", Identity: name})) // want `^access token made by jwt\.CreateAccessToken has the SID of an API key for its secret; Twilio answers 20107$`
}

func textForSecret(account, key, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: "SKy00000000000000000000000000000001", Identity: name}))
}

// --- the account and the key

func oneSid(sid, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: sid, SigningKeySid: sid, Secret: secret, Identity: name})) // want `^access token made by jwt\.CreateAccessToken has one SID for its account SID, and for the SID of its API key: sid; Twilio answers 20103$`
}

func twoSids(sid, key, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: sid, SigningKeySid: key, Secret: secret, Identity: name}))
}

type sids struct{ account, key, secret string }

func oneSidField(s sids, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.account, SigningKeySid: s.account, Secret: s.secret, Identity: name})) // want `^access token made by jwt\.CreateAccessToken has one SID for its account SID, and for the SID of its API key: s\.account; Twilio answers 20103$`
}

// a field of the same name in two structs
func twoSidsField(s, t sids, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: s.account, SigningKeySid: t.account, Secret: s.secret, Identity: name}))
}

// a call that is made twice may answer two things
func twoCalls(next func() string, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: next(), SigningKeySid: next(), Secret: secret, Identity: name}))
}

func receivedTwice(sids <-chan string, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: <-sids, SigningKeySid: <-sids, Secret: secret, Identity: name}))
}

// the local is another when the second is read
func oneLocal(account, key, secret, name string) (string, error) {
	params := jwt.AccessTokenParams{Secret: secret, Identity: name}
	sid := account
	params.AccountSid = sid
	sid = key
	params.SigningKeySid = sid
	return sign(jwt.CreateAccessToken(params))
}

// both empty: nothing is told apart
func empty(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Secret: secret, Identity: name}))
}

func accountForKey(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    os.Getenv("TWILIO_ACCOUNT_SID"),
		SigningKeySid: os.Getenv("TWILIO_ACCOUNT_SID"), // want `^access token made by jwt\.CreateAccessToken has an account SID for the SID of its API key: os\.Getenv\("TWILIO_ACCOUNT_SID"\); Twilio answers 20103$`
		Secret:        secret,
		Identity:      name,
	}))
}

func keyForKey(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    os.Getenv("TWILIO_ACCOUNT_SID"),
		SigningKeySid: os.Getenv("TWILIO_API_KEY"),
		Secret:        secret,
		Identity:      name,
	}))
}

func swappedSettings(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    os.Getenv("TWILIO_API_KEY"),
		SigningKeySid: os.Getenv("TWILIO_ACCOUNT_SID"), // want `^access token made by jwt\.CreateAccessToken has its account SID and the SID of its API key swapped; Twilio answers 20103$`
		Secret:        secret,
		Identity:      name,
	}))
}

// names that say nothing of Twilio
func otherSettings(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    os.Getenv("API_KEY"),
		SigningKeySid: os.Getenv("ACCOUNT_SID"),
		Secret:        secret,
		Identity:      name,
	}))
}

const (
	accountSid = "AC00000000000000000000000000000001"
	keySid     = "SK00000000000000000000000000000001"
)

func constants(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: accountSid, SigningKeySid: keySid, Secret: secret, Identity: name}))
}

func swappedConstants(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: keySid, SigningKeySid: accountSid, Secret: secret, Identity: name})) // want `^access token made by jwt\.CreateAccessToken has its account SID and the SID of its API key swapped; Twilio answers 20103$`
}

func accountConstant(account, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: "AC00000000000000000000000000000001", Secret: secret, Identity: name})) // want `^access token made by jwt\.CreateAccessToken has an account SID for the SID of its API key: "AC00000000000000000000000000000001"; Twilio answers 20103$`
}

func keyConstant(key, secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: keySid, SigningKeySid: key, Secret: secret, Identity: name})) // want `^access token made by jwt\.CreateAccessToken has the SID of an API key for its account SID: keySid; Twilio answers 20103$`
}

// texts that only begin like SIDs
func otherConstants(secret, name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: "SKIP", SigningKeySid: "ACCOUNT", Secret: secret, Identity: name}))
}

// --- the parameters in a variable

func inVariable(account, key, name string) (string, error) {
	params := jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Identity: name}
	params.Secret = os.Getenv("TWILIO_AUTH_TOKEN") // want `^access token made by jwt\.CreateAccessToken is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
	return sign(jwt.CreateAccessToken(params))
}

func inVariableReplaced(account, key, name string) (string, error) {
	params := jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Identity: name, Secret: os.Getenv("TWILIO_AUTH_TOKEN")}
	params.Secret = os.Getenv("TWILIO_API_SECRET")
	return sign(jwt.CreateAccessToken(params))
}

func inVariableMaybe(account, key, name string, old bool) (string, error) {
	params := jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Identity: name, Secret: os.Getenv("TWILIO_API_SECRET")}
	if old {
		params.Secret = os.Getenv("TWILIO_AUTH_TOKEN")
	}
	return sign(jwt.CreateAccessToken(params))
}

func inVariableLoaded(name string, load func(*jwt.AccessTokenParams)) (string, error) {
	params := jwt.AccessTokenParams{AccountSid: keySid, SigningKeySid: accountSid, Secret: os.Getenv("TWILIO_AUTH_TOKEN"), Identity: name}
	load(&params)
	return sign(jwt.CreateAccessToken(params))
}

func ofCaller(params jwt.AccessTokenParams) (string, error) {
	return sign(jwt.CreateAccessToken(params))
}

// --- fields of the token: they are not what signs

func fieldsLater(account, key, secret, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: secret, Identity: name})
	t.SigningKeySid = account
	return sign(t)
}

func checked(account, key, secret, name string, check func(jwt.AccessTokenParams) error) (string, error) {
	params := jwt.AccessTokenParams{AccountSid: account, SigningKeySid: account, Secret: secret, Identity: name} // want `^access token made by jwt\.CreateAccessToken has one SID for its account SID, and for the SID of its API key: account; Twilio answers 20103$`
	if err := check(params); err != nil {
		return "", err
	}
	return sign(jwt.CreateAccessToken(params))
}
