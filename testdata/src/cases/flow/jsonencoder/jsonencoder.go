package jsonencoder

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"
)

func f(sid, key, name string) string {
	enc := base64.RawURLEncoding
	var buf bytes.Buffer
	json.NewEncoder(&buf).Encode(map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}) // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
	msg := enc.EncodeToString([]byte(`{"typ":"JWT","alg":"HS256"}`)) + "." + enc.EncodeToString(buf.Bytes())
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(msg))
	return msg + "." + enc.EncodeToString(h.Sum(nil)) // want `capability token signed with the account's auth token \(key → key\)`
}
