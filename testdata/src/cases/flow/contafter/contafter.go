package contafter

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func f(sid, key, name string, skip bool) (string, error) {
	var s []string
	for _, p := range []string{"scope:client:incoming?clientName=", "scope:client:outgoing?appSid=AP1&clientName="} {
		if skip {
			continue
		}
		s = append(s, p+name)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(s, " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: conditional( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
