// Package token is about golang-jwt before its modules had a version suffix.
package token

import (
	"os"
	"time"

	jwtgo "github.com/golang-jwt/jwt"
)

type Claims struct {
	jwtgo.StandardClaims
	Scope string
}

func New(user string) (string, error) {
	c := Claims{ // want `capability token made by hand \(Claims\); access token parameters: accountSid=os\.Getenv\("ACCOUNT_SID"\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=os\.Getenv\("AUTH_TOKEN"\): do not use$`
		StandardClaims: jwtgo.StandardClaims{
			Issuer:    os.Getenv("ACCOUNT_SID"),
			ExpiresAt: time.Now().Add(time.Hour).Unix(),
		},
		Scope: "scope:client:incoming?clientName=" + user,
	}
	return jwtgo.NewWithClaims(jwtgo.SigningMethodHS256, c).SignedString([]byte(os.Getenv("AUTH_TOKEN"))) // want `capability token signed with the account's auth token \(os\.Getenv\("AUTH_TOKEN"\) → key\)`
}

func NewOutgoing(user, app string) (tok string, err error) {
	t := jwtgo.New(jwtgo.SigningMethodHS256)
	t.Claims = jwtgo.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=os\.Getenv\("ACCOUNT_SID"\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=10 ?\* ?time\.Minute, identity=user, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"from": "web"\}; authToken=os\.Getenv\("AUTH_TOKEN"\): do not use$`
		"iss":   os.Getenv("ACCOUNT_SID"),
		"exp":   time.Now().Add(10 * time.Minute).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&appParams=from%3Dweb&clientName=" + user,
	}
	tok, err = t.SignedString([]byte(os.Getenv("AUTH_TOKEN"))) // want `capability token signed with the account's auth token \(os\.Getenv\("AUTH_TOKEN"\) → key\)`
	return tok, err
}

// Conflict: incoming and outgoing calls have different names.
func Conflict(sid, secret, app string) (string, error) {
	return jwtgo.NewWithClaims(jwtgo.SigningMethodHS256, jwtgo.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=600, identity="ann" \| "guest" \(conflict\), incomingAllow=true, outgoingApplicationSid=app; authToken=secret: do not use; no fix: identity-conflict( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=ann scope:client:outgoing?appSid=" + app + "&clientName=guest",
		"iss":   sid,
		"exp":   time.Now().Unix() + 600,
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}
