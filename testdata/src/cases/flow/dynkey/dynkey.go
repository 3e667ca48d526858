package dynkey

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name, k string) (string, error) {
	m := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: escapes( \(.*\))?$`
	m[k] = "read:mail"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
