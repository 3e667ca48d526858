// Package names takes the names that new code would like to have.
package names

import (
	"os"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a local named token, as the package is
func localToken(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	token, err := c.GenerateToken(time.Hour)
	return token, err
}

// the parameter with the auth token is named token
func parameterToken(sid, token, user string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a result is named token
func resultToken(sid, secret, user string) (token string, err error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	token, err = c.GenerateToken(time.Hour)
	return
}

// the object is named token
func objectToken(sid, secret, user string) (string, error) {
	token := twilioclient.NewCapability(sid, secret) // want "do not use$"
	token.AllowClientIncoming(user)
	return token.GenerateToken(time.Hour)
}

// the new object's usual name is a parameter
func parameterAccessToken(sid, accessToken, identity string) (string, error) {
	c := twilioclient.NewCapability(sid, accessToken) // want "do not use$"
	c.AllowClientIncoming(identity)
	return c.GenerateToken(time.Hour)
}

// the result of the signing has the new object's usual name
func localAccessToken(sid, secret, identity string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(identity)
	accessToken, err := c.GenerateToken(time.Hour)
	if err != nil {
		return "", err
	}
	return accessToken, nil
}

// a local hides the package os
func localOs(sid, secret, user string) (string, error) {
	os := "linux"
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(os + "_" + user)
	return c.GenerateToken(time.Hour)
}

// a parameter hides the package time
func parameterTime(sid, secret, user string, time time.Duration) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time)
}

// locals named as grants and parameters are
func localParams(sid, secret, app, user string) (string, error) {
	voiceGrant, grant, params, apiKey, apiSecret := user, app, map[string]string{"a": "b"}, 1, 2
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(voiceGrant)
	c.AllowClientOutgoing(grant, params)
	tok, err := c.GenerateToken(time.Duration(apiKey+apiSecret) * time.Hour)
	return tok, err
}

// a local named string, one named any
func predeclared(sid, secret, app, user string, params map[string]string) ([]byte, error) {
	string, any, nil := user, app, params
	c := twilioclient.NewCapability(sid, secret) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(string)
	c.AllowClientOutgoing(any, nil)
	tok, err := c.GenerateToken(time.Hour)
	return []byte(tok), err
}

// the name is taken after the token was made
func takenLater(sid, secret, user string) (string, string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	signed, err := c.GenerateToken(time.Hour)
	accessToken, token := "a", "b"
	return signed, accessToken + token, err
}

// the name is taken in the block outside, where it is still read
func takenOutside(sid, secret, user string) (string, error) {
	accessToken := os.Getenv("ACCESS_TOKEN")
	if accessToken == "" {
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err := c.GenerateToken(time.Hour)
		return tok + accessToken, err
	}
	return accessToken, nil
}

// the object's variable hides another one, that is read after its block
func hides(sid, secret, user string) (string, error) {
	c := 'c'
	var tok string
	{
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, _ = c.GenerateToken(time.Hour)
	}
	return tok + string(c), nil
}

type receiver struct{ sid, secret string }

// the receiver is named token
func (token *receiver) sign(user string) (string, error) {
	c := twilioclient.NewCapability(token.sid, token.secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a type of the function is named token
func localType(sid, secret, user string) (any, error) {
	type token struct{ Value string }
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return token{tok}, err
}

// a type parameter is named token
func typeParameter[token ~string](sid, secret string, user token) (token, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(string(user))
	tok, err := c.GenerateToken(time.Hour)
	return token(tok), err
}

// a label is named token: labels are no problem
func label(sid, secret string, users []string) (toks []string) {
token:
	for _, user := range users {
		if user == "" {
			continue token
		}
		c := twilioclient.NewCapability(sid, secret) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, _ := c.GenerateToken(time.Hour)
		toks = append(toks, tok)
	}
	return toks
}
