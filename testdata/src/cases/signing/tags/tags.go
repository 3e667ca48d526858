// Package tags has configurations that libraries fill by the tags of their fields.
package tags

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

type settings struct {
	Env          string `env:"TWILIO_AUTH_TOKEN"`
	EnvKey       string `env:"SESSION_KEY"`
	Required     string `env:"TWILIO_AUTH_TOKEN,required"`
	Envconfig    string `envconfig:"TWILIO_AUTH_TOKEN" required:"true"`
	EnvconfigKey string `envconfig:"SESSION_KEY" required:"true"`
	Mapstructure string `mapstructure:"twilio_auth_token"`
	MapKey       string `mapstructure:"auth_token"`
	YAML         string `yaml:"twilioAuthToken"`
	YAMLKey      string `yaml:"authToken"`
	JSON         string `json:"twilio_auth_token,omitempty"`
	JSONKey      string `json:"twilio_api_secret,omitempty"`
	// the tag of the library that fills it goes before its name
	TwilioAuthToken string `env:"SESSION_KEY" json:"-"`
}

func env(s settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.Env)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → s\.Env → key\): use a key that is made for it$`
}

func envKey(s settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.EnvKey))
}

func required(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.Required)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → s\.Required → key\): use a key that is made for it$`
}

func envconfig(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.Envconfig)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → s\.Envconfig → key\): use a key that is made for it$`
}

func envconfigKey(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.EnvconfigKey))
}

func mapstructure(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.Mapstructure)) // want `^JSON Web Token signed with the account's auth token \(twilio_auth_token → s\.Mapstructure → key\): use a key that is made for it$`
}

func mapstructureKey(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.MapKey))
}

func yaml(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.YAML)) // want `^JSON Web Token signed with the account's auth token \(twilioAuthToken → s\.YAML → key\): use a key that is made for it$`
}

func yamlKey(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.YAMLKey))
}

func json(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.JSON)) // want `^JSON Web Token signed with the account's auth token \(twilio_auth_token → s\.JSON → key\): use a key that is made for it$`
}

func jsonKey(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.JSONKey))
}

// only called so
func called(s *settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.TwilioAuthToken))
}

// --- a field of a field

type config struct {
	settings settings
	port     int
}

type server struct{ cfg *config }

func (s *server) token(name string) (string, error) {
	return session(name).SignedString([]byte(s.cfg.settings.Env)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → s\.cfg\.settings\.Env → key\): use a key that is made for it$`
}

func (s *server) tokenKey(name string) (string, error) {
	return session(name).SignedString([]byte(s.cfg.settings.EnvKey))
}

// --- prefixes

type account struct {
	AuthToken string `env:"AUTH_TOKEN"`
	Key       string `env:"SESSION_KEY"`
}

type mailer struct {
	AuthToken string `env:"AUTH_TOKEN"`
}

type prefixes struct {
	Twilio account `envPrefix:"TWILIO_"`
	Mailer mailer  `envPrefix:"MAILER_"`
}

func prefixed(p prefixes, name string) (string, error) {
	return session(name).SignedString([]byte(p.Twilio.AuthToken)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → p\.Twilio\.AuthToken → key\): use a key that is made for it$`
}

func prefixedKey(p prefixes, name string) (string, error) {
	return session(name).SignedString([]byte(p.Twilio.Key))
}

func prefixedMailer(p prefixes, name string) (string, error) {
	return session(name).SignedString([]byte(p.Mailer.AuthToken))
}

// one type, and two prefixes
type service struct {
	AuthToken string `env:"AUTH_TOKEN"`
}

type services struct {
	Twilio   service `envPrefix:"TWILIO_"`
	Sessions service `envPrefix:"SESSIONS_"`
}

func ofSessions(s services, name string) (string, error) {
	return session(name).SignedString([]byte(s.Sessions.AuthToken))
}

// --- the code sets it, too

type filled struct {
	AuthToken string `env:"TWILIO_AUTH_TOKEN"`
	Default   string `env:"TWILIO_AUTH_TOKEN"`
	Kept      string `env:"TWILIO_AUTH_TOKEN"`
}

func (f *filled) defaults() {
	if f.Default == "" {
		f.Default = "development"
	}
	if key := os.Getenv("SESSION_KEY"); key != "" {
		f.AuthToken = key
	}
}

func (f *filled) token(name string) (string, error) {
	return session(name).SignedString([]byte(f.AuthToken))
}

func (f *filled) tokenDefault(name string) (string, error) {
	return session(name).SignedString([]byte(f.Default)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → f\.Default → key\): use a key that is made for it$`
}

func (f *filled) tokenKept(name string) (string, error) {
	return session(name).SignedString([]byte(f.Kept)) // want `^JSON Web Token signed with the account's auth token \(TWILIO_AUTH_TOKEN → f\.Kept → key\): use a key that is made for it$`
}

// another struct has a field of the same name, and no tag
type namesake struct{ Env, AuthToken string }

func (n namesake) token(name string) (string, error) {
	return session(name).SignedString([]byte(n.Env))
}

func (n namesake) tokenAuth(name string) (string, error) {
	return session(name).SignedString([]byte(n.AuthToken))
}
