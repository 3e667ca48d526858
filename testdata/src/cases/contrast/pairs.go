// Package contrast has pairs of functions: one makes a capability token, the other differs in one thing and makes none.
package contrast

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type claims struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

// --- the word after scope:client:

func word(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func otherWord(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": "scope:client:update?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key))
}

// --- signed, or not

func signed(sid, key, name string) (string, error) {
	c := claims{ // want `capability token made by hand \(claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Scope:            "scope:client:incoming?clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func compared(sid, key, name, token string) (bool, error) {
	c := claims{
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid},
		Scope:            "scope:client:incoming?clientName=" + name,
	}
	var got claims
	_, err := jwt.ParseWithClaims(token, &got, func(*jwt.Token) (interface{}, error) { return []byte(key), nil })
	return got.Scope == c.Scope && got.Issuer == c.Issuer, err
}

// --- words from the caller

func wordsSigned(service, privilege, query, sid, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=key: do not use$`
		"scope": fmt.Sprintf("scope:%s:%s?%s", service, privilege, query),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func telephone(sid, key, user string) (string, error) {
	return wordsSigned("client", "incoming", "clientName="+user, sid, key)
}

func otherWordsSigned(service, privilege, query, sid, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": fmt.Sprintf("scope:%s:%s?%s", service, privilege, query),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key))
}

func warehouse(sid, key, user string) (string, error) {
	return otherWordsSigned("stock", "incoming", "clientName="+user, sid, key)
}

// --- HMAC-SHA256 over a token, and over JSON

func raw(sid, key, name string) (string, error) {
	body, err := json.Marshal(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
	if err != nil {
		return "", err
	}
	msg := base64.RawURLEncoding.EncodeToString([]byte(`{"typ":"JWT","alg":"HS256"}`)) + "." + base64.RawURLEncoding.EncodeToString(body)
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(msg))
	return strings.Join([]string{msg, base64.RawURLEncoding.EncodeToString(h.Sum(nil))}, "."), nil // want `capability token signed with the account's auth token \(key → key\)`
}

func rawOther(sid, key, name string) (string, error) {
	body, err := json.Marshal(map[string]interface{}{
		"scope": "client:" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
	if err != nil {
		return "", err
	}
	msg := base64.RawURLEncoding.EncodeToString([]byte(`{"typ":"JWT","alg":"HS256"}`)) + "." + base64.RawURLEncoding.EncodeToString(body)
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(msg))
	return strings.Join([]string{msg, base64.RawURLEncoding.EncodeToString(h.Sum(nil))}, "."), nil
}

// --- the library's type, and a type of the same name

type Capability struct{ sid, token string }

func (c *Capability) AllowClientIncoming(name string)                 {}
func (c *Capability) GenerateToken(ttl time.Duration) (string, error) { return c.sid, nil }

func NewCapability(sid, token string) *Capability { return &Capability{sid, token} }

func library(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=token: do not use$`
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func namesake(sid, token, name string) (string, error) {
	c := NewCapability(sid, token)
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

// an interface with the methods of the library: nothing is constructed here
type minter interface {
	AllowClientIncoming(string)
	GenerateToken(time.Duration) (string, error)
}

func mint(m minter, name string) (string, error) {
	m.AllowClientIncoming(name)
	return m.GenerateToken(time.Hour)
}
