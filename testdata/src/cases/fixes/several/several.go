// Package several has more than one token in a file, a function, a declaration.
package several

import (
	"fmt"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	old "github.com/kevinburke/twilio-go/twilioclient"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// two objects, with their calls interleaved
func interleaved(sid, secret, a, b string) (first, second string, err error) {
	ca := twilioclient.NewCapability(sid, secret) // want "do not use$"
	cb := twilioclient.NewCapability(sid, secret) // want "do not use$"
	ca.AllowClientIncoming(a)
	cb.AllowClientIncoming(b)
	if first, err = ca.GenerateToken(time.Hour); err != nil {
		return
	}
	second, err = cb.GenerateToken(2 * time.Hour)
	return
}

// two objects in one statement
func oneStatement(sid, secret, a, b string) (string, string) {
	ca, cb := twilioclient.NewCapability(sid, secret), twilioclient.NewCapability(sid, secret) // want "do not use$" "do not use$"
	ca.AllowClientIncoming(a)
	cb.AllowClientIncoming(b)
	first, _ := ca.GenerateToken(time.Hour)
	second, _ := cb.GenerateToken(time.Hour)
	return first, second
}

// two objects in one var group
func oneGroup(sid, secret, a, b string) (string, string) {
	var (
		ca = twilioclient.NewCapability(sid, secret) // want "do not use$"
		cb = twilioclient.NewCapability(sid, secret) // want "do not use$"
	)
	ca.AllowClientIncoming(a)
	cb.AllowClientIncoming(b)
	first, _ := ca.GenerateToken(time.Hour)
	second, _ := cb.GenerateToken(time.Hour)
	return first, second
}

// a token in each case of one switch
func oneSwitch(sid, secret, user, app, role string) (string, error) {
	switch role {
	case "agent":
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	case "boss":
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		c.AllowClientOutgoing(app, nil)
		return c.GenerateToken(8 * time.Hour)
	case "kiosk":
		c := twilioclient.NewCapability(sid, secret) // want "no fix: identity-missing( \\(.*\\))?$"
		c.AllowClientOutgoing(app, nil)
		return c.GenerateToken(time.Hour)
	}
	return "", fmt.Errorf("unknown role %q", role)
}

// one variable for two objects, one after the other
func oneVariable(sid, secret, a, b string) (first, second string) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a)
	first, _ = c.GenerateToken(time.Hour)

	c = twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(b)
	second, _ = c.GenerateToken(time.Hour)
	return
}

// a fixable token beside one that is not, with the same err and names
func besideUnfixable(sid, secret, user string) (string, string, error) {
	good := twilioclient.NewCapability(sid, secret) // want "do not use$"
	good.AllowClientIncoming(user)
	first, err := good.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	bad := twilioclient.NewCapability(sid, secret) // want "no fix: event-stream( \\(.*\\))?$"
	bad.AllowClientIncoming(user)
	bad.AllowEventStream(nil)
	second, err := bad.GenerateToken(time.Hour)
	return first, second, err
}

// three libraries in one function, and a local for all of them
func threeLibraries(sid, user string) (toks []string, err error) {
	secret := os.Getenv("TWILIO_AUTH_TOKEN")

	a := twilioclient.NewCapability(sid, secret) // want "do not use$"
	a.AllowClientIncoming(user)
	tok, err := a.GenerateToken(time.Hour)
	if err != nil {
		return nil, err
	}
	toks = append(toks, tok)

	b := old.NewCapability(sid, secret) // want "do not use$"
	b.AllowClientIncoming(user)
	if tok, err = b.GenerateToken(time.Minute); err != nil {
		return nil, err
	}
	toks = append(toks, tok)

	tok, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
	return append(toks, tok), err
}

// a token inside the arguments of which another is made
func inside(sid, secret, a, b string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(a)
	c.AllowClientOutgoing("AP1", map[string]string{"peer": func() string {
		d := twilioclient.NewCapability(sid, secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
		d.AllowClientIncoming(b)
		tok, _ := d.GenerateToken(time.Minute)
		return tok
	}()})
	return c.GenerateToken(time.Hour)
}

// two claims with the same expiry, issuer and key
func sharedLocals(sid, user, boss string) (string, string, error) {
	key := []byte(os.Getenv("TWILIO_AUTH_TOKEN"))
	exp := time.Now().Add(time.Hour).Unix()
	first, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(key)
	if err != nil {
		return "", "", err
	}
	second, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + boss,
	}).SignedString(key)
	return first, second, err
}
