// Package handmade makes tokens with a JWT library.
package handmade

import (
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func incoming(accountSid, authToken, clientName string) (string, error) {
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=clientName, incomingAllow=true; authToken=authToken: do not use$`
		"scope": "scope:client:incoming?clientName=" + clientName,
		"iss":   accountSid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func both(accountSid, authToken, clientName, appSid string, ttl time.Duration) (string, error) {
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=clientName, incomingAllow=true, outgoingApplicationSid=appSid; authToken=authToken: do not use$`
		"iss":   accountSid,
		"iat":   now.Unix(),
		"exp":   now.Add(ttl).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", clientName, appSid, clientName),
	})
	return token.SignedString([]byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func outgoingNamed(sid, key, app, agent string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=agent, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + url.QueryEscape(agent),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func outgoingNameless(sid, key, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=\(required\), outgoingApplicationSid=app; authToken=key: do not use; no fix: identity-missing( \(.*\))?$`
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:outgoing?appSid=" + app,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// as an old sample printed it: everything that is not needed stays empty
func outgoingEmptyName(sid, key, app string) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims = jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(""|\(required\)), outgoingApplicationSid=app; authToken=key: do not use; no fix: identity-missing( \(.*\))?$`
		"scope": "scope:client:outgoing?appSid=" + app + "&appParams=&clientName=",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	return t.SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func outgoingFirst(sid, key, app, agent string) (string, error) {
	scope := fmt.Sprintf("scope:client:outgoing?appSid=%s&appParams=&clientName=%s scope:client:incoming?clientName=%s", app, agent, agent)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=agent, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"scope": scope,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// incoming has the name, outgoing has none: the name serves for both
func nameOnOneSide(sid, key, app, agent string) (string, error) {
	mc := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=agent, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + agent + " scope:client:outgoing?appSid=" + app,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, mc)
	return tok.SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func indexed(sid, secret, name string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["iss"] = sid
	claims["exp"] = time.Now().Add(time.Hour * 8).Unix()
	claims["scope"] = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour ?\* ?8, identity=name, incomingAllow=true; authToken=secret: do not use$`
	return token.SignedString([]byte(secret))                    // want `capability token signed with the account's auth token \(secret → key\)`
}

func indexedDirect(sid, secret, name, app string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Claims.(jwt.MapClaims)["scope"] = "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + app + "&clientName=" + name // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Minute, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=secret: do not use$`
	token.Claims.(jwt.MapClaims)["iss"] = sid
	token.Claims.(jwt.MapClaims)["exp"] = time.Now().Add(time.Minute).Unix()
	return token.SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func filledLater(sid, secret, name string) (string, error) {
	claims := make(jwt.MapClaims)
	now := time.Now().Unix()
	claims["scope"] = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=600, identity=name, incomingAllow=true; authToken=secret: do not use$`
	claims["iss"] = sid
	claims["iat"] = now
	claims["exp"] = now + 600
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func literalThenScope(sid, secret, name string) (string, error) {
	claims := jwt.MapClaims{
		"iss": sid,
		"exp": time.Now().Add(30 * time.Minute).Unix(),
	}
	claims["scope"] = fmt.Sprintf("scope:client:incoming?clientName=%v", name) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=30 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=secret: do not use$`
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return tok.SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func literalThenIssuer(sid, secret, name string) (string, error) {
	claims := jwt.MapClaims{"scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=30 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=secret: do not use$`
	claims["iss"] = sid
	claims["exp"] = jwt.NewNumericDate(time.Now().Add(30 * time.Minute))
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return tok.SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func converted(sid, secret, name string) (string, error) {
	raw := map[string]interface{}{ // want `capability token made by hand \((map\[string\]\S+|jwt\.MapClaims)\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(raw)).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func constantName(secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid="AC00000000000000000000000000000001", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="alice", incomingAllow=true, outgoingApplicationSid="AP00000000000000000000000000000001"; authToken=secret: do not use$`
		"scope": "scope:client:incoming?clientName=alice scope:client:outgoing?appSid=AP00000000000000000000000000000001&clientName=alice",
		"iss":   "AC00000000000000000000000000000001",
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func encodedConstantName(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="front desk", incomingAllow=true; authToken=secret: do not use$`
		"scope": "scope:client:incoming?clientName=front%20desk",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func extraClaims(sid, secret, name, tenant string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["scope"] = "scope:client:incoming?clientName=" + name // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use; no fix: extra-claims( \(.*\))?$`
	claims["iss"] = sid
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	claims["tenant"] = tenant
	claims["admin"] = false
	return token.SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func extraInLiteral(sid, secret, name string, userID int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use; no fix: extra-claims( \(.*\))?$`
		"scope":   "scope:client:incoming?clientName=" + name,
		"iss":     sid,
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func registeredClaimsAreNoExtras(sid, secret, name, id string) (string, error) {
	now := time.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"iat":   now.Unix(),
		"nbf":   now.Unix(),
		"exp":   now.Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func fromEnvironment(name string) string {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=os\.Getenv\("TWILIO_ACCOUNT_SID"\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=os\.Getenv\("TWILIO_APP_SID"\); authToken=os\.Getenv\("TWILIO_AUTH_TOKEN"\): do not use$`
		"scope": "scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + os.Getenv("TWILIO_APP_SID") + "&clientName=" + name,
		"iss":   os.Getenv("TWILIO_ACCOUNT_SID"),
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `capability token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\)`
	if err != nil {
		return ""
	}
	return tok
}

func keyInVariable(sid, authToken, name string) (string, error) {
	key := []byte(authToken)
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	})
	token.Header["typ"] = "JWT"
	return token.SignedString(key) // want `capability token signed with the account's auth token \(key → key\)`
}

func twoNames(sid, secret, app, line, caller string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=line \| caller \(conflict\), incomingAllow=true, outgoingApplicationSid=app; authToken=secret: do not use; no fix: identity-conflict( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + line + " scope:client:outgoing?appSid=" + app + "&clientName=" + caller,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func severalIncoming(sid, secret, first, second string) (string, error) {
	scope := "scope:client:incoming?clientName=" + first + " scope:client:incoming?clientName=" + second
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=first \| second \(conflict\), incomingAllow=true; authToken=secret: do not use; no fix: identity-conflict( \(.*\))?$`
		"scope": scope,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func severalConstants(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="joe" \| "ann" \(conflict\), incomingAllow=true; authToken=secret: do not use; no fix: identity-conflict( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=joe scope:client:incoming?clientName=ann",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func eventStream(sid, secret, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=secret: do not use; no fix: event-stream( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name + " scope:stream:subscribe?path=%2F2010-04-01%2FEvents",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func eventStreamOnly(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour(, identity=\(required\))?; authToken=secret: do not use; no fix: (identity-missing|event-stream)( \(.*\))?$`
		"scope": "scope:stream:subscribe?path=/2010-04-01/Events",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

// --- the parameters of outgoing calls

func constantParams(sid, secret, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"foo": "bar"\}; authToken=secret: do not use$`
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + name + "&appParams=foo%3Dbar",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func twiceEncodedParams(sid, secret, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=map\[string\]string\{"q": "a b"\}; authToken=secret: do not use$`
		"scope": "scope:client:outgoing?appSid=" + app + "&appParams=q%3Da%2520b&clientName=" + name + " scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func valuesParams(sid, secret, app, name, queue string) (string, error) {
	params := url.Values{}
	params.Set("queue", queue)
	params.Add("from", name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app, outgoingApplicationParams=params; authToken=secret: do not use$`
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + name + "&appParams=" + url.QueryEscape(params.Encode()),
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

func wholeQuery(sid, secret, app, name string, params url.Values) (string, error) {
	q := url.Values{}
	q.Set("appSid", app)
	q.Set("clientName", name)
	q.Set("appParams", params.Encode())
	scope := "scope:client:outgoing?" + q.Encode()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app, outgoingApplicationParams=params; authToken=secret: do not use; no fix: out-of-reach( \(.*\))?$`
		"scope": scope,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

// the caller has encoded them: nobody here knows what is inside
func encodedParams(sid, secret, app, name, appParams string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app, outgoingApplicationParams=(appParams|\?); authToken=secret: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + name + "&appParams=" + appParams,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

// an empty name is no name
func emptyName(sid, secret, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(""|\(required\)), incomingAllow=true, outgoingApplicationSid=app; authToken=secret: do not use; no fix: identity-missing( \(.*\))?$`
		"scope": "scope:client:incoming?clientName= scope:client:outgoing?appSid=" + app,
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}

// the name has been forgotten altogether
func forgottenName(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), incomingAllow=true; authToken=secret: do not use; no fix: identity-missing( \(.*\))?$`
		"scope": "scope:client:incoming",
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret)) // want `capability token signed with the account's auth token \(secret → key\)`
}
