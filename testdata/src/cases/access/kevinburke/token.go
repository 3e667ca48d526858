// Package kevinburke makes Access Tokens with the library's package token.
package kevinburke

import (
	"net/http"
	"os"
	"time"

	old "github.com/kevinburke/twilio-go/token"
	twilio "github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/token"
)

func right(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, time.Hour)
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}

// --- credentials

func authToken(account, key, name string) (string, error) {
	t := token.New(account, key, os.Getenv("TWILIO_AUTH_TOKEN"), name, time.Hour) // want `^access token made by token\.New is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func apiSecret(account, key, name string) (string, error) {
	t := token.New(account, key, os.Getenv("TWILIO_API_SECRET"), name, time.Hour)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

// the module before version 2
func authTokenOld(account, key, name string) (string, error) {
	t := old.New(account, key, os.Getenv("TWILIO_AUTH_TOKEN"), name, time.Hour) // want `^access token made by token\.New is signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret\): use the secret of an API key; Twilio answers 20107$`
	t.AddGrant(old.NewVideoGrant("lobby"))
	return t.JWT()
}

func apiSecretOld(account, key, name string) (string, error) {
	t := old.New(account, key, os.Getenv("TWILIO_API_SECRET"), name, time.Hour)
	t.AddGrant(old.NewVideoGrant("lobby"))
	return t.JWT()
}

type server struct{ account, authToken, key, secret string }

func (s *server) client() *twilio.Client { return twilio.NewClient(s.account, s.authToken, nil) }

func (s *server) check(r *http.Request) error {
	return twilio.ValidateIncomingRequest("https://example.com", s.authToken, r)
}

func (s *server) token(name string) (string, error) {
	t := token.New(s.account, s.key, s.authToken, name, time.Hour) // want `^access token made by token\.New is signed with the account's auth token \(s\.authToken \(handed to twilio\.(NewClient|ValidateIncomingRequest)\) → secret\): use the secret of an API key; Twilio answers 20107$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func (s *server) tokenSecret(name string) (string, error) {
	t := token.New(s.account, s.key, s.secret, name, time.Hour)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func oneSid(sid, secret, name string) (string, error) {
	t := token.New(sid, sid, secret, name, time.Hour) // want `^access token made by token\.New has one SID for its account SID, and for the SID of its API key: sid; Twilio answers 20103$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func swapped(name string) (string, error) {
	t := token.New(os.Getenv("TWILIO_API_KEY"), os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_API_SECRET"), name, time.Hour) // want `^access token made by token\.New has its account SID and the SID of its API key swapped; Twilio answers 20103$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func inOrder(name string) (string, error) {
	t := token.New(os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_API_KEY"), os.Getenv("TWILIO_API_SECRET"), name, time.Hour)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func swappedConstants(secret, name string) (string, error) {
	t := token.New("SK00000000000000000000000000000001", "AC00000000000000000000000000000001", secret, name, time.Hour) // want `^access token made by token\.New has its account SID and the SID of its API key swapped; Twilio answers 20103$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func inOrderConstants(secret, name string) (string, error) {
	t := token.New("AC00000000000000000000000000000001", "SK00000000000000000000000000000001", secret, name, time.Hour)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

// --- lifetimes

func aDay(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 24*time.Hour)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func overADay(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 24*time.Hour+time.Second) // want `^access token made by token\.New lives for 24h0m1s: Twilio takes 24 hours at most; Twilio answers 20157$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

// this library raises no lifetime
func tenMinutes(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 10*time.Minute)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func nanoseconds(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 3600) // want `^access token made by token\.New has expired when it is made: it lives for 3\.6µs; Twilio answers 20104$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func seconds(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 3600*time.Second)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func zero(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, 0) // want `^access token made by token\.New has expired when it is made: it lives for 0s; Twilio answers 20104$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func belowZero(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, -time.Minute) // want `^access token made by token\.New has expired when it is made: it lives for -1m0s; Twilio answers 20104$`
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func oneSecond(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, time.Second)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func ofCaller(account, key, secret, name string, ttl time.Duration) (string, error) {
	t := token.New(account, key, secret, name, ttl)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func ofSeconds(account, key, secret, name string, seconds int) (string, error) {
	t := token.New(account, key, secret, name, time.Duration(seconds)*time.Second)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

func branches(account, key, secret, name string, long bool) (string, error) {
	ttl := time.Hour
	if long {
		ttl = 48 * time.Hour
	}
	t := token.New(account, key, secret, name, ttl)
	t.AddGrant(token.NewVideoGrant("lobby"))
	return t.JWT()
}

// --- identities

func nobody(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "", time.Hour) // want `^access token made by token\.New has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}

func nobodyChats(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "", time.Hour) // want `^access token made by token\.New has no identity, which its chat grant needs; Twilio answers 31204$`
	t.AddGrant(token.NewChatGrant("IS1", ""))
	return t.JWT()
}

// a grant of the program's own
type room string

func (r room) Key() string { return "room" }

func (r room) ToPayload() map[string]any { return map[string]any{"name": string(r)} }

func nobodyOwn(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "", time.Hour)
	t.AddGrant(room("lobby"))
	return t.JWT()
}

func nobodyMaybe(account, key, secret string, phone bool) (string, error) {
	t := token.New(account, key, secret, "", time.Hour)
	t.AddGrant(room("lobby"))
	if phone {
		t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	}
	return t.JWT()
}

func email(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "alice@example.com", time.Hour) // want `^access token made by token\.New has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}

func emailChats(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "alice@example.com", time.Hour)
	t.AddGrant(token.NewChatGrant("IS1", ""))
	return t.JWT()
}

func someone(account, key, secret string) (string, error) {
	t := token.New(account, key, secret, "alice", time.Hour)
	t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	return t.JWT()
}

// --- grants

func grantless(account, key, secret, name string) (string, error) {
	return token.New(account, key, secret, name, time.Hour).JWT() // want `^access token made by token\.New is signed without a grant; Twilio answers 20106$`
}

func granted(account, key, secret, name string, phone bool) (string, error) {
	t := token.New(account, key, secret, name, time.Hour)
	if phone {
		t.AddGrant(token.NewVoiceGrant("AP1", nil, "", "", true))
	}
	return t.JWT()
}

func grantedByOthers(account, key, secret, name string, grant func(*token.AccessToken)) (string, error) {
	t := token.New(account, key, secret, name, time.Hour)
	grant(t)
	return t.JWT()
}

// an interface with the method
type granter interface{ AddGrant(token.Grant) }

func allow(g granter) { g.AddGrant(token.NewVideoGrant("lobby")) }

func grantedByInterface(account, key, secret, name string) (string, error) {
	t := token.New(account, key, secret, name, time.Hour)
	allow(t)
	return t.JWT()
}

// NewToken leaves the grants to others.
func NewToken(account, key, secret, name string) *token.AccessToken {
	return token.New(account, key, secret, name, time.Hour)
}

// --- a namesake

type pass struct{ name string }

func (p *pass) AddGrant(token.Grant) {}

func (p *pass) JWT() (string, error) { return p.name, nil }

func New(account, key, secret, name string, ttl time.Duration) *pass { return &pass{name} }

func namesake(account string) (string, error) {
	return New(account, account, os.Getenv("TWILIO_AUTH_TOKEN"), "", 0).JWT()
}
