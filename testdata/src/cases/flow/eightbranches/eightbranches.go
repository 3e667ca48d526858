package eightbranches

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func f(sid, key, name string, n int) (string, error) {
	s := "scope:client:incoming?clientName=" + name
	if n == 0 {
		s += " scope:client:outgoing?appSid=AP0"
	}
	if n == 1 {
		s += " scope:client:outgoing?appSid=AP1"
	}
	if n == 2 {
		s += " scope:client:outgoing?appSid=AP2"
	}
	if n == 3 {
		s += " scope:client:outgoing?appSid=AP3"
	}
	if n == 4 {
		s += " scope:client:outgoing?appSid=AP4"
	}
	if n == 5 {
		s += " scope:client:outgoing?appSid=AP5"
	}
	if n == 6 {
		s += " scope:client:outgoing?appSid=AP6"
	}
	if n == 7 {
		s += " scope:client:outgoing?appSid=AP7"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": s}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid="AP0" \| "AP1" \| "AP2" \| "AP3" \| … \(conflict\); authToken=key: do not use; no fix: outgoing-conflict( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
