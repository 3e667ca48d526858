// Package jwtauth makes tokens with jwtauth, which holds the key from when it is set up.
package jwtauth

import (
	"time"

	"github.com/go-chi/jwtauth/v5"
)

func encoded(sid, authToken, name, app string) (string, error) {
	auth := jwtauth.New("HS256", []byte(authToken), nil)
	_, token, err := auth.Encode(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use; no fix: shape( \(.*\))?$` `capability token signed with the account's auth token \(authToken → key\)`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	})
	return token, err
}

type server struct{ auth *jwtauth.JWTAuth }

func newServer(authToken string) *server {
	return &server{auth: jwtauth.New("HS256", []byte(authToken), nil)}
}

func (s *server) phone(sid, name string) (string, error) {
	_, token, err := s.auth.Encode(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: across-functions( \(.*\))?$` `capability token signed with the account's auth token`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name,
	})
	return token, err
}

// The library sets when the token ends: nobody here knows what it makes of it.
func expiresIn(sid, authToken, name string) (string, error) {
	claims := map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, .*identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: `
		"iss":   sid,
		"scope": "scope:client:incoming?clientName=" + name,
	}
	jwtauth.SetExpiryIn(claims, time.Hour)
	_, token, err := jwtauth.New("HS256", []byte(authToken), nil).Encode(claims) // want `capability token signed with the account's auth token \(authToken → key\)`
	return token, err
}

// A session of the application's own is none of Twilio's.
func session(key, user string) (string, error) {
	_, token, err := jwtauth.New("HS256", []byte(key), nil).Encode(map[string]interface{}{"sub": user, "scope": "read"})
	return token, err
}
