// Package environ reads keys from the environment.
package environ

import (
	"crypto/sha256"
	"os"
	"syscall"

	"github.com/golang-jwt/jwt/v5"
)

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

func getenv(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// another name
func getenvSecret(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("JWT_SECRET")))
}

// a name without Twilio in it
func getenvAuthToken(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("AUTH_TOKEN")))
}

// the secret of an API key
func getenvAPISecret(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("TWILIO_API_SECRET")))
}

// a name that has the auth token's in it, and is not its
func getenvLonger(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN_SIGNING_KEY")))
}

func lookup(name string) (string, error) {
	token, ok := os.LookupEnv("TWILIO_AUTH_TOKEN")
	if !ok {
		return "", os.ErrNotExist
	}
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.LookupEnv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func lookupSecret(name string) (string, error) {
	token, ok := os.LookupEnv("SESSION_TOKEN")
	if !ok {
		return "", os.ErrNotExist
	}
	return session(name).SignedString([]byte(token))
}

func system(name string) (string, error) {
	token, _ := syscall.Getenv("TWILIO_AUTH_TOKEN")
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(syscall\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func systemSecret(name string) (string, error) {
	token, _ := syscall.Getenv("SESSION_TOKEN")
	return session(name).SignedString([]byte(token))
}

// --- names of variables that are constants

const (
	authTokenEnv = "TWILIO_AUTH_TOKEN"
	secretEnv    = "TWILIO_API_SECRET"
	prefix       = "TWILIO_"
)

func constant(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv(authTokenEnv))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func constantSecret(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv(secretEnv)))
}

func joined(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv(prefix + "AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// the rest of the name is the caller's
func joinedUnknown(name, variable string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv(prefix + variable)))
}

// --- locals

func local(name string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	secret := []byte(authToken)
	return session(name).SignedString(secret) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → authToken → secret → key\): use a key that is made for it$`
}

// the local gets another key before it signs
func localReplaced(name string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	println(len(authToken))
	authToken = os.Getenv("JWT_SECRET")
	return session(name).SignedString([]byte(authToken))
}

// the local gets the auth token after it signs
func localLater(name string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	s, err := session(name).SignedString([]byte(key))
	key = os.Getenv("TWILIO_AUTH_TOKEN")
	println(len(key))
	return s, err
}

// called authToken, and no more
func localNamed(name, authToken string) (string, error) {
	return session(name).SignedString([]byte(authToken))
}

// without a setting there is a constant
func byDefault(name string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	if token == "" {
		token = "development"
	}
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

// without a setting there is another
func byAnother(name string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	if own := os.Getenv("JWT_SECRET"); own != "" {
		token = own
	}
	return session(name).SignedString([]byte(token))
}

func onBranches(name string, live bool) (string, error) {
	var token string
	if live {
		token = os.Getenv("TWILIO_AUTH_TOKEN")
	} else {
		token = os.Getenv("TWILIO_TEST_AUTH_TOKEN")
	}
	return session(name).SignedString([]byte(token)) // want `JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_(TEST_)?AUTH_TOKEN"\) → token → key\)`
}

func onBranchesSecret(name string, live bool) (string, error) {
	var token string
	if live {
		token = os.Getenv("TWILIO_AUTH_TOKEN")
	} else {
		token = os.Getenv("TWILIO_API_SECRET")
	}
	return session(name).SignedString([]byte(token))
}

// --- helpers of the package

func getEnv(name, otherwise string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return otherwise
}

func helper(name string) (string, error) {
	token := getEnv("TWILIO_AUTH_TOKEN", "")
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(os\.LookupEnv\("TWILIO_AUTH_TOKEN"\)( → value)? → token → key\): use a key that is made for it$`
}

func helperSecret(name string) (string, error) {
	token := getEnv("SESSION_TOKEN", "")
	return session(name).SignedString([]byte(token))
}

// what goes before the default is another setting
func helperTwice(name string) (string, error) {
	token := getEnv("SESSION_TOKEN", os.Getenv("TWILIO_AUTH_TOKEN"))
	return session(name).SignedString([]byte(token))
}

func mustEnv(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

func must(name string) (string, error) {
	return session(name).SignedString([]byte(mustEnv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → value → key\): use a key that is made for it$`
}

func mustSecret(name string) (string, error) {
	return session(name).SignedString([]byte(mustEnv("SESSION_TOKEN")))
}

func firstEnv(names ...string) string {
	for _, name := range names {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}

// one of two settings
func first(name string) (string, error) {
	return session(name).SignedString([]byte(firstEnv("JWT_SECRET", "TWILIO_AUTH_TOKEN")))
}

// --- variables of the package

var (
	authToken  = os.Getenv("TWILIO_AUTH_TOKEN")
	sessionKey = os.Getenv("SESSION_KEY")

	initialized, initializedKey string

	changed = os.Getenv("TWILIO_AUTH_TOKEN")
)

func init() {
	initialized = os.Getenv("TWILIO_AUTH_TOKEN")
	initializedKey = os.Getenv("SESSION_KEY")
}

func global(name string) (string, error) {
	return session(name).SignedString([]byte(authToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → authToken → key\): use a key that is made for it$`
}

func globalKey(name string) (string, error) {
	return session(name).SignedString([]byte(sessionKey))
}

func inInit(name string) (string, error) {
	return session(name).SignedString([]byte(initialized)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → initialized → key\): use a key that is made for it$`
}

func inInitKey(name string) (string, error) {
	return session(name).SignedString([]byte(initializedKey))
}

func change(to string) { changed = to }

// another function may have changed it
func mayHaveChanged(name string) (string, error) {
	return session(name).SignedString([]byte(changed))
}

// --- what is made of the auth token is not the auth token

func hashed(name string) (string, error) {
	key := sha256.Sum256([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	return session(name).SignedString(key[:])
}

func peppered(name string) (string, error) {
	return session(name).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN") + os.Getenv("PEPPER")))
}

func ofTenant(name, tenant string) (string, error) {
	return session(name).SignedString([]byte("tenant " + tenant + os.Getenv("TWILIO_AUTH_TOKEN")))
}
