package jsonconstant

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
)

func f(sid, key string) string {
	const body = `{"scope":"scope:client:incoming?clientName=bob","iss":"AC1","exp":1999999999}`
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte("eyJ." + base64.RawURLEncoding.EncodeToString([]byte(body)))) // want `capability token made by hand \(JSON\); access token parameters: accountSid="AC1", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(time\.Unix\(1999999999, 0\)\), identity="bob", incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))                      // want `capability token signed with the account's auth token \(key → key\)`
}
