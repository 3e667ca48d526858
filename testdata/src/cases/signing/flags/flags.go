// Package flags reads keys from the command line.
package flags

import (
	"flag"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/pflag"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

var (
	authToken  = flag.String("twilio-auth-token", "", "auth token")
	sessionKey = flag.String("session-key", "", "key of sessions")
	// its name says nothing, and its default may not be it
	named = flag.String("auth-token", os.Getenv("TWILIO_AUTH_TOKEN"), "key of sessions")
)

func global(name string) (string, error) {
	return session(name).SignedString([]byte(*authToken)) // want `^JSON Web Token signed with the account's auth token \(flag\.String\("twilio-auth-token"\) → \*?authToken → key\): use a key that is made for it$`
}

func globalKey(name string) (string, error) {
	return session(name).SignedString([]byte(*sessionKey))
}

func globalNamed(name string) (string, error) {
	return session(name).SignedString([]byte(*named))
}

func local(name string) (string, error) {
	token := flag.String("twilio.authToken", os.Getenv("TWILIO_AUTH_TOKEN"), "auth token")
	flag.Parse()
	return session(name).SignedString([]byte(*token)) // want `^JSON Web Token signed with the account's auth token \(flag\.String\("twilio\.authToken"\) → \*?token → key\): use a key that is made for it$`
}

func localKey(name string) (string, error) {
	token := flag.String("session.authToken", os.Getenv("SESSION_TOKEN"), "key of sessions")
	flag.Parse()
	return session(name).SignedString([]byte(*token))
}

func set(name string, args []string) (string, error) {
	flags := flag.NewFlagSet("sessions", flag.ContinueOnError)
	token := flags.String("twilio-auth-token", "", "auth token")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(*token)) // want `^JSON Web Token signed with the account's auth token \(flags\.String\("twilio-auth-token"\) → \*?token → key\): use a key that is made for it$`
}

func setKey(name string, args []string) (string, error) {
	flags := flag.NewFlagSet("sessions", flag.ContinueOnError)
	token := flags.String("token", "", "key of sessions")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(*token))
}

// --- flags that are stored through pointers

type config struct {
	authToken string
	key       string
	mixed     string
}

func (c *config) register() {
	flag.StringVar(&c.authToken, "twilio-auth-token", "", "auth token")
	flag.StringVar(&c.key, "session-key", "", "key of sessions")
	flag.StringVar(&c.mixed, "twilio-auth-token-or-key", "", "either")
}

func (c *config) session(name string) (string, error) {
	return session(name).SignedString([]byte(c.authToken)) // want `^JSON Web Token signed with the account's auth token \(.*flag\.StringVar\("twilio-auth-token"\).* → key\): use a key that is made for it$`
}

func (c *config) sessionKey(name string) (string, error) {
	return session(name).SignedString([]byte(c.key))
}

func (c *config) sessionMixed(name string) (string, error) {
	return session(name).SignedString([]byte(c.mixed))
}

// a field of the same name in another struct
type other struct{ authToken string }

func (o *other) register() {
	flag.StringVar(&o.authToken, "session-auth-token", "", "key of sessions")
}

func (o *other) session(name string) (string, error) {
	return session(name).SignedString([]byte(o.authToken))
}

// --- pflag

var (
	pAuthToken   = pflag.String("twilio-auth-token", "", "auth token")
	pSessionKey  = pflag.String("session-key", "", "key of sessions")
	pShort       = pflag.StringP("twilio-auth-token", "t", "", "auth token")
	pShortKey    = pflag.StringP("session-key", "t", "", "key of sessions")
	stored       string
	storedKey    string
	storedShort  string
	storedShortK string
)

func init() {
	pflag.StringVar(&stored, "twilio-auth-token", "", "auth token")
	pflag.StringVar(&storedKey, "session-key", "", "key of sessions")
	pflag.StringVarP(&storedShort, "twilio-auth-token", "t", "", "auth token")
	pflag.StringVarP(&storedShortK, "session-key", "t", "", "key of sessions")
}

func pString(name string) (string, error) {
	return session(name).SignedString([]byte(*pAuthToken)) // want `^JSON Web Token signed with the account's auth token \(pflag\.String\("twilio-auth-token"\) → \*?pAuthToken → key\): use a key that is made for it$`
}

func pStringKey(name string) (string, error) {
	return session(name).SignedString([]byte(*pSessionKey))
}

func pStringP(name string) (string, error) {
	return session(name).SignedString([]byte(*pShort)) // want `^JSON Web Token signed with the account's auth token \(pflag\.StringP\("twilio-auth-token"\) → \*?pShort → key\): use a key that is made for it$`
}

func pStringPKey(name string) (string, error) {
	return session(name).SignedString([]byte(*pShortKey))
}

func pStringVar(name string) (string, error) {
	return session(name).SignedString([]byte(stored)) // want `^JSON Web Token signed with the account's auth token \(.*pflag\.StringVar\("twilio-auth-token"\).* → key\): use a key that is made for it$`
}

func pStringVarKey(name string) (string, error) {
	return session(name).SignedString([]byte(storedKey))
}

func pStringVarP(name string) (string, error) {
	return session(name).SignedString([]byte(storedShort)) // want `^JSON Web Token signed with the account's auth token \(.*pflag\.StringVarP\("twilio-auth-token"\).* → key\): use a key that is made for it$`
}

func pStringVarPKey(name string) (string, error) {
	return session(name).SignedString([]byte(storedShortK))
}

func pGetString(flags *pflag.FlagSet, name string) (string, error) {
	token, err := flags.GetString("twilio-auth-token")
	if err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(flags\.GetString\("twilio-auth-token"\) → token → key\): use a key that is made for it$`
}

func pGetStringKey(flags *pflag.FlagSet, name string) (string, error) {
	token, err := flags.GetString("session-key")
	if err != nil {
		return "", err
	}
	return session(name).SignedString([]byte(token))
}

// --- a flag, and something else

var either string

func init() { flag.StringVar(&either, "twilio-auth-token", "", "auth token") }

func replace(key string) { either = key }

// another function sets it, too
func storedOrReplaced(name string) (string, error) {
	return session(name).SignedString([]byte(either))
}

func storedLocal(name string) (string, error) {
	var token string
	flag.StringVar(&token, "twilio-auth-token", "", "auth token")
	flag.Parse()
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(.*flag\.StringVar\("twilio-auth-token"\).* → key\): use a key that is made for it$`
}

func storedLocalKey(name string) (string, error) {
	var token string
	flag.StringVar(&token, "session-token", "", "key of sessions")
	flag.Parse()
	return session(name).SignedString([]byte(token))
}

// the local is stored, and replaced before it is the key
func storedAndReplaced(name, key string) (string, error) {
	var token string
	flag.StringVar(&token, "twilio-auth-token", "", "auth token")
	flag.Parse()
	token = key
	return session(name).SignedString([]byte(token))
}

// --- a namesake of the package

type flagSet map[string]*string

func (f flagSet) String(name, value, usage string) *string { return f[name] }

func namesake(f flagSet, name string) (string, error) {
	return session(name).SignedString([]byte(*f.String("twilio-auth-token", "", "")))
}
