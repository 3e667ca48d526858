package earlyreturnhelper

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func scopeFor(name, app string, in bool) []string {
	var s []string
	for _, k := range []string{"in", "out"} {
		if k == "in" && !in {
			continue
		}
		s = append(s, map[string]string{"in": "scope:client:incoming?clientName=" + name, "out": "scope:client:outgoing?appSid=" + app}[k])
	}
	return s
}
func f(sid, key, name, app string, in bool) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(scopeFor(name, app, in), " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
