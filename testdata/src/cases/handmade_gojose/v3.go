package jose

import (
	"net/url"
	"time"

	"github.com/go-jose/go-jose/v3"
	"github.com/go-jose/go-jose/v3/jwt"
)

func v3Split(sid, authToken, name string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", err
	}
	cl := jwt.Claims{
		Issuer: sid,
		Expiry: jwt.NewNumericDate(time.Now().Add(8 * time.Hour)),
	}
	pr := struct { // want `capability token made by hand \(struct.*\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		Scope string `json:"scope"`
	}{"scope:client:incoming?clientName=" + url.QueryEscape(name)}
	return jwt.Signed(sig).Claims(cl).Claims(pr).CompactSerialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}

func v3Map(sid, authToken, name, app string, d time.Duration) (string, error) {
	opts := new(jose.SignerOptions)
	sig, err := jose.NewSigner(jose.SigningKey{
		Algorithm: jose.HS256,
		Key:       []byte(authToken),
	}, opts.WithType("JWT"))
	if err != nil {
		return "", err
	}
	c := map[string]interface{}{}
	c["iss"] = sid
	c["exp"] = time.Now().Add(d).Unix()
	c["scope"] = "scope:client:outgoing?appSid=" + app + "&clientName=" + name // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=name, outgoingApplicationSid=app; authToken=authToken: do not use$`
	b := jwt.Signed(sig).Claims(c)
	return b.CompactSerialize() // want `capability token signed with the account's auth token \(authToken → key\)`
}
