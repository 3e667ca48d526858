package handmade

import (
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const roleCustomer = "customer"

// customers call, everybody else is called
func byRole(sid, key, app, role, user string) (string, error) {
	var scope string
	if role == roleCustomer {
		scope = "scope:client:outgoing?appSid=" + app
	} else {
		scope = "scope:client:incoming?clientName=" + user
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
		"scope": scope,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func byRoleWithDefault(sid, key, app, role, user string) (string, error) {
	scope := "scope:client:incoming?clientName=" + user
	if role == "agent" {
		scope += " scope:client:outgoing?appSid=" + app + "&clientName=" + user
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
		"scope": scope,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func bySwitch(sid, key, app, role, user string) (string, error) {
	claims := jwt.MapClaims{
		"iss": sid,
		"exp": time.Now().Add(time.Hour).Unix(),
	}
	scopes := make([]string, 0, 2)
	switch role {
	case "supervisor":
		scopes = append(scopes, fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s", app, user))
		fallthrough
	case "agent":
		scopes = append(scopes, fmt.Sprintf("scope:client:incoming?clientName=%s", user))
	default:
		return "", fmt.Errorf("role %q has no phone", role)
	}
	claims["scope"] = strings.Join(scopes, " ")                                        // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// each branch signs a token of its own
func tokenPerRole(sid, key, app, role, user string) (string, error) {
	exp := time.Now().Add(time.Hour).Unix()
	if role == roleCustomer {
		return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=app; authToken=key: do not use; no fix: identity-missing( \(.*\))?$`
			"scope": "scope:client:outgoing?appSid=" + app,
			"iss":   sid,
			"exp":   exp,
		}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + user,
		"iss":   sid,
		"exp":   exp,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// the name depends, the scope does not
func nameByRole(sid, key, role, user string) (string, error) {
	name := user
	if role == "duty" {
		name = "duty"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
