package fallthrough2

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string, n int) (string, error) {
	s := "scope:client:outgoing?appSid=AP1&clientName=" + name
	switch n {
	case 1:
		s = "scope:client:incoming?clientName=" + name
		fallthrough
	case 2:
		return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": s}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: conditional( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
	}
	return "", nil
}
