// Package jwx makes tokens with the jwx libraries.
package jwx

import (
	"fmt"
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func v2Set(sid, authToken, name string) (string, error) {
	tok := jwt.New()
	tok.Set(jwt.IssuerKey, sid)
	tok.Set(jwt.ExpirationKey, time.Now().Add(time.Hour))
	tok.Set("scope", "scope:client:incoming?clientName="+name)              // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	signed, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256, []byte(authToken))) // want `capability token signed with the account's auth token \(authToken → key\)`
	if err != nil {
		return "", err
	}
	return string(signed), nil
}

func v2Builder(sid, authToken, name, app string) ([]byte, error) {
	tok, err := jwt.NewBuilder().
		Issuer(sid).
		IssuedAt(time.Now()).
		Expiration(time.Now().Add(45*time.Minute)).
		Claim("scope", fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", name, app, name)). // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=45 ?\* ?time\.Minute, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use; no fix: shape( \(.*\))?$`
		Build()
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256, []byte(authToken))) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func v2SetChecked(sid, authToken, name string) ([]byte, error) {
	t := jwt.New()
	if err := t.Set("iss", sid); err != nil {
		return nil, err
	}
	if err := t.Set("scope", "scope:client:incoming?clientName="+name); err != nil { // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: shape( \(.*\))?$`
		return nil, err
	}
	if err := t.Set("exp", time.Now().Add(time.Hour).Unix()); err != nil {
		return nil, err
	}
	return jwt.Sign(t, jwt.WithKey(jwa.HS256, []byte(authToken))) // want `capability token signed with the account's auth token \(authToken → key\)`
}
