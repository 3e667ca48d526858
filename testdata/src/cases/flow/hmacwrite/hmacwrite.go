package hmacwrite

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"time"
)

func f(sid, key, name string) string {
	e := base64.RawURLEncoding.EncodeToString
	b, _ := json.Marshal(map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}) // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
	h := hmac.New(sha256.New, []byte(key))
	io.WriteString(h, e([]byte("{}"))+"."+e(b))
	return e(h.Sum(nil)) // want `capability token signed with the account's auth token \(key → key\)`
}

// a method that prints has nothing to do with the hash
type word string

func (w word) String() string { return string(w) }
