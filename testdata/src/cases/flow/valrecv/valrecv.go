package valrecv

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type req struct{ claims jwt.MapClaims }

func (r req) withScope(s string) { r.claims["scope"] = s } // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: across-functions( \(.*\))?$`
func f(sid, key, name string) (string, error) {
	r := req{jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": ""}}
	r.withScope("scope:client:incoming?clientName=" + name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, r.claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
