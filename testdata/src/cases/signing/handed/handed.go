// Package handed signs tokens with what Twilio's libraries are handed as the auth token.
package handed

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	kevinburke "github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"github.com/sfreiberg/gotwilio"
	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client"
	"github.com/twilio/twilio-go/client/jwt/taskrouter"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

// --- the password of a REST client

type rest struct{ sid, token, key string }

func (r rest) client() *twilio.RestClient {
	return twilio.NewRestClientWithParams(twilio.ClientParams{Username: r.sid, Password: r.token})
}

func (r rest) session(name string) (string, error) {
	return session(name).SignedString([]byte(r.token)) // want `^JSON Web Token signed with the account's auth token \(r\.token \(handed to twilio\.NewRestClientWithParams\) → key\): use a key that is made for it$`
}

// another field
func (r rest) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(r.key))
}

// the client has an API key: its password is the secret of the key
type keyed struct{ sid, keySid, token string }

func (k keyed) client() *twilio.RestClient {
	return twilio.NewRestClientWithParams(twilio.ClientParams{Username: k.keySid, Password: k.token, AccountSid: k.sid})
}

func (k keyed) session(name string) (string, error) {
	return session(name).SignedString([]byte(k.token))
}

// a struct of its own, with a field of the same name
type web struct{ token string }

func (w web) session(name string) (string, error) {
	return session(name).SignedString([]byte(w.token))
}

type kevin struct{ sid, token, key string }

func (k kevin) client() *kevinburke.Client { return kevinburke.NewClient(k.sid, k.token, nil) }

func (k kevin) session(name string) (string, error) {
	return session(name).SignedString([]byte(k.token)) // want `^JSON Web Token signed with the account's auth token \(k\.token \(handed to kevinburke\.NewClient\) → key\): use a key that is made for it$`
}

func (k kevin) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(k.key))
}

type gopher struct{ sid, token, other string }

func (g gopher) clients() []*gotwilio.Twilio {
	return []*gotwilio.Twilio{
		gotwilio.NewTwilioClient(g.sid, g.token),
		gotwilio.NewTwilioClientCustomHTTP(g.sid, g.other, http.DefaultClient),
	}
}

func (g gopher) session(name string) (string, error) {
	return session(name).SignedString([]byte(g.token)) // want `^JSON Web Token signed with the account's auth token \(g\.token \(handed to gotwilio\.NewTwilioClient\) → key\): use a key that is made for it$`
}

func (g gopher) sessionOther(name string) (string, error) {
	return session(name).SignedString([]byte(g.other)) // want `^JSON Web Token signed with the account's auth token \(g\.other \(handed to gotwilio\.NewTwilioClientCustomHTTP\) → key\): use a key that is made for it$`
}

func (g gopher) sessionSid(name string) (string, error) {
	return session(name).SignedString([]byte(g.sid))
}

// --- the key of a check

type checked struct{ token, key string }

func (c *checked) check(r *http.Request) bool {
	v := client.NewRequestValidator(c.token)
	return v.Validate(r.URL.String(), nil, r.Header.Get("X-Twilio-Signature"))
}

func (c *checked) session(name string) (string, error) {
	return session(name).SignedString([]byte(c.token)) // want `^JSON Web Token signed with the account's auth token \(c\.token \(handed to client\.NewRequestValidator\) → key\): use a key that is made for it$`
}

func (c *checked) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(c.key))
}

type checkedKevin struct{ token, key string }

func (c *checkedKevin) check(r *http.Request) error {
	return kevinburke.ValidateIncomingRequest("https://example.com", c.token, r)
}

func (c *checkedKevin) session(name string) (string, error) {
	return session(name).SignedString([]byte(c.token)) // want `^JSON Web Token signed with the account's auth token \(c\.token \(handed to kevinburke\.ValidateIncomingRequest\) → key\): use a key that is made for it$`
}

func (c *checkedKevin) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(c.key))
}

// --- the key of a Capability Token

type phone struct{ sid, token, key string }

func (p *phone) phone(name string) (string, error) {
	c := twilioclient.NewCapability(p.sid, p.token) // want `^capability token made by twilioclient\.NewCapability; access token parameters: accountSid=p\.sid, .*authToken=p\.token: do not use$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func (p *phone) session(name string) (string, error) {
	return session(name).SignedString([]byte(p.token)) // want `^JSON Web Token signed with the account's auth token \(p\.token \(handed to twilioclient\.NewCapability\) → key\): use a key that is made for it$`
}

func (p *phone) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(p.key))
}

type byHand struct{ sid, token, key string }

func (h *byHand) phone(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^capability token made by hand \(jwt\.MapClaims\); .*authToken=h\.token: do not use$`
		"iss":   h.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(h.token)) // want `^capability token signed with the account's auth token \(h\.token → key\): sign an access token with the secret of an API key instead$`
}

func (h *byHand) session(name string) (string, error) {
	return session(name).SignedString([]byte(h.token)) // want `^JSON Web Token signed with the account's auth token \(h\.token \(signs a capability token\) → key\): use a key that is made for it$`
}

func (h *byHand) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(h.key))
}

type worker struct{ sid, token, key string }

func (w *worker) worker(workspace, id string) (string, error) {
	t := taskrouter.CreateCapabilityToken(taskrouter.CapabilityTokenParams{AccountSid: w.sid, AuthToken: w.token, WorkspaceSid: workspace, ChannelID: id})
	return t.ToJwt()
}

func (w *worker) session(name string) (string, error) {
	return session(name).SignedString([]byte(w.token)) // want `^JSON Web Token signed with the account's auth token \(w\.token \(handed to taskrouter\.CreateCapabilityToken\) → key\): use a key that is made for it$`
}

func (w *worker) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(w.key))
}

// --- parameters

func param(sid, token, name string) (string, error) {
	println(kevinburke.NewClient(sid, token, nil))
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(token \(handed to kevinburke\.NewClient\) → key\): use a key that is made for it$`
}

func otherParam(sid, token, key, name string) (string, error) {
	println(kevinburke.NewClient(sid, token, nil))
	return session(name).SignedString([]byte(key))
}

// what the library was handed is replaced before it signs
func replacedParam(sid, token, name string) (string, error) {
	println(kevinburke.NewClient(sid, token, nil))
	token = os.Getenv("SESSION_KEY")
	return session(name).SignedString([]byte(token))
}

// a parameter of the same name in another function
func sameName(token, name string) (string, error) {
	return session(name).SignedString([]byte(token))
}

// what the caller hands on
func handsOn(sid, token, name string) (string, error) {
	println(kevinburke.NewClient(sid, token, nil))
	return signs(token, name)
}

func signs(secret, name string) (string, error) {
	return session(name).SignedString([]byte(secret)) // want `^JSON Web Token signed with the account's auth token \(token \(handed to kevinburke\.NewClient\) → secret → key\): use a key that is made for it$`
}

// --- parts of a configuration

type pair struct{ id, token string }

type config struct{ Twilio, Session pair }

func (c config) client() *kevinburke.Client {
	return kevinburke.NewClient(c.Twilio.id, c.Twilio.token, nil)
}

func (c config) phoneSession(name string) (string, error) {
	return session(name).SignedString([]byte(c.Twilio.token)) // want `^JSON Web Token signed with the account's auth token \(c\.Twilio\.token \(handed to kevinburke\.NewClient\) → key\): use a key that is made for it$`
}

// the same type, in another field
func (c config) webSession(name string) (string, error) {
	return session(name).SignedString([]byte(c.Session.token))
}

// --- namesakes of the libraries' functions

type restClient struct{ sid, token string }

func NewClient(sid, token string) *restClient { return &restClient{sid, token} }

type owner struct{ sid, token string }

func (o owner) client() *restClient { return NewClient(o.sid, o.token) }

func (o owner) session(name string) (string, error) {
	return session(name).SignedString([]byte(o.token))
}

// --- the field gets something else

type mixed struct{ sid, token string }

func (m *mixed) client() *kevinburke.Client { return kevinburke.NewClient(m.sid, m.token, nil) }

func newMixed(sid, token string) *mixed { return &mixed{sid, token} }

// the copy has another key
func (m mixed) session(name string) (string, error) {
	m.token = os.Getenv("SESSION_KEY")
	return session(name).SignedString([]byte(m.token))
}

// the client is made with what a constructor was given, and so is the session
type built struct{ sid, token, key string }

func newBuilt(sid, token, key string) *built { return &built{sid, token, key} }

func (b *built) client() *kevinburke.Client { return kevinburke.NewClient(b.sid, b.token, nil) }

func (b *built) session(name string) (string, error) {
	return session(name).SignedString([]byte(b.token)) // want `^JSON Web Token signed with the account's auth token \(.*b\.token \(handed to kevinburke\.NewClient\).* → key\): use a key that is made for it$`
}

func (b *built) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(b.key))
}

// the constructor makes the client
type made struct {
	rest  *kevinburke.Client
	token string
	key   string
}

func newMade(sid, token, key string) *made {
	return &made{rest: kevinburke.NewClient(sid, token, nil), token: token, key: key}
}

func (m *made) session(name string) (string, error) {
	return session(name).SignedString([]byte(m.token)) // want `^JSON Web Token signed with the account's auth token \(token \(handed to kevinburke\.NewClient\) → m\.token → key\): use a key that is made for it$`
}

func (m *made) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(m.key))
}

// REST by hand: nothing says whose password it is
type basic struct{ user, password string }

func (b basic) get(r *http.Request) { r.SetBasicAuth(b.user, b.password) }

func (b basic) session(name string) (string, error) {
	return session(name).SignedString([]byte(b.password))
}
