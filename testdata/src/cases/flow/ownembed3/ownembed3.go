package ownembed3

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

type base struct{ s string }

func (b *base) set(s string) { b.s = s }

type voice struct{ base }

func f(sid, key, name string) (string, error) {
	v := &voice{base{"scope:client:incoming?clientName=" + name}}
	v.set("scope:client:outgoing?appSid=AP1&clientName=" + name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": v.s}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid="AP1"; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
