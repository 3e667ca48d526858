// Package comments has comments in every place.
package comments

import (
	"time"

	// makes the tokens of the browser phones
	"github.com/kevinburke/twilio-go/v2/twilioclient" // reviewed in March
)

type settings struct {
	Account string // AC...
	Secret  string // the auth token
	App     string // AP...
}

// comments stand above each statement
func above(s settings, user string) (string, error) {
	// first the object
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	// then what it may do
	c.AllowClientIncoming(user)
	// it may call, too
	c.AllowClientOutgoing(s.App, nil)
	// an hour is enough
	return c.GenerateToken(time.Hour)
}

// comments stand behind each statement
func behind(s settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming(user)                          // takes calls
	c.AllowClientOutgoing(s.App, nil)                    // makes calls
	return c.GenerateToken(time.Hour)                    // until lunch
}

// comments stand inside of the arguments
func inside(s settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.Account /* account */, s.Secret /* secret */) // want "do not use$"
	c.AllowClientIncoming( /* name */ user)
	c.AllowClientOutgoing(s.App, nil /* no params yet */)
	return c.GenerateToken(time.Hour /* ttl */)
}

// arguments on lines of their own, each with a comment
func lines(s settings, user string) (string, error) {
	c := twilioclient.NewCapability( // want "do not use$"
		s.Account, // whose account it is
		s.Secret,  // must not leave the server
	)
	c.AllowClientOutgoing(
		s.App, // the voice application
		// what the application gets to know
		map[string]string{
			// the caller
			"from":  user, // as it is
			"queue": "sales",
			// more to come
		},
	)
	c.AllowClientIncoming(
		user, // the same
	)
	return c.GenerateToken(
		// short enough
		time.Hour,
	)
}

// groups of comments stand between the statements
func between(s settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"

	// TODO(ann): ask the account for its applications
	//
	// Until then there is but one.

	c.AllowClientOutgoing(s.App, nil)

	/*
		The name is what the others dial.
	*/

	c.AllowClientIncoming(user)

	// done

	return c.GenerateToken(time.Hour)
}

// a group of comments ends the block
func atEnd(s settings, user string) (tok string, err error) {
	{
		c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
		// the error is looked at by the caller

		// and so is the token
	}
	return
	// nothing comes after
}

// linters are told to be silent
func silenced(s settings, user string) string {
	//nolint:staticcheck // deprecated, but there was nothing else
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, _ := c.GenerateToken(time.Hour) //nolint:errcheck
	return tok
}

// the compiler is told something
//
//go:noinline
func directive(s settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a comment inside a statement that calls a method on the next line
func chained(s settings, user string) (string, error) {
	c := twilioclient. // want "do not use$"
		// from the library
		NewCapability(s.Account, s.Secret)
	c.
		// incoming first
		AllowClientIncoming(user)
	return c.
		// then sign
		GenerateToken(time.Hour)
}

// a local that goes has comments above and behind
func localWithComments(s settings, user string) (string, error) {
	// Rotated each month, see the runbook.
	secret := s.Secret // never log this

	// The phone of one user.
	c := twilioclient.NewCapability(s.Account, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// comments in the condition and in the branches
func inIf(s settings, user string) string {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming(user)
	if tok, err := c.GenerateToken(time.Hour); err != nil { // too bad
		// no phone today
		return ""
	} else { // fine
		return tok // the phone rings
	}
}

// code that is commented out
func commentedOut(s settings, user string) (string, error) {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming(user)
	// c.AllowClientOutgoing(s.App, nil)
	// return c.GenerateToken(8 * time.Hour)
	return c.GenerateToken(time.Hour)
}

// a line directive of another tool, and an odd character: ü, 電話
func oddCharacters(s settings) (string, error) {
	c := twilioclient.NewCapability(s.Account, s.Secret) // want "do not use$"
	c.AllowClientIncoming("front_desk")                  // der Empfang, 電話 ☎
	return c.GenerateToken(time.Hour)
}
