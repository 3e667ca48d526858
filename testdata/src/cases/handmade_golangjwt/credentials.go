package handmade

import (
	"flag"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var (
	accountFlag = flag.String("account", "", "account SID")
	secretFlag  = flag.String("secret", "", "auth token")

	envToken = os.Getenv("TWILIO_AUTH_TOKEN")
)

const (
	ACCOUNT_SID = "AC00000000000000000000000000000003"
	AUTH_TOKEN  = "0123456789abcdef0123456789abcdef"
)

type options struct {
	Twilio struct {
		Account string
		Secret  []byte
	}
}

func fromConstantsOnly(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=ACCOUNT_SID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=AUTH_TOKEN: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   ACCOUNT_SID,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(AUTH_TOKEN)) // want `capability token signed with the account's auth token \(AUTH_TOKEN → key\)`
}

func fromFlags(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=\*accountFlag, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\*secretFlag: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   *accountFlag,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(*secretFlag)) // want `capability token signed with the account's auth token \(\*secretFlag → key\)`
}

func fromGlobal(sid, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=envToken: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(envToken)) // want `capability token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → envToken → key\)`
}

func keyIsBytes(o options, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=o\.Twilio\.Account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=o\.Twilio\.Secret: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   o.Twilio.Account,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString(o.Twilio.Secret) // want `capability token signed with the account's auth token \(o\.Twilio\.Secret → key\)`
}

func environment(name string) (string, error) {
	sid := os.Getenv("TWILIO_ACCOUNT_SID")
	secret, ok := os.LookupEnv("TWILIO_AUTH_TOKEN")
	if !ok {
		return "", os.ErrNotExist
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(os\.LookupEnv\("TWILIO_AUTH_TOKEN"\) → secret → key\)`
}
