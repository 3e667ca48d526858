package taskrouter

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"os"
	"time"

	gojwt "github.com/golang-jwt/jwt/v5"
)

func byHand(accountSid, key, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{ // want `^TaskRouter capability token made by hand \(jwt\.MapClaims\): Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
		"iss":           accountSid,
		"exp":           time.Now().Add(time.Hour).Unix(),
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"worker_sid":    workerSid,
		"policies": []map[string]interface{}{
			{"url": "https://event-bridge.twilio.com/v1/wschannels/" + accountSid + "/" + workerSid, "method": "GET", "allow": true},
		},
	}).SignedString([]byte(key))
}

// other claims
func byHandScope(accountSid, key, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{
		"iss":           accountSid,
		"exp":           time.Now().Add(time.Hour).Unix(),
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"worker_sid":    workerSid,
	}).SignedString([]byte(key))
}

// policies of something else
func byHandPolicies(issuer, key, user string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{
		"iss":      issuer,
		"exp":      time.Now().Add(time.Hour).Unix(),
		"sub":      user,
		"policies": []string{"read", "write"},
	}).SignedString([]byte(key))
}

// read, and not signed
func byHandRead(text, key string) (bool, error) {
	claims := gojwt.MapClaims{"policies": nil, "workspace_sid": "", "account_sid": "", "channel": ""}
	_, err := gojwt.ParseWithClaims(text, claims, func(*gojwt.Token) (interface{}, error) { return []byte(key), nil })
	return claims["policies"] != nil, err
}

type policy struct {
	URL    string `json:"url"`
	Method string `json:"method"`
	Allow  bool   `json:"allow"`
}

type claims struct {
	gojwt.RegisteredClaims
	Version   string   `json:"version"`
	Account   string   `json:"account_sid"`
	Workspace string   `json:"workspace_sid"`
	Channel   string   `json:"channel"`
	Policies  []policy `json:"policies"`
}

func byHandStruct(accountSid, key, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, claims{ // want `^TaskRouter capability token made by hand \(claims\): Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
		RegisteredClaims: gojwt.RegisteredClaims{Issuer: accountSid, ExpiresAt: gojwt.NewNumericDate(time.Now().Add(time.Hour))},
		Version:          "v1",
		Account:          accountSid,
		Workspace:        workspaceSid,
		Channel:          workerSid,
		Policies:         []policy{{URL: "https://taskrouter.twilio.com/v1/Workspaces/" + workspaceSid, Method: "GET", Allow: true}},
	}).SignedString([]byte(key))
}

type accessList struct {
	gojwt.RegisteredClaims
	Account  string   `json:"account"`
	Policies []policy `json:"policies"`
}

func byHandAccessList(account, key string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, accessList{
		RegisteredClaims: gojwt.RegisteredClaims{Issuer: account, ExpiresAt: gojwt.NewNumericDate(time.Now().Add(time.Hour))},
		Account:          account,
		Policies:         []policy{{URL: "https://example.com/files", Method: "GET", Allow: true}},
	}).SignedString([]byte(key))
}

func raw(accountSid, key, workspaceSid, workerSid string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{ // want `^TaskRouter capability token made by hand \(map\[string\](interface\{\}|any)\): Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
		"iss":           accountSid,
		"exp":           time.Now().Unix() + 3600,
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"policies":      []policy{{URL: "https://taskrouter.twilio.com/v1/Workspaces/" + workspaceSid, Method: "GET", Allow: true}},
	})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"typ":"JWT","alg":"HS256"}`)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// the auth token is known to sign
func signed(accountSid, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{ // want `^TaskRouter capability token made by hand \(jwt\.MapClaims\): Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
		"iss":           accountSid,
		"exp":           time.Now().Add(time.Hour).Unix(),
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"policies":      []policy{{URL: "https://taskrouter.twilio.com/v1/Workspaces/" + workspaceSid, Method: "GET", Allow: true}},
	}).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^TaskRouter capability token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): the nearest thing is a TaskRouterGrant in an access token, signed with the secret of an API key$`
}
