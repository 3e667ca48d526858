package makeslice

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func f(sid, key, name, app string) (string, error) {
	parts := make([]string, 2)
	parts[0] = "scope:client:incoming?clientName=" + name
	parts[1] = "scope:client:outgoing?appSid=" + app
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(parts, " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
