package separator

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func makeScope(in, out bool, name, app string) string {
	s := ""
	if in {
		s = "scope:client:incoming?clientName=" + name
	}
	if out {
		if s != "" {
			s += " "
		}
		s += "scope:client:outgoing?appSid=" + app
	}
	return s
}
func F(in, out bool, sid, key, name, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": makeScope(in, out, name, app),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
