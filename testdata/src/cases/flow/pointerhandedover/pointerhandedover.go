package pointerhandedover

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	Scope string `json:"scope,omitempty"`
	jwt.RegisteredClaims
}

type Signer interface {
	Sign(c jwt.Claims) (string, error)
}

type gen struct{ signer Signer }

func (g *gen) Client(sid, name string) (string, error) {
	return g.signer.Sign(&claims{ // want `capability token made by hand \(claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
		Scope:            "scope:client:incoming?clientName=" + name,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	})
}
