package returnearly

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func (b *B) add(name string) {
	if b.off {
		return
	}
	b.s = append(b.s, "scope:client:incoming?clientName="+name)
}

type B struct {
	s   []string
	off bool
}

func f(sid, key, name string, off bool) (string, error) {
	b := &B{off: off}
	b.add(name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(b.s, " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: conditional( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
