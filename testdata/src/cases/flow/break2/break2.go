package break2

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string) (string, error) {
	var s string
	for _, p := range []string{"scope:client:incoming?clientName=", "scope:client:outgoing?appSid=AP1&clientName="} {
		s = p + name
		break
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": s}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: unverified \(declared and not used: p\)$` `capability token signed with the account's auth token \(key → key\)`
}
