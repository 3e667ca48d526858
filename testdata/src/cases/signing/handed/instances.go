package handed

import (
	"os"

	kevinburke "github.com/kevinburke/twilio-go/v2"
	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client"
)

// --- one type, several values

type login struct{ user, password string }

func (l login) client() *kevinburke.Client { return kevinburke.NewClient(l.user, l.password, nil) }

func (l login) session(name string) (string, error) {
	return session(name).SignedString([]byte(l.password))
}

type app struct{ twilio, sessions login }

func (a app) both(name string) (string, error) {
	println(a.twilio.client())
	return a.sessions.session(name)
}

// two parameters of a type, one of which is the account
func twoLogins(a, b login, accountSid, name string) (string, error) {
	println(kevinburke.NewClient(accountSid, a.password, nil))
	return session(name).SignedString([]byte(b.password))
}

// two values of a type in one function
func twoValues(name string) (string, error) {
	a, b := login{"a", os.Getenv("PHONE")}, login{"b", os.Getenv("SESSION")}
	_ = client.NewRequestValidator(a.password)
	return session(name).SignedString([]byte(b.password))
}

// a list of logins
func eachLogin(all []login, name string) (token string, err error) {
	for _, l := range all {
		switch l.user {
		case "phone":
			_ = client.NewRequestValidator(l.password)
		case "session":
			token, err = session(name).SignedString([]byte(l.password))
		}
	}
	return token, err
}

// a list of logins that are linked
type linked struct {
	password string
	next     *linked
}

func nextLogin(l *linked, name string) (string, error) {
	_ = client.NewRequestValidator(l.password)
	l = l.next
	return session(name).SignedString([]byte(l.password))
}

// elements of one list
func twoOf(all []login, name string) (string, error) {
	_ = client.NewRequestValidator(all[0].password)
	return session(name).SignedString([]byte(all[1].password))
}

// a variable that stands for one, and then for the other
func oneThenOther(a, b *login, name string) (string, error) {
	l := a
	_ = client.NewRequestValidator(l.password)
	l = b
	return session(name).SignedString([]byte(l.password))
}

// a variable that stands for one of them all the time
func oneByVariable(a *login, accountSid, name string) (string, error) {
	l := a
	println(kevinburke.NewClient(accountSid, l.password, nil))
	return session(name).SignedString([]byte(a.password)) // want `^JSON Web Token signed with the account's auth token \(a\.password \(handed to kevinburke\.NewClient\) → key\): use a key that is made for it$`
}

// --- a helper that returns another value for each call

func secretFile(name string) string {
	data, err := os.ReadFile("/run/secrets/" + name)
	if err != nil {
		return ""
	}
	text := string(data)
	return text
}

func secretFiles(name string) (string, error) {
	_ = client.NewRequestValidator(secretFile("phone"))
	return session(name).SignedString([]byte(secretFile("session")))
}

// --- the REST client has an API key, and its secret

func apiKey(key, secret, name string) (string, error) {
	println(twilio.NewRestClientWithParams(twilio.ClientParams{Username: key, Password: secret}))
	return session(name).SignedString([]byte(secret))
}

func account(accountSid, secret, name string) (string, error) {
	println(twilio.NewRestClientWithParams(twilio.ClientParams{Username: accountSid, Password: secret}))
	return session(name).SignedString([]byte(secret)) // want `^JSON Web Token signed with the account's auth token \(secret \(handed to twilio\.NewRestClientWithParams\) → key\): use a key that is made for it$`
}
