package replacen

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func f(sid, key, name string) (string, error) {
	s := strings.Replace("scope:client:incoming?clientName=NAME scope:client:outgoing?appSid=AP1&clientName=NAME", "NAME", name, 1)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": s}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name \| "NAME" \(conflict\), incomingAllow=true, outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: identity-conflict( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
