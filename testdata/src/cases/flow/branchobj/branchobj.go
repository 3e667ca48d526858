package branchobj

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string, agent bool) (string, error) {
	var c jwt.MapClaims
	if agent {
		c = jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid="AC1", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: conditional( \(.*\))?$`
	} else {
		c = jwt.MapClaims{"iss": "AC2", "exp": time.Now().Add(8 * time.Hour).Unix(), "scope": "scope:client:outgoing?appSid=AP1"} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid="AC2", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 \* time\.Hour, identity=\(required\), outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: identity-missing( \(.*\))?$`
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
