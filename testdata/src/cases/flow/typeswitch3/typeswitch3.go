package typeswitch3

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func f(sid, key, name string) (string, error) {
	var cl jwt.Claims = jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
	switch c := cl.(type) {
	case jwt.MapClaims:
		return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
	}
	return "", nil
}
