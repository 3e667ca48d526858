package lookup

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

var scopes = map[string]string{"in": "scope:client:incoming?clientName=", "out": "scope:client:outgoing?appSid=AP1&clientName="}

func f(sid, key, name, role string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": scopes[role] + name}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: unresolved( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
