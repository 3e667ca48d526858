// Package kataras makes tokens with kataras/jwt, which signs claims of any type.
package kataras

import (
	"time"

	"github.com/kataras/jwt"
)

func fromMap(sid, authToken, name, app string) (string, error) {
	token, err := jwt.Sign(jwt.HS256, []byte(authToken), jwt.Map{ // want `capability token made by hand \(jwt\.Map\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use` `capability token signed with the account's auth token \(authToken → key\)`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	})
	return string(token), err
}

type claims struct {
	jwt.Claims
	Scope string `json:"scope"`
}

func fromStruct(sid, authToken, name string) ([]byte, error) {
	c := claims{ // want `capability token made by hand \(claims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use`
		Claims: jwt.Claims{Issuer: sid, Expiry: time.Now().Add(time.Hour).Unix()},
		Scope:  "scope:client:incoming?clientName=" + name,
	}
	return jwt.Sign(jwt.HS256, []byte(authToken), c) // want `capability token signed with the account's auth token \(authToken → key\)`
}

// An option says how long it lives: what it adds to the claims is not known.
func maxAge(sid, authToken, name string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, []byte(authToken), jwt.Map{ // want `capability token made by hand \(jwt\.Map\); access token parameters: accountSid=\?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\?, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: unresolved( \(.*\))?$` `capability token signed with the account's auth token \(authToken → key\)`
		"iss":   sid,
		"exp":   time.Now().Add(2 * time.Hour).Unix(), // which the option replaces
		"scope": "scope:client:incoming?clientName=" + name,
	}, jwt.MaxAge(time.Hour))
}

// A session of the application's own is none of Twilio's.
func session(key, user string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, []byte(key), jwt.Map{"sub": user, "scope": "read"}, jwt.MaxAge(time.Hour))
}
