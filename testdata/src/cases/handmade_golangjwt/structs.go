package handmade

import (
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type voiceClaims struct {
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

type pointerClaims struct {
	*jwt.RegisteredClaims
	Scope string `json:"scope,omitempty"`
}

// without a tag the key in the token is "Scope"
type untaggedClaims struct {
	Scope string
	jwt.RegisteredClaims
}

type tenantClaims struct {
	jwt.RegisteredClaims
	Capabilities string `json:"scope"`
	Tenant       string `json:"tenant"`
}

func embedded(sid, authToken, name string, ttl time.Duration) (string, error) {
	claims := voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		Scope: "scope:client:incoming?clientName=" + name,
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    sid,
			IssuedAt:  jwt.NewNumericDate(time.Now()),
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(ttl)),
		},
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func addressed(sid, authToken, name, app string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, &voiceClaims{ // want `capability token made by hand \(\*?voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use$`
		fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%[1]s", name, app),
		jwt.RegisteredClaims{
			Issuer:    sid,
			ExpiresAt: &jwt.NumericDate{Time: time.Now().Add(time.Hour)},
		},
	})
	return token.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func embeddedPointer(sid, authToken, name, app string) (string, error) {
	now := time.Now().UTC()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, pointerClaims{ // want `capability token made by hand \(pointerClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=90 ?\* ?time\.Minute, identity=name, outgoingApplicationSid=app; authToken=authToken: do not use$`
		RegisteredClaims: &jwt.RegisteredClaims{
			ExpiresAt: jwt.NewNumericDate(now.Add(90 * time.Minute)),
			Issuer:    sid,
		},
		Scope: "scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	}).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func untagged(sid, authToken, name string) (string, error) {
	c := untaggedClaims{ // want `capability token made by hand \(untaggedClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		Scope: "scope:client:incoming?clientName=" + name,
	}
	c.Issuer = sid
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func extraField(sid, authToken, name, tenant string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, tenantClaims{ // want `capability token made by hand \(tenantClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: extra-claims( \(.*\))?$`
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Capabilities:     "scope:client:incoming?clientName=" + name,
		Tenant:           tenant,
	}).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func fieldByField(sid, authToken, name string) (string, error) {
	var claims voiceClaims
	claims.Issuer = sid
	claims.RegisteredClaims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	claims.Scope = "scope:client:incoming?clientName=" + name                                // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func newed(sid, authToken, name string) (string, error) {
	claims := new(voiceClaims)
	claims.Scope = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(\*?voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	claims.Issuer = sid
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func anonymous(sid, authToken, name string) (string, error) {
	type payload struct {
		jwt.RegisteredClaims
		Scope string `json:"scope"`
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, payload{ // want `capability token made by hand \(payload\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    sid,
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
		Scope: "scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

// a method builds the registered claims
func (a app) registered(d time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{
		Issuer:    a.AccountSID,
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(d)),
	}
}

type app struct {
	AccountSID string
	AuthToken  string
	TwiML      struct{ Voice string }
}

func (a app) phoneToken(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=a\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=(2 ?\* ?time\.Hour|d), identity=user, incomingAllow=true, outgoingApplicationSid=a\.TwiML\.Voice; authToken=a\.AuthToken: do not use$`
		"scope:client:incoming?clientName=" + user + " scope:client:outgoing?appSid=" + a.TwiML.Voice + "&clientName=" + user,
		a.registered(2 * time.Hour),
	}).SignedString([]byte(a.AuthToken)) // want `capability token signed with the account's auth token \(a\.AuthToken → key\)`
}

// two claims in one function, only one of them is for calls
func sessionAndPhone(sid, authToken, sessionKey, name string) (session, phone string, err error) {
	session, err = jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{
		Scope:            "read write",
		RegisteredClaims: jwt.RegisteredClaims{Subject: name},
	}).SignedString([]byte(sessionKey))
	if err != nil {
		return "", "", err
	}
	phone, err = jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
		Scope:            "scope:client:incoming?clientName=" + name,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
	return session, phone, err
}
