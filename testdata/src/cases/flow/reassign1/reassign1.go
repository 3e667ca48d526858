package reassign1

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name, other, app string) (string, error) {
	in := "scope:client:incoming?clientName=" + name
	name = other
	out := "scope:client:outgoing?appSid=" + app + "&clientName=" + name
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": in + " " + out}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name \| name \(conflict\), incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: identity-conflict( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
