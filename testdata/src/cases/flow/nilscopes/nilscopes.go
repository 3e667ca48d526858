package nilscopes

import (
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func scopesFor(in bool, client string) []string {
	if !in {
		return nil
	}
	return []string{"scope:client:incoming?clientName=" + client}
}

func Token(sid, secret, app, client string, in bool) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=client, incomingAllow=true; authToken=secret: do not use; no fix: conditional( \(.*\))?$`
		"iss":   sid,
		"scope": strings.Join(scopesFor(in, client), " "),
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}
