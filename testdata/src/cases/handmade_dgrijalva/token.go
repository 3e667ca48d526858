// Package calls uses version 3 of the first JWT library.
package calls

import (
	"errors"
	"fmt"
	"net/url"
	"time"

	jwt "github.com/dgrijalva/jwt-go"
)

type TwilioClaims struct {
	Scope string `json:"scope"`
	jwt.StandardClaims
}

type Config struct {
	TwilioAccountSID string
	TwilioAuthToken  string
	TwilioAppSID     string
}

type Tokens struct{ *Config }

func (t Tokens) Capability(userID string) (string, error) {
	if userID == "" {
		return "", errors.New("no user")
	}
	expiresAt := time.Now().Add(time.Hour * 24).Unix()
	claims := TwilioClaims{ // want `capability token made by hand \(TwilioClaims\); access token parameters: accountSid=t\.TwilioAccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour ?\* ?24, identity=userID, incomingAllow=true, outgoingApplicationSid=t\.TwilioAppSID; authToken=t\.TwilioAuthToken: do not use$`
		fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", userID, t.TwilioAppSID, userID),
		jwt.StandardClaims{
			ExpiresAt: expiresAt,
			Issuer:    t.TwilioAccountSID,
		},
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte(t.TwilioAuthToken)) // want `capability token signed with the account's auth token \(t\.TwilioAuthToken → key\)`
}

func (t Tokens) MapClaims(user string, params map[string]string) (string, error) {
	v := url.Values{}
	for k, s := range params {
		v.Add(k, s)
	}
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["iss"] = t.TwilioAccountSID
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	claims["scope"] = "scope:client:outgoing?appSid=" + t.TwilioAppSID + "&clientName=" + url.QueryEscape(user) + "&appParams=" + url.QueryEscape(v.Encode()) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=t\.TwilioAccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, outgoingApplicationSid=t\.TwilioAppSID, outgoingApplicationParams=(v|params); authToken=t\.TwilioAuthToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	return token.SignedString([]byte(t.TwilioAuthToken))                                                                                                      // want `capability token signed with the account's auth token \(t\.TwilioAuthToken → key\)`
}

func (t Tokens) Expired(user string) (string, error) {
	claims := TwilioClaims{}                                  // nothing yet
	claims.Scope = "scope:client:incoming?clientName=" + user // want `capability token made by hand \(TwilioClaims\); access token parameters: accountSid=t\.TwilioAccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\(required\), identity=user, incomingAllow=true; authToken=t\.TwilioAuthToken: do not use; no fix: ttl-missing( \(.*\))?$`
	claims.Issuer = t.TwilioAccountSID
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &claims).SignedString([]byte(t.TwilioAuthToken)) // want `capability token signed with the account's auth token \(t\.TwilioAuthToken → key\)`
}

func (t Tokens) TooLong(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=t\.TwilioAccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour ?\* ?48, identity=user, incomingAllow=true; authToken=t\.TwilioAuthToken: do not use; no fix: ttl-over-24h( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + user,
		"iss":   t.TwilioAccountSID,
		"exp":   time.Now().Add(time.Hour * 48).Unix(),
	}).SignedString([]byte(t.TwilioAuthToken)) // want `capability token signed with the account's auth token \(t\.TwilioAuthToken → key\)`
}
