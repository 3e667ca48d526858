package alias2

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string, x bool) (string, error) {
	a := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=alice"} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="alice" \| name \(conflict\), incomingAllow=true; authToken=key: do not use; no fix: identity-conflict( \(.*\))?$`
	b := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "read"}
	m := a
	if x {
		m = b
	}
	m["scope"] = "scope:client:incoming?clientName=" + name
	return jwt.NewWithClaims(jwt.SigningMethodHS256, a).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
