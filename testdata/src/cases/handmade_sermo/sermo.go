// Package sermo makes tokens with SermoDigital's library.
package sermo

import (
	"strings"
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
)

func setters(sid, authToken, name string) (string, error) {
	claims := jws.Claims{}
	claims.SetIssuer(sid)
	claims.SetExpiration(time.Now().Add(time.Hour))
	claims.Set("scope", "scope:client:incoming?clientName="+name)                        // want `capability token made by hand \(jws\.Claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	b, err := jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
	if err != nil {
		return "", err
	}
	return string(b), nil
}

func literal(sid, authToken, name, app string) ([]byte, error) {
	scopes := []string{"scope:client:incoming?clientName=" + name}
	scopes = append(scopes, "scope:client:outgoing?appSid="+app+"&clientName="+name)
	claims := jws.Claims{ // want `capability token made by hand \(jws\.Claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=600, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use$`
		"iss":   sid,
		"scope": strings.Join(scopes, " "),
		"exp":   time.Now().Unix() + 600,
	}
	token := jws.NewJWT(claims, crypto.SigningMethodHS256)
	return token.Serialize([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func onToken(sid, authToken, app string) ([]byte, error) {
	j := jws.NewJWT(jws.Claims{}, crypto.SigningMethodHS256)
	j.Claims().SetIssuer(sid)
	j.Claims().SetExpiration(time.Now().Add(time.Hour))
	j.Claims().Set("scope", "scope:client:outgoing?appSid="+app) // want `capability token made by hand \((jws|jwt)\.Claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=app; authToken=authToken: do not use; no fix: identity-missing( \(.*\))?$`
	return j.Serialize([]byte(authToken))                        // want `capability token signed with the account's auth token \(authToken → key\)`
}
