package once1

import (
	"github.com/golang-jwt/jwt/v5"
	"sync"
	"time"
)

var once sync.Once
var scope string

func f(sid, key, name string) (string, error) {
	once.Do(func() { scope = "scope:client:incoming?clientName=" + name })
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": scope}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: unresolved( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
