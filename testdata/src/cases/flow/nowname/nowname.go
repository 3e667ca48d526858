package nowname

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string, start time.Time) (string, error) {
	now := start
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": now.Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(now\.Add\(time\.Hour\)\), identity=name, incomingAllow=true; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
