package shapes

import (
	"sync"
	"time"

	tc "github.com/kevinburke/twilio-go/v2/twilioclient"
)

const hour = time.Hour

// the body of the closure is on one line
func oneLine(s, t, n string) (r string, e error) {
	func() { c := tc.NewCapability(s, t); c.AllowClientIncoming(n); r, e = c.GenerateToken(hour) }() // want "do not use$"
	return
}

// the same, deferred
func oneLineDeferred(s, t, n string) (r string, e error) {
	defer func() { c := tc.NewCapability(s, t); c.AllowClientIncoming(n); r, e = c.GenerateToken(hour) }() // want "do not use$"
	return
}

// the same, with a comment inside the line
func oneLineComment(s, t, n string) (r string, e error) {
	func() { c := tc.NewCapability(s, t /*k*/); c.AllowClientIncoming(n); r, e = c.GenerateToken(1e12) }() // want "do not use$"
	return
}

func must(tok string, err error) string {
	if err != nil {
		panic(err)
	}
	return tok
}

// outside of every function: a closure in the initialiser of a variable
var lobby = must(func() (string, error) {
	c := tc.NewCapability("AC00000000000000000000000000000001", "hush") // want "do not use$"
	c.AllowClientIncoming("lobby")
	return c.GenerateToken(time.Hour)
}())

// a variable that holds a function
var mint = func(sid, secret, user string) (string, error) {
	c := tc.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// functions as the values of a map
var mints = map[string]func(string, string) (string, error){
	"gate": func(sid, secret string) (string, error) {
		c := tc.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming("gate")
		return c.GenerateToken(time.Hour)
	},
	"none": nil,
}

var shared *tc.Capability

// the object is a variable of the package
func global(sid, secret, user string) (string, error) {
	shared = tc.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	shared.AllowClientIncoming(user)
	return shared.GenerateToken(time.Hour)
}

// an argument that is itself a call with a closure
func once(sid, secret, user string) string {
	get := sync.OnceValue(func() string {
		c := tc.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err := c.GenerateToken(time.Hour)
		if err != nil {
			return ""
		}
		return tok
	})
	return get()
}

// a token is made as the program starts
func init() {
	c := tc.NewCapability("AC00000000000000000000000000000001", "hush") // want "do not use$"
	c.AllowClientIncoming("boot")
	tok, err := c.GenerateToken(time.Hour)
	if err != nil {
		panic(err)
	}
	lobby += tok
}
