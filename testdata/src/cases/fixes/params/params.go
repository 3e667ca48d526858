// Package params has the parameters of outgoing calls.
package params

import (
	"maps"
	"net/http"
	"net/url"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type app struct {
	sid, secret, voice string
	defaults           map[string]string
}

// no params at all
func untypedNil(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, nil)
	return c.GenerateToken(time.Hour)
}

// a conversion of nil
func typedNil(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string(nil))
	return c.GenerateToken(time.Hour)
}

// a variable that is never anything but nil
func nilVariable(a app, user string) (string, error) {
	var none map[string]string
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, none)
	return c.GenerateToken(time.Hour)
}

// a literal with constants, variables and calls
func literal(a app, user string, r *http.Request) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string{"queue": "a&b=c d", "from": user, "ip": r.RemoteAddr, "é+%": ""})
	return c.GenerateToken(time.Hour)
}

// an empty literal
func emptyLiteral(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string{})
	return c.GenerateToken(time.Hour)
}

type key = string

const (
	queueKey key    = "queue"
	fromKey  string = "from"
)

// a literal whose keys are typed constants
func typedKeys(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[key]string{queueKey: "sales", fromKey: user})
	return c.GenerateToken(time.Hour)
}

// a variable that somebody else filled, or did not
func variable(a app, user string, extra map[string]string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// the variable has the name that a copy of it may want
func variableNamedParams(a app, user string, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, params)
	return c.GenerateToken(time.Hour)
}

// variables of a loop that copies are taken
func namesTaken(a app, k, v string) (string, error) {
	extra := map[string]string{k: v}
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(k)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// a field of a struct
func field(a *app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, a.defaults)
	return c.GenerateToken(time.Hour)
}

func paramsFor(user string) map[string]string {
	if user == "boss" {
		return nil
	}
	return map[string]string{"from": user}
}

// the result of a call
func call(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, paramsFor(user))
	return c.GenerateToken(time.Hour)
}

// the result of a call into the standard library
func cloned(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, maps.Clone(a.defaults))
	return c.GenerateToken(time.Hour)
}

// a map that is made and filled key by key
func made(a app, user string) (string, error) {
	extra := make(map[string]string, 2)
	extra["from"] = user
	extra["queue"] = "sales"
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// a map that is filled under a condition
func filledMaybe(a app, user string, vip bool) (string, error) {
	extra := map[string]string{"from": user}
	if vip {
		extra["queue"] = "vip"
	}
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// a map that may be nil
func nilMaybe(a app, user string, vip bool) (string, error) {
	var extra map[string]string
	if vip {
		extra = map[string]string{"queue": "vip"}
	}
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// Params is what the voice application gets.
type Params map[string]string

// a variable of a type of the package
func ownType(a app, user string, extra Params) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// a literal of a type of the package
func ownTypeLiteral(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, Params{"from": user})
	return c.GenerateToken(time.Hour)
}

type paramsAlias = map[string]string

// a literal of another name for the type
func aliasLiteral(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, paramsAlias{"from": user})
	return c.GenerateToken(time.Hour)
}

// values that were escaped by the application itself: they stay escaped
func escapedByApplication(a app, user, city string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string{"city": url.QueryEscape(city)})
	return c.GenerateToken(time.Hour)
}

// the local is for the outgoing calls only, the literal moves or is copied
func literalInLocal(a app, user string) (string, error) {
	extra := map[string]string{
		"from": user,
		"lang": "de",
	}
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// the map is read by others, too
func readByOthers(w http.ResponseWriter, a app, user string) (string, error) {
	extra := map[string]string{"from": user}
	w.Header().Set("X-From", extra["from"])
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, extra)
	return c.GenerateToken(time.Hour)
}

// the params of two applications: the second call replaces the first
func replaced(a app, user, other string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(other, map[string]string{"old": "yes"})
	c.AllowClientOutgoing(a.voice, map[string]string{"new": "yes"})
	return c.GenerateToken(time.Hour)
}

// a literal inside a literal's value
func nestedLiteral(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(a.voice, map[string]string{"lang": map[string]string{"bob": "en"}[user]})
	return c.GenerateToken(time.Hour)
}

// without incoming calls there is no name
func nameless(a app, user string) (string, error) {
	c := twilioclient.NewCapability(a.sid, a.secret) // want "no fix: identity-missing( \\(.*\\))?$"
	c.AllowClientOutgoing(a.voice, map[string]string{"from": user})
	return c.GenerateToken(time.Hour)
}
