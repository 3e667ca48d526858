// Package panics has code that panics on some ways, in what the old token is made of.
package panics

import (
	"log"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

const account = "AC00000000000000000000000000000001"

type settings struct{ sid, secret, app string }

func (s *settings) auth() string { return s.secret }

func (s *settings) plain(secret string) string { return secret }

// the auth token is read through a pointer that may be nil
func throughPointer(s *settings, user string) (string, error) {
	c := twilioclient.NewCapability(account, s.secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the account is read through the same pointer, and goes on to be
func bothThroughPointer(s *settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.sid, s.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the pointer is looked at first
func compared(s *settings, user string) (string, error) {
	if s == nil {
		return "", nil
	}
	c := twilioclient.NewCapability(account, s.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the pointer is followed before, in code that stays
func followedBefore(s *settings, user string) (string, error) {
	log.Print(s.app)
	c := twilioclient.NewCapability(account, s.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the pointer is followed before, on one way only
func followedOnOneWay(s *settings, user string) (string, error) {
	if user == "" {
		log.Print(s.app)
	}
	c := twilioclient.NewCapability(account, s.secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func load() (*settings, error) { return &settings{}, nil }

// the pointer comes with an error, which is looked at
func cameWithError(user string) (string, error) {
	s, err := load()
	if err != nil {
		return "", err
	}
	c := twilioclient.NewCapability(account, s.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the pointer is that of an object which is made here
func madeHere(user string) (string, error) {
	s := &settings{secret: "secret"}
	c := twilioclient.NewCapability(account, s.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a pointer to the auth token itself
func pointed(secret *string, user string) (string, error) {
	c := twilioclient.NewCapability(account, *secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a method that follows its receiver
func byMethod(s *settings, user string) (string, error) {
	c := twilioclient.NewCapability(account, s.auth()) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a method that does not look at its receiver
func byIdleMethod(s *settings, secret, user string) (string, error) {
	c := twilioclient.NewCapability(account, s.plain(secret)) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func second(credentials string) string { return strings.Split(credentials, ":")[1] }

// a helper that panics if there is no second part
func byHelper(credentials, user string) (string, error) {
	c := twilioclient.NewCapability(account, second(credentials)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a function of a library that panics for numbers below zero
func repeated(n int, user string) (string, error) {
	c := twilioclient.NewCapability(account, strings.Repeat("x", n)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the same function with a number that is known
func repeatedConstant(secret, user string) (string, error) {
	c := twilioclient.NewCapability(account, strings.Repeat(secret, 1)) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a function of a library that panics for an empty list
func largest(secrets []string, user string) (string, error) {
	c := twilioclient.NewCapability(account, slices.Max(secrets)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a key that has no hash
func keyed(secrets map[any]string, key any, user string) (string, error) {
	c := twilioclient.NewCapability(account, secrets[key]) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a key that has one
func keyedByText(secrets map[string]string, key, user string) (string, error) {
	c := twilioclient.NewCapability(account, secrets[key]) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a shift by a number below zero
func shifted(n int, user string) (string, error) {
	c := twilioclient.NewCapability(account, strconv.Itoa(1<<n)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a slice of a size below zero
func sized(n int, user string) (string, error) {
	c := twilioclient.NewCapability(account, string(make([]byte, n))) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a slice that is too short for an array
func arrayed(b []byte, user string) (string, error) {
	key := [4]byte(b)
	c := twilioclient.NewCapability(account, string(key[:])) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the length of a builder grows by a number below zero
func grown(n int, user string) (string, error) {
	var b strings.Builder
	b.Grow(n)
	b.WriteString("secret")
	c := twilioclient.NewCapability(account, b.String()) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

type office struct{ *settings }

// the auth token is a field of what is embedded, which may be nil
func embedded(o office, user string) (string, error) {
	c := twilioclient.NewCapability(account, o.secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the account is a field of it, too
func embeddedBoth(o office, user string) (string, error) {
	c := twilioclient.NewCapability(o.sid, o.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the length of an element is asked for, not that of the list
func measuredElement(secret, user string, hours []string) (string, error) {
	c := twilioclient.NewCapability(account, secret+hours[1]) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Duration(len(hours[0])) * time.Hour)
}

type agent struct{ name string }

// the log has a line less if there is no agent
func logged(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	log.Print("a token is made")
	return c.GenerateToken(time.Hour)
}

// the log has been written when the agent is looked at
func loggedBefore(sid, secret string, a *agent) (string, error) {
	log.Print("a token is made")
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	return c.GenerateToken(time.Hour)
}

// others see what is set if there is no agent
func counted(sid, secret string, a *agent, calls map[string]int) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	calls["tokens"]++
	return c.GenerateToken(time.Hour)
}

// nobody sees what is set if there is no agent
func countedHere(sid, secret string, a *agent) (string, int, error) {
	n := 0
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	n++
	tok, err := c.GenerateToken(time.Hour)
	return tok, n, err
}

// each index panics where it stands
func indexed(secret string, ids []string) (string, error) {
	c := twilioclient.NewCapability(ids[0], secret) // want "do not use$"
	log.Print("account")
	c.AllowClientIncoming(ids[1])
	log.Print("name")
	return c.GenerateToken(time.Hour)
}

// the map is nil, and is written to when the token is made
func writtenLater(sid, secret, user string) (tok string, err error) {
	var params map[string]string
	c := twilioclient.NewCapability(sid, secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientOutgoing("AP00000000000000000000000000000001", params)
	c.AllowClientIncoming(user)
	tok, err = c.GenerateToken(time.Hour)
	params["token"] = tok
	return tok, err
}

// the map is not nil
func written(sid, secret, user string) (tok string, err error) {
	params := map[string]string{}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing("AP00000000000000000000000000000001", params)
	c.AllowClientIncoming(user)
	tok, err = c.GenerateToken(time.Hour)
	params["token"] = tok
	return tok, err
}

// the pointer is compared, and the program goes on in any case
func comparedInVain(s *settings, user string) (string, error) {
	if s == nil {
		log.Print("no settings")
	}
	c := twilioclient.NewCapability(account, s.secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the length decides, by way of a variable
func measured(user string, credentials []string) (string, error) {
	n := len(credentials)
	switch {
	case n < 2:
		return "", nil
	}
	c := twilioclient.NewCapability(account, credentials[1]) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the length is printed
func measuredInVain(user string, credentials []string) (string, error) {
	log.Print(len(credentials))
	c := twilioclient.NewCapability(account, credentials[1]) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the length is asked for behind
func measuredTooLate(user string, credentials []string) (string, error) {
	c := twilioclient.NewCapability(account, credentials[1]) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if len(credentials) < 2 {
		return "", nil
	}
	return c.GenerateToken(time.Hour)
}

// the error is printed, and the program goes on
func triedInVain(user string) (string, error) {
	s, err := tried(user)
	if err != nil {
		log.Print(err)
	}
	c := twilioclient.NewCapability(account, s.secret) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func tried(user string) (*settings, error) {
	if user == "" {
		return nil, nil
	}
	return &settings{}, nil
}

// the list is known to be long enough
func listed(user, secret string) (string, error) {
	credentials := []string{account, secret}
	c := twilioclient.NewCapability(account, credentials[1]) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the list may be too short
func listedPerhaps(user, secret string) (string, error) {
	credentials := []string{account}
	if secret != "" {
		credentials = append(credentials, secret)
	}
	c := twilioclient.NewCapability(account, credentials[1]) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
