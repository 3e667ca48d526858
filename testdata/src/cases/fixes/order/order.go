// Package order has values and calls whose order the signing statement gives away.
package order

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type agent struct {
	name string
	ttl  time.Duration
}

func (a *agent) refresh() error {
	a.name, a.ttl = "refreshed", 2*time.Hour
	return nil
}

func (a *agent) rename() string {
	a.name += "!"
	return a.name
}

func lifetime(a *agent) time.Duration { return a.ttl }

func must(tok string, err error) string {
	if err != nil {
		panic(err)
	}
	return tok
}

func triple(_ error, tok string, err error) (string, error) { return tok, err }

var trail []string

func note(s string) string {
	trail = append(trail, s)
	return s
}

// the init statement changes the lifetime that the condition signs with
func changedInInit(sid, secret, user string, ttl time.Duration) string {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if ttl = 3 * time.Hour; user != must(c.GenerateToken(ttl)) {
		return user
	}
	return ""
}

// a method in the init statement changes the lifetime
func refreshedInInit(sid, secret, user string, a *agent) string {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if err := a.refresh(); err == nil && user != must(c.GenerateToken(a.ttl)) {
		return user
	}
	return ""
}

// the init statement of a switch changes the lifetime that its tag signs with
func changedInSwitch(sid, secret, user string, ttl time.Duration) bool {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	switch ttl = 3 * time.Hour; must(c.GenerateToken(ttl)) {
	case user:
		return true
	}
	return false
}

// the object is the init statement of an if: its account is read before a change in the body
func objectInInit(secret string, a *agent) (string, error) {
	if c := twilioclient.NewCapability(a.name, secret); a.ttl > 0 { // want "do not use$"
		c.AllowClientIncoming("lobby")
		a.refresh()
		return c.GenerateToken(time.Hour)
	}
	return "", nil
}

// the object is the init statement of a switch
func objectInSwitch(secret string, a *agent) (string, error) {
	switch c := twilioclient.NewCapability(a.name, secret); { // want "do not use$"
	case a.ttl > 0:
		c.AllowClientIncoming("lobby")
		a.name = "AC2"
		return c.GenerateToken(time.Hour)
	}
	return "", nil
}

// another argument of the call that takes the token changes the lifetime first
func argumentBefore(sid, secret, user string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return triple(a.refresh(), must(c.GenerateToken(lifetime(a))), nil)
}

// another value of the same assignment changes the lifetime first
func valueBefore(sid, secret, user string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	err, tok := a.refresh(), must(c.GenerateToken(lifetime(a)))
	return tok, err
}

// the left operand has a side effect before the lifetime has its own
func operandBefore(sid, secret, user string, ttl func() time.Duration) string {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return note("phone") + must(c.GenerateToken(ttl()))
}

// the right operand makes the token only if the left one holds
func operandSkipped(sid, secret string, a *agent) bool {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming("lobby")
	return a != nil && must(c.GenerateToken(a.ttl)) != ""
}

// each value has a side effect that the next one reads
func eachChanges(secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(a.rename(), secret) // want "do not use$"
	c.AllowClientIncoming(a.rename())
	c.AllowClientOutgoing(a.rename(), map[string]string{"a": a.rename(), "b": a.rename()})
	return c.GenerateToken(time.Hour)
}

// the application has a side effect before the name has, and a builder wants the name first
func applicationFirst(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientOutgoing(note("AP1"), nil)
	c.AllowClientIncoming(a.rename())
	return c.GenerateToken(time.Hour)
}

// the helper that has the auth token changes the name
func secretRenames(sid string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, a.rename()) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(a.name)
	return c.GenerateToken(time.Hour)
}

// auth token and name come out of one channel, in this order
func received(sid string, words chan string) (string, error) {
	c := twilioclient.NewCapability(sid, <-words) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(<-words)
	return c.GenerateToken(time.Hour)
}

func next(words chan string) string {
	for w := range words {
		return w
	}
	return ""
}

// a helper's loop takes the auth token out of a channel
func receivedByLoop(sid string, words chan string) (string, error) {
	c := twilioclient.NewCapability(sid, next(words)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(next(words))
	return c.GenerateToken(time.Hour)
}

func first(words func(func(string) bool)) (word string) {
	for w := range words {
		word = w
		break
	}
	return word
}

func noted(yield func(string) bool) { yield(note("secret")) }

// a loop over a function has the side effects of that function
func receivedByIterator(sid, user string) (string, error) {
	c := twilioclient.NewCapability(sid, first(noted)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a goroutine changes the name as soon as it may
func changedByGoroutine(sid, secret string, a *agent) (string, error) {
	start, done := make(chan bool), make(chan bool)
	go func() { <-start; a.name = "bob"; done <- true }()
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	start <- true
	<-done
	return c.GenerateToken(time.Hour)
}

// whoever is on the other end of the channel may change the name
func changedByOther(sid, secret string, a *agent, done chan bool) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	<-done
	return c.GenerateToken(time.Hour)
}

// a clause of a select receives into the name
func changedBySelect(sid, secret string, a *agent, names chan string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	select {
	case a.name = <-names:
	}
	return c.GenerateToken(time.Hour)
}

// the token is signed as the function is over, after all changes
func deferred(sid, secret, user string, b []byte) (tok string, err error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user + string(b))
	defer func() { tok, err = c.GenerateToken(time.Hour) }()
	b[0] = 'X'
	return "", nil
}

func set(p *string, s string) string {
	*p = s
	return s
}

// Go does not say whether the application is read before the call or after it
func raced(sid, secret, user, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing("AP"+app, map[string]string{"app": set(&app, "2")})
	return c.GenerateToken(time.Hour)
}

// the call is in a statement of its own
func notRaced(sid, secret, user, app string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	params := map[string]string{"app": set(&app, "2")}
	c.AllowClientOutgoing("AP"+app, params)
	return c.GenerateToken(time.Hour)
}
