package structcopy

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type Q struct{ m jwt.MapClaims }

func f(sid, key, name string) (string, error) {
	a := Q{m: jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}}
	b := a
	b.m["scope"] = "scope:client:outgoing?appSid=AP1&clientName=" + name            // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid="AP1"; authToken=key: do not use(; no fix: [a-z-]+( \(.*\))?)?$`
	return jwt.NewWithClaims(jwt.SigningMethodHS256, a.m).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
