package jose

import (
	"time"

	"gopkg.in/square/go-jose.v2"
	"gopkg.in/square/go-jose.v2/jwt"
)

type squareClaims struct {
	*jwt.Claims
	Scope string `json:"scope,omitempty"`
}

func squareStruct(sid, authToken, name, app string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, nil)
	if err != nil {
		return "", err
	}
	claims := squareClaims{ // want `capability token made by hand \(squareClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use$`
		Claims: &jwt.Claims{
			Issuer: sid,
			Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
		Scope: "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	}
	return jwt.Signed(sig).Claims(claims).CompactSerialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}

func squareConstant(sid, authToken string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, nil)
	if err != nil {
		return "", err
	}
	return jwt.Signed(sig).
		Claims(jwt.Claims{Issuer: sid, Expiry: jwt.NewNumericDate(time.Now().Add(72 * time.Hour))}).
		Claims(map[string]string{"scope": "scope:client:incoming?clientName=lobby"}). // want `capability token made by hand \(map\[string\]string\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=72 ?\* ?time\.Hour, identity="lobby", incomingAllow=true; authToken=authToken: do not use; no fix: ttl-over-24h( \(.*\))?$`
		CompactSerialize()                                                            // want `capability token signed with the account's auth token \(authToken → key\)`
}
