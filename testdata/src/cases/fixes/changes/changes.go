// Package changes has values that change between their use and the signing.
package changes

import (
	"strconv"
	"strings"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type agent struct {
	name string
	app  string
	ttl  time.Duration
}

// the variable has another value when the token is signed
func reassigned(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	user = strings.ToUpper(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, user, err
}

// the variable had another value before, which is of no interest
func reassignedBefore(sid, secret, user string) (string, error) {
	user = strings.ToLower(user)
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the variable has another value after the token was signed
func reassignedAfter(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	user = "was " + user
	return tok, user, err
}

// the field has another value when the token is signed
func fieldModified(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a.name = ""
	return c.GenerateToken(time.Hour)
}

// another field of the same struct is modified
func otherFieldModified(sid, secret string, a agent) (string, agent, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a.app = ""
	tok, err := c.GenerateToken(time.Hour)
	return tok, a, err
}

// a pointer to the variable is at hand, and what it points to changes
func pointer(sid, secret, user string) (string, error) {
	p := &user
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	*p = "nobody"
	return c.GenerateToken(time.Hour)
}

// a pointer is read, and points elsewhere later
func pointed(sid, secret string, p *string, other *string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(*p)
	p = other
	tok, err := c.GenerateToken(time.Hour)
	return tok + *p, err
}

// the struct variable as a whole changes
func structReplaced(sid, secret string, a agent) (string, agent, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a = agent{}
	tok, err := c.GenerateToken(time.Hour)
	return tok, a, err
}

func (a *agent) reset() { a.name = "" }

// a method changes the field
func changedByMethod(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a.reset()
	return c.GenerateToken(time.Hour)
}

// a closure changes the variable
func changedByClosure(sid, secret, user string) (string, error) {
	forget := func() { user = "" }
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	forget()
	return c.GenerateToken(time.Hour)
}

// the variable of the loop is the name
func loopVariable(sid, secret string, n int) (toks []string) {
	for i := 0; i < n; i++ {
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming("agent_" + strconv.Itoa(i))
		tok, err := c.GenerateToken(time.Hour)
		if err != nil {
			return nil
		}
		toks = append(toks, tok)
	}
	return toks
}

var calls int

func nextName() string {
	calls++
	return "agent_" + strconv.Itoa(calls)
}

// the name is the result of a call that must happen once
func calledOnce(sid, secret, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(app, nil)
	c.AllowClientIncoming(nextName())
	return c.GenerateToken(time.Hour)
}

// a first name costs a call, and is replaced
func calledAndReplaced(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(nextName())
	c.AllowClientIncoming("agent_zero")
	return c.GenerateToken(time.Hour)
}

var trail []string

func note(s string) string {
	trail = append(trail, s)
	return s
}

// calls with side effects, in the order in which a builder wants them
func orderKept(sid, secret, user, app string) (string, error) {
	c := twilioclient.NewCapability(note(sid), secret) // want "do not use$"
	c.AllowClientIncoming(note(user))
	c.AllowClientOutgoing(note(app), nil)
	return c.GenerateToken(time.Hour)
}

// another call with a side effect lies between
func orderBetween(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(note(user))
	note("signing")
	return c.GenerateToken(time.Hour)
}

// the application is reassigned
func appReassigned(sid, secret, user, app string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, nil)
	app = ""
	tok, err := c.GenerateToken(time.Hour)
	return tok, app, err
}

// the account is reassigned after the object was made
func accountReassigned(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	sid = ""
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, sid, err
}

// the auth token is reassigned: nobody cares
func secretReassigned(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	secret = "gone"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, secret, err
}

// the lifetime is set late, but before the signing
func lifetimeLate(sid, secret, user string, long bool) (string, error) {
	ttl := time.Hour
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	if long {
		ttl = 8 * time.Hour
	}
	return c.GenerateToken(ttl)
}

// the map is filled further after it was handed over: the old code encodes it at the end
func mapFilledLater(sid, secret, user, app string) (string, error) {
	params := map[string]string{"from": user}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, params)
	params["queue"] = "sales"
	return c.GenerateToken(time.Hour)
}

// a key is deleted after the map was handed over
func mapEmptiedLater(sid, secret, user, app string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, params)
	delete(params, "internal")
	return c.GenerateToken(time.Hour)
}

// the variable has another map after it was handed over
func mapReplacedLater(sid, secret, user, app string, params map[string]string) (string, map[string]string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, params)
	params = nil
	tok, err := c.GenerateToken(time.Hour)
	return tok, params, err
}

// the map changes after the token was signed
func mapAfterSigning(sid, secret, user, app string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, params)
	tok, err := c.GenerateToken(time.Hour)
	params["seen"] = "yes"
	return tok, err
}
