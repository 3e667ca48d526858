// Package locals has variables that hold the auth token.
package locals

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	twilio "github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

const account = "AC00000000000000000000000000000001"

// the local is for the token only, its value comes from the environment
func pure(user string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func mustLoad(name string) string {
	b, err := os.ReadFile("/run/secrets/" + name)
	if err != nil {
		log.Fatal(err)
	}
	return string(b)
}

// the local is for the token only, but its initialiser does more than read
func sideEffect(user string) (string, error) {
	authToken := mustLoad("auth_token")
	c := twilioclient.NewCapability(account, authToken) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func creds() (sid, secret string) {
	log.Print("credentials were read")
	return account, os.Getenv("TWILIO_AUTH_TOKEN")
}

// two results of one call, the other is still needed
func twoResults(user string) (string, error) {
	sid, tok := creds()
	c := twilioclient.NewCapability(sid, tok) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// two values in one statement, the other is still needed
func twoValues(user string) (string, error) {
	sid, tok := account, os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(sid, tok) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local feeds the check of webhooks, too
func webhook(r *http.Request, user string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	if err := twilio.ValidateIncomingRequest("https://example.com", authToken, r); err != nil {
		return "", err
	}
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local feeds a REST client after the token was made
func restClient(user string) (string, *twilio.Client, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, twilio.NewClient(account, authToken, nil), err
}

// one of several in a var group
func inGroup(user string) (string, error) {
	var (
		sid       = os.Getenv("TWILIO_ACCOUNT_SID")
		authToken = os.Getenv("TWILIO_AUTH_TOKEN")
		app       = os.Getenv("TWILIO_APP_SID")
	)
	c := twilioclient.NewCapability(sid, authToken) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the only one in a var group
func aloneInGroup(user string) (string, error) {
	var (
		authToken = os.Getenv("TWILIO_AUTH_TOKEN")
	)
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// two names in one line of a var declaration
func twoInOneLine(user string) (string, error) {
	var sid, authToken = os.Getenv("TWILIO_ACCOUNT_SID"), os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(sid, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a local constant may stay unused
func constant(user string) (string, error) {
	const authToken = "0123456789abcdef0123456789abcdef"
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// two tokens share the local: it goes with both, not with one
func shared(user, boss string) (string, string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	c1 := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c1.AllowClientIncoming(user)
	first, err := c1.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	c2 := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c2.AllowClientIncoming(boss)
	second, err := c2.GenerateToken(8 * time.Hour)
	return first, second, err
}

// two tokens share the local, and one of them can't be fixed
func sharedWithUnfixable(user, app string) (string, string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	c1 := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c1.AllowClientIncoming(user)
	first, err := c1.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	c2 := twilioclient.NewCapability(account, authToken) // want "no fix: identity-missing( \\(.*\\))?$"
	c2.AllowClientOutgoing(app, nil)
	second, err := c2.GenerateToken(time.Hour)
	return first, second, err
}

// a closure reads the local, too
func captured(user string) (string, error, func() bool) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	configured := func() bool { return authToken != "" }
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, err, configured
}

// the token is made in a closure, the local is outside
func outsideOfClosure() func(string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	return func(user string) (string, error) {
		c := twilioclient.NewCapability(account, authToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	}
}

// the local has a second value if the first is empty: the condition still reads it
func fallback(user string) (string, error) {
	authToken := os.Getenv("TWILIO_AUTH_TOKEN")
	if authToken == "" {
		authToken = os.Getenv("TWILIO_TOKEN")
	}
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local is declared, and assigned in another statement
func assignedLater(user string) (string, error) {
	var authToken string
	authToken = os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local is assigned to the blank identifier: that is a use
func blankAssigned(user string) (string, error) {
	token := os.Getenv("TWILIO_AUTH_TOKEN")
	_ = token
	c := twilioclient.NewCapability(account, token) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a parameter may stay, even if nothing reads it any more
func parameter(accountSid, authToken, user string) (string, error) {
	c := twilioclient.NewCapability(accountSid, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a named result may stay, too
func namedResult(user string) (authToken string, err error) {
	authToken = os.Getenv("TWILIO_AUTH_TOKEN")
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	authToken, err = c.GenerateToken(time.Hour)
	return
}

// one local is made from another, both go
func chain(user string) (string, error) {
	prefix := "TWILIO_"
	secret := os.Getenv(prefix + "AUTH_TOKEN")
	c := twilioclient.NewCapability(account, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local comes from a channel
func received(secrets <-chan string, user string) (string, error) {
	authToken := <-secrets
	c := twilioclient.NewCapability(account, authToken) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local comes from an index that may panic
func indexed(args []string, user string) (string, error) {
	authToken := args[1]
	c := twilioclient.NewCapability(account, authToken) // want "do not use(; no fix: side-effect( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the second result is still read
func lookedUp(user string) (string, error) {
	authToken, ok := os.LookupEnv("TWILIO_AUTH_TOKEN")
	if !ok {
		return "", os.ErrNotExist
	}
	c := twilioclient.NewCapability(account, authToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the local is the init statement of the if around the token
func inInit(user string) (string, error) {
	if authToken := os.Getenv("TWILIO_AUTH_TOKEN"); user != "" {
		c := twilioclient.NewCapability(account, authToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	}
	return "", fmt.Errorf("no user")
}

// the argument itself has a side effect
func inArgument(user string) (string, error) {
	c := twilioclient.NewCapability(account, mustLoad("auth_token")) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

type secret string

// the local has a type of the package, and is converted
func converted(user string) (string, error) {
	authToken := secret(os.Getenv("TWILIO_AUTH_TOKEN"))
	c := twilioclient.NewCapability(account, string(authToken)) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a struct of credentials is for the token, one field of it goes out of use
func structLocal(user string) (string, error) {
	cfg := struct{ sid, secret string }{account, os.Getenv("TWILIO_AUTH_TOKEN")}
	c := twilioclient.NewCapability(cfg.sid, cfg.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a local of the same name in an inner block hides the one that stays
func hidden(r *http.Request, user string) (tok string, err error) {
	authToken := os.Getenv("TWILIO_WEBHOOK_TOKEN")
	if user != "" {
		authToken := os.Getenv("TWILIO_AUTH_TOKEN")
		c := twilioclient.NewCapability(account, authToken) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
	}
	if err == nil {
		err = twilio.ValidateIncomingRequest("https://example.com", authToken, r)
	}
	return tok, err
}
