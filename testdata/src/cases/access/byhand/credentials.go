// Package byhand writes the claims of Access Tokens by hand.
package byhand

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type grants = map[string]interface{}

func voice(name string) grants {
	return grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}}
}

func right(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"jti":    key + "-1",
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// --- the secret

func authToken(account, key, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^access token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use the secret of an API key; Twilio answers 20107$`
}

func apiSecret(account, key, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(os.Getenv("TWILIO_API_SECRET")))
}

// a product that is none of Twilio's: some other token
func otherGrants(name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    "example.com",
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "files": grants{"read": true}},
	})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// --- iss and sub

func oneSid(sid, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    sid, // want `^access token made by hand \(jwt\.MapClaims\) has one SID for sub, its account SID, and for iss, the SID of its API key: sid; Twilio answers 20103$`
		"sub":    sid,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func accountForKey(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    os.Getenv("TWILIO_ACCOUNT_SID"), // want `^access token made by hand \(jwt\.MapClaims\) has an account SID for iss, the SID of its API key: os\.Getenv\("TWILIO_ACCOUNT_SID"\); Twilio answers 20103$`
		"sub":    os.Getenv("TWILIO_ACCOUNT_SID"),
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func swapped(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    os.Getenv("TWILIO_ACCOUNT_SID"), // want `^access token made by hand \(jwt\.MapClaims\) has iss and sub swapped: iss is the SID of the API key, and sub is the SID of the account; Twilio answers 20103$`
		"sub":    os.Getenv("TWILIO_API_KEY"),
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func inOrder(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    os.Getenv("TWILIO_API_KEY"),
		"sub":    os.Getenv("TWILIO_ACCOUNT_SID"),
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// set later
func inOrderLater(secret, name string) (string, error) {
	claims := jwt.MapClaims{
		"iss":    os.Getenv("TWILIO_ACCOUNT_SID"),
		"sub":    os.Getenv("TWILIO_API_KEY"),
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}
	claims["iss"], claims["sub"] = os.Getenv("TWILIO_API_KEY"), os.Getenv("TWILIO_ACCOUNT_SID")
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// others may have set them
func byOthers(secret, name string, sids func(jwt.MapClaims)) (string, error) {
	claims := jwt.MapClaims{
		"iss":    os.Getenv("TWILIO_ACCOUNT_SID"),
		"sub":    os.Getenv("TWILIO_API_KEY"),
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}
	sids(claims)
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func swappedConstants(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    "AC00000000000000000000000000000001", // want `^access token made by hand \(jwt\.MapClaims\) has iss and sub swapped: iss is the SID of the API key, and sub is the SID of the account; Twilio answers 20103$`
		"sub":    "SK00000000000000000000000000000001",
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func inOrderConstants(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    "SK00000000000000000000000000000001",
		"sub":    "AC00000000000000000000000000000001",
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func onlyIssuer(account, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    "AC00000000000000000000000000000001", // want `^access token made by hand \(jwt\.MapClaims\) has an account SID for iss, the SID of its API key: "AC00000000000000000000000000000001"; Twilio answers 20103$`
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// --- structs

type grantClaims struct {
	Identity string      `json:"identity"`
	Voice    *voiceGrant `json:"voice,omitempty"`
	Chat     *chatGrant  `json:"chat,omitempty"`
}

type voiceGrant struct {
	Incoming map[string]bool `json:"incoming"`
}

type chatGrant struct {
	Service string `json:"service_sid"`
}

type accessClaims struct {
	jwt.RegisteredClaims
	Grants grantClaims `json:"grants"`
}

func structSwapped(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    os.Getenv("TWILIO_ACCOUNT_SID"), // want `^access token made by hand \(accessClaims\) has iss and sub swapped: iss is the SID of the API key, and sub is the SID of the account; Twilio answers 20103$`
			Subject:   os.Getenv("TWILIO_API_KEY"),
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
		Grants: grantClaims{Identity: name, Voice: &voiceGrant{Incoming: map[string]bool{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func structInOrder(secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    os.Getenv("TWILIO_API_KEY"),
			Subject:   os.Getenv("TWILIO_ACCOUNT_SID"),
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
		Grants: grantClaims{Identity: name, Voice: &voiceGrant{Incoming: map[string]bool{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func structAuthToken(key, account, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{Issuer: key, Subject: account, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Grants:           grantClaims{Identity: name, Chat: &chatGrant{Service: "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^access token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use the secret of an API key; Twilio answers 20107$`
}

func structSecret(key, account, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{Issuer: key, Subject: account, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Grants:           grantClaims{Identity: name, Chat: &chatGrant{Service: "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(os.Getenv("TWILIO_API_SECRET")))
}
