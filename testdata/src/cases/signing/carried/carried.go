// Package carried carries keys from where they are read to where they sign.
package carried

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

// --- parameters

func byParam(token, name string) (string, error) {
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func callsByParam(name string) (string, error) {
	return byParam(os.Getenv("TWILIO_AUTH_TOKEN"), name)
}

func byKeyParam(token, name string) (string, error) {
	return session(name).SignedString([]byte(token))
}

func callsByKeyParam(name string) (string, error) {
	return byKeyParam(os.Getenv("SESSION_KEY"), name)
}

// one of two callers has the auth token
func byEither(token, name string) (string, error) {
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func callsByEither(name string) (string, error) {
	if name == "" {
		return byEither(os.Getenv("SESSION_KEY"), "anonymous")
	}
	return byEither(os.Getenv("TWILIO_AUTH_TOKEN"), name)
}

// both callers have it
func byBoth(token, name string) (string, error) {
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(.*os\.Getenv\("TWILIO_AUTH_TOKEN"\).* → token → key\): use a key that is made for it$`
}

func callsByBoth(name string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	if name == "" {
		return byBoth(authToken, "anonymous")
	}
	return byBoth(os.Getenv("TWILIO_AUTH_TOKEN"), name)
}

// two steps
func signWith(key []byte, name string) (string, error) {
	return session(name).SignedString(key) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret( → key)?( → key)?\): use a key that is made for it$`
}

func signWithText(secret, name string) (string, error) { return signWith([]byte(secret), name) }

func callsSignWith(name string) (string, error) {
	return signWithText(os.Getenv("TWILIO_AUTH_TOKEN"), name)
}

// the parameter is replaced
func byReplaced(token, name string) (string, error) {
	if key := os.Getenv("SESSION_KEY"); key != "" {
		token = key
	}
	return session(name).SignedString([]byte(token))
}

func callsByReplaced(name string) (string, error) {
	return byReplaced(os.Getenv("TWILIO_AUTH_TOKEN"), name)
}

// --- fields that a constructor sets

type server struct {
	authToken string
	secret    []byte
	sessions  []byte
}

func newServer() *server {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	return &server{authToken: authToken, secret: []byte(os.Getenv("TWILIO_AUTH_TOKEN")), sessions: []byte(os.Getenv("SESSION_KEY"))}
}

func (s *server) token(name string) (string, error) {
	return session(name).SignedString([]byte(s.authToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → authToken → s\.authToken → key\): use a key that is made for it$`
}

func (s *server) tokenBytes(name string) (string, error) {
	return session(name).SignedString(s.secret) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → s\.secret → key\): use a key that is made for it$`
}

func (s *server) tokenSessions(name string) (string, error) {
	return session(name).SignedString(s.sessions)
}

func (s *server) handler() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := session(r.FormValue("name")).SignedString(s.secret) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → s\.secret → key\): use a key that is made for it$`
		if err == nil {
			w.Write([]byte(text))
		}
	}
}

func (s *server) handlerSessions() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := session(r.FormValue("name")).SignedString(s.sessions)
		if err == nil {
			w.Write([]byte(text))
		}
	}
}

// another struct has a field of the same name
type admin struct{ authToken string }

func newAdmin() *admin { return &admin{authToken: os.Getenv("ADMIN_AUTH_TOKEN")} }

func (a *admin) token(name string) (string, error) {
	return session(name).SignedString([]byte(a.authToken))
}

// a field that is set in two places
type twice struct{ key string }

func newTwice() *twice { return &twice{key: os.Getenv("TWILIO_AUTH_TOKEN")} }

func newTwiceOf(secret string) *twice { return &twice{key: secret} }

func (t *twice) token(name string) (string, error) {
	return session(name).SignedString([]byte(t.key))
}

// a field that a method replaces
type rotating struct{ key string }

func newRotating() *rotating { return &rotating{key: os.Getenv("TWILIO_AUTH_TOKEN")} }

func (r *rotating) rotate() { r.key = os.Getenv("NEXT_KEY") }

func (r *rotating) token(name string) (string, error) {
	return session(name).SignedString([]byte(r.key))
}

// a field that others may change through its address
type shared struct{ key string }

func newShared(load func(*string)) *shared {
	s := &shared{key: os.Getenv("TWILIO_AUTH_TOKEN")}
	load(&s.key)
	return s
}

func (s *shared) token(name string) (string, error) {
	return session(name).SignedString([]byte(s.key))
}

// a variable that others may change through its address
func sharedVariable(load func(*string), name string) (string, error) {
	key := os.Getenv("TWILIO_AUTH_TOKEN")
	load(&key)
	return session(name).SignedString([]byte(key))
}

// they did before it was set
func sharedBefore(load func(*string), name string) (string, error) {
	var key string
	load(&key)
	key = os.Getenv("TWILIO_AUTH_TOKEN")
	return session(name).SignedString([]byte(key)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key → key\): use a key that is made for it$`
}

// a function literal runs when the variable has been set again
func setAgain(secret, name string) func() (string, error) {
	key := os.Getenv("TWILIO_AUTH_TOKEN")
	sign := func() (string, error) { return session(name).SignedString([]byte(key)) }
	key = secret
	return sign
}

func setAgainByOther(name string) (sign func() (string, error), set func(string)) {
	key := os.Getenv("TWILIO_AUTH_TOKEN")
	return func() (string, error) { return session(name).SignedString([]byte(key)) }, func(secret string) { key = secret }
}

var sharedKey = os.Getenv("TWILIO_AUTH_TOKEN")

func init() { loadShared(&sharedKey) }

var loadShared func(*string)

func ofSharedKey(name string) (string, error) {
	return session(name).SignedString([]byte(sharedKey))
}

// --- a configuration that is handed on

type config struct {
	twilio  credentials
	session credentials
}

type credentials struct{ sid, token string }

func load() config {
	return config{
		twilio:  credentials{sid: os.Getenv("TWILIO_ACCOUNT_SID"), token: os.Getenv("TWILIO_AUTH_TOKEN")},
		session: credentials{sid: os.Getenv("SESSION_ID"), token: os.Getenv("SESSION_KEY")},
	}
}

func fromConfig(name string) (string, error) {
	cfg := load()
	return session(name).SignedString([]byte(cfg.twilio.token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → cfg\.twilio\.token → key\): use a key that is made for it$`
}

func fromConfigSession(name string) (string, error) {
	cfg := load()
	return session(name).SignedString([]byte(cfg.session.token))
}

type options struct {
	AuthToken string
	Key       string
}

type phone struct{ opts options }

func newPhone(opts options) *phone { return &phone{opts: opts} }

func run() *phone {
	return newPhone(options{AuthToken: os.Getenv("TWILIO_AUTH_TOKEN"), Key: os.Getenv("SESSION_KEY")})
}

func (p *phone) token(name string) (string, error) {
	return session(name).SignedString([]byte(p.opts.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → p\.opts\.AuthToken → key\): use a key that is made for it$`
}

func (p *phone) tokenKey(name string) (string, error) {
	return session(name).SignedString([]byte(p.opts.Key))
}

// assigned one by one
type manual struct{ authToken, key string }

func loadManual() (m manual) {
	m.authToken = os.Getenv("TWILIO_AUTH_TOKEN")
	m.key = os.Getenv("SESSION_KEY")
	return m
}

func fromManual(name string) (string, error) {
	m := loadManual()
	return session(name).SignedString([]byte(m.authToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → m\.authToken → key\): use a key that is made for it$`
}

func fromManualKey(name string) (string, error) {
	m := loadManual()
	return session(name).SignedString([]byte(m.key))
}

// embedded
type embedded struct {
	manual
	port int
}

func newEmbedded() *embedded { return &embedded{manual: loadManual(), port: 80} }

func (e *embedded) token(name string) (string, error) {
	return session(name).SignedString([]byte(e.authToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → e\.authToken → key\): use a key that is made for it$`
}

func (e *embedded) tokenKey(name string) (string, error) {
	return session(name).SignedString([]byte(e.key))
}

// --- functions

func authToken() string { return os.Getenv("TWILIO_AUTH_TOKEN") }

func sessionKey() string { return os.Getenv("SESSION_KEY") }

func fromFunction(name string) (string, error) {
	return session(name).SignedString([]byte(authToken())) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func fromFunctionKey(name string) (string, error) {
	return session(name).SignedString([]byte(sessionKey()))
}

func secrets() (string, string) { return os.Getenv("TWILIO_AUTH_TOKEN"), os.Getenv("SESSION_KEY") }

func fromResults(name string) (string, error) {
	token, _ := secrets()
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func fromResultsKey(name string) (string, error) {
	_, token := secrets()
	return session(name).SignedString([]byte(token))
}

func either(live bool) string {
	if live {
		return os.Getenv("TWILIO_AUTH_TOKEN")
	}
	return os.Getenv("SESSION_KEY")
}

func fromEither(name string) (string, error) {
	return session(name).SignedString([]byte(either(name != "")))
}

// --- closures

func closure() func(string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	return func(name string) (string, error) {
		return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
	}
}

func closureKey() func(string) (string, error) {
	token := os.Getenv("SESSION_KEY")
	return func(name string) (string, error) {
		return session(name).SignedString([]byte(token))
	}
}

// the closure may run after the local is replaced
func closureReplaced() func(string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	sign := func(name string) (string, error) {
		return session(name).SignedString([]byte(token))
	}
	token = os.Getenv("SESSION_KEY")
	return sign
}

// --- parts

func fromMap(name string) (string, error) {
	keys := map[string]string{"twilio": os.Getenv("TWILIO_AUTH_TOKEN"), "session": os.Getenv("SESSION_KEY")}
	return session(name).SignedString([]byte(keys["session"]))
}

func copied(name string) (string, error) {
	var key []byte
	key = append(key, os.Getenv("SESSION_KEY")...)
	return session(name).SignedString(key)
}

// the bytes are changed
func overwritten(name string) (string, error) {
	key := []byte(os.Getenv("TWILIO_AUTH_TOKEN"))
	copy(key, os.Getenv("SESSION_KEY"))
	return session(name).SignedString(key)
}

// another function may set a local through its address
func pointed(name string, load func(*string)) (string, error) {
	key := os.Getenv("TWILIO_AUTH_TOKEN")
	load(&key)
	return session(name).SignedString([]byte(key))
}
