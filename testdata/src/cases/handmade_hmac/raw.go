// Package raw signs by hand, with nothing but the standard library.
package raw

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

const header = `{"alg":"HS256","typ":"JWT"}`

func whole(sid, authToken, name, app string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use; no fix: shape( \(.*\))?$`
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	})
	if err != nil {
		return "", err
	}
	enc := base64.RawURLEncoding
	signing := enc.EncodeToString([]byte(header)) + "." + enc.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(authToken))
	mac.Write([]byte(signing))
	return signing + "." + enc.EncodeToString(mac.Sum(nil)), nil // want `capability token signed with the account's auth token \(authToken → key\)`
}

type payload struct {
	Scope string `json:"scope"`
	Iss   string `json:"iss"`
	Exp   int64  `json:"exp"`
}

func encode(v interface{}) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return strings.TrimRight(base64.URLEncoding.EncodeToString(b), "=")
}

func mac(text, secret string) string {
	h := hmac.New(sha256.New, []byte(secret))
	h.Write([]byte(text))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

// the parts are made by helpers
func inSteps(sid, authToken, name string, ttl time.Duration) string {
	p := payload{ // want `capability token made by hand \(payload\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=name, incomingAllow=true; authToken=authToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		Scope: "scope:client:incoming?clientName=" + name,
		Iss:   sid,
		Exp:   time.Now().Add(ttl).Unix(),
	}
	text := encode(map[string]string{"typ": "JWT", "alg": "HS256"}) + "." + encode(p)
	return text + "." + mac(text, authToken)
}

type encoder struct{ key []byte }

func (e encoder) Encode(claims map[string]interface{}) (string, error) {
	head, _ := json.Marshal(map[string]string{"alg": "HS256", "typ": "JWT"})
	body, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	msg := fmt.Sprintf("%s.%s", base64.RawURLEncoding.EncodeToString(head), base64.RawURLEncoding.EncodeToString(body))
	m := hmac.New(sha256.New, e.key)
	fmt.Fprint(m, msg)
	return msg + "." + base64.RawURLEncoding.EncodeToString(m.Sum(nil)), nil // want `capability token signed with the account's auth token \(e\.key → key\)`
}

// an encoder of one's own takes the map
func withEncoder(sid, authToken, app string) (string, error) {
	e := encoder{[]byte(authToken)}
	return e.Encode(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=\(required\), outgoingApplicationSid=app; authToken=(authToken|e\.key): do not use; no fix: identity-missing( \(.*\))?$`
		"scope": "scope:client:outgoing?appSid=" + app,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
}

// the signature is compared, and handed on as well
func unless(sid, authToken, name, old string) string {
	payload, _ := json.Marshal(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: shape( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	m := hmac.New(sha256.New, []byte(authToken))
	m.Write([]byte(text))
	sum := base64.RawURLEncoding.EncodeToString(m.Sum(nil)) // want `capability token signed with the account's auth token \(authToken → key\)`
	if sum == old {
		return ""
	}
	return text + "." + sum
}

// The key is named once, and nothing checks a token.
func constantKey(name string) string {
	payload, _ := json.Marshal(map[string]any{ // want `no fix: shape \(the signing call does not return a string or bytes, and an error\)$`
		"iss":   "AC00000000000000000000000000000001",
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:incoming?clientName=" + name,
	})
	signing := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte("a constant key"))
	mac.Write([]byte(signing))
	return signing + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)) // want `signed with the account's auth token`
}
