// Package jose makes tokens with the JOSE libraries.
package jose

import (
	"fmt"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type callClaims struct {
	jwt.Claims
	Scope string `json:"scope"`
}

func v4Split(sid, authToken, name, app string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", err
	}
	registered := jwt.Claims{
		Issuer:   sid,
		IssuedAt: jwt.NewNumericDate(time.Now()),
		Expiry:   jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}
	private := map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use$`
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", name, app, name),
	}
	return jwt.Signed(sig).Claims(registered).Claims(private).Serialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}

func v4Struct(sid, authToken, name string) (string, error) {
	key := jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}
	signer, err := jose.NewSigner(key, nil)
	if err != nil {
		return "", err
	}
	return jwt.Signed(signer).Claims(callClaims{ // want `capability token made by hand \(callClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=20 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		Claims: jwt.Claims{Issuer: sid, Expiry: jwt.NewNumericDate(time.Now().Add(20 * time.Minute))},
		Scope:  "scope:client:incoming?clientName=" + name,
	}).Serialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}

type v4Server struct {
	signer jose.Signer
	sid    string
}

// the key is inside the signer, which was made in newV4Server
func (s *v4Server) token(app string) (string, error) {
	return jwt.Signed(s.signer).Claims(map[string]any{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=s\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=\(required\), outgoingApplicationSid=app; authToken=(\?|authToken): do not use; no fix: identity-missing( \(.*\))?$`
		"iss":   s.sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:outgoing?appSid=" + app,
	}).Serialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}

func newV4Server(sid, authToken string) (*v4Server, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, nil)
	return &v4Server{s, sid}, err
}

func v4Extra(sid, authToken, name, tenant string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, nil)
	if err != nil {
		return "", err
	}
	return jwt.Signed(sig).
		Claims(&jwt.Claims{Issuer: sid, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}).
		Claims(map[string]any{"scope": "scope:client:incoming?clientName=" + name, "tenant": tenant}). // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: extra-claims( \(.*\))?$`
		Serialize()                                                                                    // want `capability token signed with the account's auth token \(authToken → key\)`
}
