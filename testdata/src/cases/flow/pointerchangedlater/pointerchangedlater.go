package pointerchangedlater

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type C struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func f(sid, key, name string) (string, error) {
	c := &C{RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}, Scope: "scope:client:incoming?clientName=alice"}
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	c.Scope = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(C\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
	return tok.SignedString([]byte(key))                 // want `capability token signed with the account's auth token \(key → key\)`
}
