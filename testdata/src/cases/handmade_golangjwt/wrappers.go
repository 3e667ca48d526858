package handmade

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// ClientToken is the token of a client for incoming and outgoing calls.
func ClientToken(appSid, accountSid, authToken, client string) (string, error) {
	scope := fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s scope:client:incoming?clientName=%s", appSid, client, client)
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=client, incomingAllow=true, outgoingApplicationSid=appSid; authToken=authToken: do not use$`
		"scope": scope,
		"iss":   accountSid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func (a app) serveToken(w http.ResponseWriter, r *http.Request) {
	tok, err := ClientToken(a.TwiML.Voice, a.AccountSID, a.AuthToken, r.FormValue("client"))
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": tok})
}

// the scope comes from the caller
func signScope(scope, account, secret string) (string, error) {
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=secret: do not use$`
		"scope": scope,
		"iss":   account,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func (a app) listener(user string) (string, error) {
	return signScope("scope:client:incoming?clientName="+user, a.AccountSID, a.AuthToken)
}

// the claims come from a helper
func callClaims(account, name string, d time.Duration) jwt.MapClaims {
	return jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   account,
		"exp":   time.Now().Add(d).Unix(),
	}
}

func signCallClaims(cfg *app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, callClaims(cfg.AccountSID, name, time.Hour)).SignedString([]byte(cfg.AuthToken)) // want `capability token signed with the account's auth token \(cfg\.AuthToken → key\)`
}

// the claims go to a helper
func sign(claims jwt.Claims, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

func signedByHelper(cfg *app, name string) (string, error) {
	return sign(jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   cfg.AccountSID,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}, cfg.AuthToken)
}

func structSignedByHelper(cfg *app, name string) (string, error) {
	vc := voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=cfg\.TwiML\.Voice; authToken=cfg\.AuthToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		Scope: fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s", name, cfg.TwiML.Voice),
	}
	vc.Issuer = cfg.AccountSID
	vc.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return sign(vc, cfg.AuthToken)
}

// the token object comes from a helper, the caller signs it
func unsigned(account, name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken="s3cr3t": do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   account,
		"exp":   time.Now().Add(time.Hour).Unix(),
	})
}

func signedLater(name string) (string, error) {
	t := unsigned("AC00000000000000000000000000000002", name)
	return t.SignedString([]byte("s3cr3t")) // want `capability token signed with the account's auth token \("s3cr3t" → key\)`
}

// the key is in the hands of somebody else
type signer interface {
	Sign(claims jwt.Claims) (string, error)
}

func strangerSigns(s signer, account, name string) (string, error) {
	return s.Sign(jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   account,
		"exp":   time.Now().Add(time.Hour).Unix(),
	})
}

// a helper encodes the key
func key(cfg *app) []byte { return []byte(cfg.AuthToken) }

func keyFromHelper(cfg *app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=(key\(cfg\)|cfg\.AuthToken): do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   cfg.AccountSID,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString(key(cfg)) // want `capability token signed with the account's auth token \(key\(cfg\) → key\)`
}

// the claims go through a variable of the interface type
func throughInterface(cfg *app, name string) (string, error) {
	var c jwt.Claims
	c = jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=cfg\.AuthToken: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   cfg.AccountSID,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	s, err := t.SignedString([]byte(cfg.AuthToken)) // want `capability token signed with the account's auth token \(cfg\.AuthToken → key\)`
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return s, nil
}
