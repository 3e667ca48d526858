package truncate

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Truncate(24 * time.Hour).Add(24 * time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(time\.Now\(\)\.Truncate\(24 \* time…, identity=name, incomingAllow=true; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
