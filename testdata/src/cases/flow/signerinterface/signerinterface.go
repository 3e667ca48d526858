package signerinterface

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type Signer interface {
	Sign(c jwt.Claims) (string, error)
}

// variable of map type, interface parameter with methods
func F(s Signer, sid, name string) (string, error) {
	c := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	return s.Sign(c)
}
