package ownembed

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

type base struct{ scopes []string }

func (b *base) allow(s string) { b.scopes = append(b.scopes, s) }

type voice struct {
	base
	sid, key string
}

func f(sid, key, name string) (string, error) {
	v := &voice{sid: sid, key: key}
	v.allow("scope:client:incoming?clientName=" + name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(v.scopes, " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
