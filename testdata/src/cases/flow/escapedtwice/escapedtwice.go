package escapedtwice

import (
	"fmt"
	"github.com/golang-jwt/jwt/v5"
	"net/url"
	"time"
)

func f(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": fmt.Sprintf("scope:client:incoming?clientName=%s", url.PathEscape(url.QueryEscape(name)))}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\?, incomingAllow=true; authToken=key: do not use; no fix: unresolved( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
