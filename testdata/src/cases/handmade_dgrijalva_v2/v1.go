package legacy

import (
	"time"

	"gopkg.in/dgrijalva/jwt-go.v1"
)

func first(sid, authToken, name string) (string, error) {
	token := jwt.New(jwt.GetSigningMethod("HS256"))
	token.Claims["scope"] = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	token.Claims["iss"] = sid
	token.Claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}
