// Package legacy uses the versions in which the claims were a plain map.
package legacy

import (
	"net/url"
	"time"

	"gopkg.in/dgrijalva/jwt-go.v2"
)

func assigned(sid, authToken, name string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Claims["iss"] = sid
	token.Claims["exp"] = time.Now().Add(time.Hour).Unix()
	token.Claims["scope"] = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	return token.SignedString([]byte(authToken))                       // want `capability token signed with the account's auth token \(authToken → key\)`
}

func whole(sid, authToken, name, app string) (string, error) {
	t := jwt.New(jwt.GetSigningMethod("HS256"))
	t.Claims = map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	}
	return t.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func values(sid, authToken, name, app string) (string, error) {
	q := url.Values{"appSid": {app}, "clientName": {name}}
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims["scope"] = "scope:client:outgoing?" + q.Encode() // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, outgoingApplicationSid=app; authToken=authToken: do not use$`
	t.Claims["exp"] = time.Now().Unix() + 3600
	t.Claims["iss"] = sid
	return t.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func nameless(sid, authToken, app string) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims["scope"] = "scope:client:outgoing?appSid=" + app // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=\(required\), outgoingApplicationSid=app; authToken=authToken: do not use; no fix: identity-missing( \(.*\))?$`
	t.Claims["exp"] = time.Now().Unix() + 3600
	t.Claims["iss"] = sid
	return t.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func maybe(sid, authToken, name, app string, dial bool) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims["iss"] = sid
	t.Claims["exp"] = time.Now().Add(time.Hour).Unix()
	scope := "scope:client:incoming?clientName=" + name
	if dial {
		scope = scope + " scope:client:outgoing?appSid=" + app
	}
	t.Claims["scope"] = scope // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use; no fix: conditional( \(.*\))?$`
	t.Claims["name"] = name
	return t.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}
