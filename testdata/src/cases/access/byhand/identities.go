package byhand

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func nobody(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no identity, which its voice grant needs; Twilio answers 31204$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "", "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func nobodyVideo(account, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no identity, which its video grant needs; Twilio answers 31204$`
		"iss":    os.Getenv("TWILIO_API_KEY"),
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "", "video": grants{"room": "lobby"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// others have rooms, too
func nobodyOtherVideo(account, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    os.Getenv("MEETING_API_KEY"),
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "", "video": grants{"room": "lobby"}},
	})
	return t.SignedString([]byte(secret))
}

// no identity at all
func absent(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no identity, which its voice grant needs; Twilio answers 31204$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func absentMaybe(account, key, secret, name string) (string, error) {
	g := grants{"voice": grants{"incoming": grants{"allow": true}}}
	if name != "" {
		g["identity"] = name
	}
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// the name of a member is the caller's
func absentOrNot(account, key, secret, member, value string) (string, error) {
	g := grants{"voice": grants{"incoming": grants{"allow": true}}}
	g[member] = value
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func absentByOthers(account, key, secret string, identify func(grants)) (string, error) {
	g := grants{"voice": grants{"incoming": grants{"allow": true}}}
	identify(g)
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// workers have none
func nobodyTaskRouter(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "", "task_router": grants{"workspace_sid": "WS1", "worker_sid": "WK1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func email(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "alice@example.com", "voice": grants{"outgoing": grants{"application_sid": "AP1"}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func emailChat(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "alice@example.com", "chat": grants{"service_sid": "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func someone(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": "alice", "voice": grants{"outgoing": grants{"application_sid": "AP1"}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func later(account, key, secret, name string) (string, error) {
	g := grants{"identity": "", "voice": grants{"incoming": grants{"allow": true}}}
	g["identity"] = name
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func laterMaybe(account, key, secret, name string) (string, error) {
	g := grants{"identity": "", "voice": grants{"incoming": grants{"allow": true}}}
	if name != "" {
		g["identity"] = name
	}
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func byOthersIdentity(account, key, secret string, identify func(grants)) (string, error) {
	g := grants{"identity": "", "voice": grants{"incoming": grants{"allow": true}}}
	identify(g)
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": g,
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func structNobody(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{ // want `^access token made by hand \(accessClaims\) has no identity, which its chat grant needs; Twilio answers 31204$`
		RegisteredClaims: jwt.RegisteredClaims{Issuer: key, Subject: account, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Grants:           grantClaims{Identity: "", Chat: &chatGrant{Service: "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func structSomeone(account, key, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: jwt.RegisteredClaims{Issuer: key, Subject: account, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Grants:           grantClaims{Identity: "alice@example.com", Chat: &chatGrant{Service: "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}
