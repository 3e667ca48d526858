// Package robust has the odd corners of the language.
package robust

import (
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// --- generics

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func generic(sid, token, name string) string {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	return must(c.GenerateToken(time.Hour))
}

func join[S ~string](parts ...S) S {
	var out S
	for i, p := range parts {
		if i > 0 {
			out += " "
		}
		out += p
	}
	return out
}

func genericJoin(sid, token, name, app string) string {
	return must(jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": join("scope:client:incoming?clientName="+name, "scope:client:outgoing?appSid="+app),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(token))) // want `capability token signed with the account's auth token \(token → key\)`
}

type scope string

func (s scope) with(key string, value fmt.Stringer) scope {
	return s + scope("?"+key+"="+value.String())
}

type user[ID any] struct {
	id   ID
	name string
}

func (u *user[ID]) token(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=u\.name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(u.name)
	return c.GenerateToken(time.Hour)
}

func sign[C jwt.Claims](c C, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(token → key\)`
}

func genericSign(sid, token, name string) (string, error) {
	return sign(jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}, token)
}

// --- method and function values

func functionValue(sid, token, name string) (string, error) {
	newCap := twilioclient.NewCapability
	c := newCap(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func methodValue(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\)(, ttl=(time\.Hour|\?))?(, identity=(name|\?))?(, incomingAllow=true)?; authToken=token: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
	allow, generate := c.AllowClientIncoming, c.GenerateToken
	allow(name)
	return generate(time.Hour)
}

func methodExpression(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=(time\.Hour|\?), identity=(name|\?)(, incomingAllow=true)?; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	(*twilioclient.Capability).AllowClientIncoming(c, name)
	return (*twilioclient.Capability).GenerateToken(c, time.Hour)
}

// --- labels and goto

func labelled(sid, token string, teams [][]string) (out []string) {
outer:
	for _, team := range teams {
		for _, member := range team {
			if member == "" {
				continue outer
			}
			c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=member, incomingAllow=true; authToken=token: do not use$`
			c.AllowClientIncoming(member)
			t, err := c.GenerateToken(time.Hour)
			if err != nil {
				break outer
			}
			out = append(out, t)
		}
	}
	return out
}

func jumping(sid, token, name string) (signed string, err error) {
	tries := 0
again:
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(name)
	signed, err = c.GenerateToken(time.Hour)
	if err != nil && tries < 3 {
		tries++
		goto again
	}
	return
}

func selecting(sid, token, name string, stop <-chan struct{}) (signed string, err error) {
	select {
	case <-stop:
	default:
		c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
		c.AllowClientIncoming(name)
		signed, err = c.GenerateToken(time.Hour)
	}
	return
}

// --- shadows and many sites

func shadowed(sid, token, name string) (string, string) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	var inner string
	{
		name := strings.ToUpper(name)
		c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Minute, identity=name, incomingAllow=true; authToken=token: do not use$`
		c.AllowClientIncoming(name)
		inner, _ = c.GenerateToken(time.Minute)
	}
	outer, _ := c.GenerateToken(time.Hour)
	return outer, inner
}

var tokens = map[string]func(sid, token string) (string, error){
	"desk": func(sid, token string) (string, error) {
		c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="desk", incomingAllow=true; authToken=token: do not use$`
		c.AllowClientIncoming("desk")
		return c.GenerateToken(time.Hour)
	},
	"hand": func(sid, token string) (string, error) {
		return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="hand", incomingAllow=true; authToken=token: do not use$`
			"scope": "scope:client:incoming?clientName=hand",
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
		}).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
	},
}

// a site outside of every function
var atStart = must(jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid="AC00000000000000000000000000000001", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="boot", incomingAllow=true; authToken="hush": do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	"scope": "scope:client:incoming?clientName=boot",
	"iss":   "AC00000000000000000000000000000001",
	"exp":   time.Now().Add(time.Hour).Unix(),
}).SignedString([]byte("hush"))) // want `capability token signed with the account's auth token \("hush" → key\)`

// recursion through helpers must come to an end
func nested(depth int, name string) string {
	if depth == 0 {
		return "scope:client:incoming?clientName=" + name
	}
	return nested(depth-1, name)
}

func recursive(sid, token, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": nested(3, name),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
}

// ways to say nothing
func blank(_ string, _ ...int) {}

func nothing() { blank("scope:client:incoming?clientName=", 1) }

// --- type switch, comma ok

func typeSwitch(sid, token string, who interface{}) (string, error) {
	var name string
	switch v := who.(type) {
	case string:
		name = v
	case fmt.Stringer:
		name = v.String()
	default:
		return "", fmt.Errorf("no name: %T", v)
	}
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

// --- other names for types

type claims = jwt.MapClaims

type phoneClaims struct {
	claims2
	Scope string `json:"scope"`
}

type claims2 = jwt.RegisteredClaims

func aliased(sid, token, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{ // want `capability token made by hand \((claims|jwt\.MapClaims)\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
}

func aliasEmbedded(sid, token, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, phoneClaims{ // want `capability token made by hand \(phoneClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
		claims2: claims2{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Scope:   "scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
}

// a named string type for the scope
func namedText(sid, token, name string) (string, error) {
	s := scope("scope:client:incoming?clientName=" + name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
		"scope": string(s),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
}

// the keys of the map are constants
const (
	claimScope  = "scope"
	claimIssuer = "iss"
	claimExpiry = "exp"
)

func constantKeys(sid, token, name string) (string, error) {
	m := jwt.MapClaims{}
	m[claimIssuer], m[claimExpiry] = sid, time.Now().Add(time.Hour).Unix()
	m[claimScope] = "scope:client:incoming?clientName=" + name                      // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	return jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
}

// two tokens from one function, the claims are the same map
func twiceSigned(sid, token, name string) (a, b string, err error) {
	m := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	if a, err = jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(token)); err != nil { // want `capability token signed with the account's auth token \(token → key\)`
		return
	}
	b, err = jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(token)) // want `capability token signed with the account's auth token \(token → key\)`
	return
}
