// Package helpers hands claims, tokens and encoders around between its
// functions.
package helpers

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

const hdr = `{"typ":"JWT","alg":"HS256"}`

var enc = base64.RawURLEncoding

func A(sid, auth, name string) string {
	b, _ := json.Marshal(map[string]any{"iss": sid, "exp": time.Now().Unix() + 60, "scope": "scope:client:incoming?clientName=" + name}) // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=60, identity=name, incomingAllow=true; authToken=auth: do not use; no fix: shape( \(.*\))?$`
	in := enc.EncodeToString([]byte(hdr)) + "." + enc.EncodeToString(b)
	m := hmac.New(sha256.New, []byte(auth))
	m.Write([]byte(in))
	return in + "." + enc.EncodeToString(m.Sum(nil)) // want `capability token signed with the account's auth token \(auth → key\)`
}
func Sess(me, k, u string) string {
	b, _ := json.Marshal(map[string]any{"iss": me, "exp": time.Now().Unix() + 60, "scope": "user:" + u})
	in := enc.EncodeToString([]byte(hdr)) + "." + enc.EncodeToString(b)
	m := hmac.New(sha256.New, []byte(k))
	m.Write([]byte(in))
	return in + "." + enc.EncodeToString(m.Sum(nil))
}

func T(sid, auth, name string) (string, error) {
	return sign(jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}, auth) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=auth: do not use$`
}
func sign(c jwt.MapClaims, key string) (string, error) { return sign2(c, key) }
func sign2(c jwt.MapClaims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(auth → key\)`
}

func G(sid, auth, name string) (string, error) {
	c := twilioclient.NewCapability(sid, auth) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=auth: do not use; no fix: across-functions( \(.*\))?$`
	c.AllowClientIncoming(name)
	return gen(c)
}
func gen(c *twilioclient.Capability) (string, error)  { return gen2(c) }
func gen2(c *twilioclient.Capability) (string, error) { return c.GenerateToken(time.Hour) }

func H(raw []byte, name, key string) (string, error) {
	m := jwt.MapClaims{"scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=\?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\?, identity=name, incomingAllow=true; authToken=key: do not use; no fix: unresolved( \(.*\))?$`
	_ = json.Unmarshal(raw, &m)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func out(app, n string, params map[string]string) string {
	p := url.Values{}
	for k, x := range params {
		p.Set(k, x)
	}
	v := url.Values{}
	v.Set("appSid", app)
	v.Set("clientName", n)
	v.Set("appParams", p.Encode())
	return "scope:client:outgoing?" + v.Encode()
}

func F(sid, key, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": out(app, name, map[string]string{"team": "sales"})}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"team": "sales"\}; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}

func Toks(sid, auth, name string) string {
	return macSign(map[string]any{"iss": sid, "exp": time.Now().Unix() + 60, "scope": "scope:client:incoming?clientName=" + name}, auth) // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=60, identity=name, incomingAllow=true; authToken=auth: do not use; no fix: across-functions( \(.*\))?$`
}
func macSign(claims any, key string) string {
	b, _ := json.Marshal(claims)
	in := enc.EncodeToString([]byte(hdr)) + "." + enc.EncodeToString(b)
	return in + "." + mac(in, key)
}
func mac(in, key string) string {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte(in))
	return enc.EncodeToString(m.Sum(nil)) // want `capability token signed with the account's auth token \(auth → key\)`
}

func Long(sid, auth, name string, long bool) (string, error) {
	c := twilioclient.NewCapability(sid, auth) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\?, identity=name, incomingAllow=true; authToken=auth: do not use; no fix: unresolved( \(.*\))?$`
	c.AllowClientIncoming(name)
	if long {
		return c.GenerateToken(8 * time.Hour)
	}
	return c.GenerateToken(time.Hour)
}
