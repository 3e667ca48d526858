package jwx

import (
	"encoding/json"
	"time"

	jwa1 "github.com/lestrrat-go/jwx/jwa"
	jws1 "github.com/lestrrat-go/jwx/jws"
	jwt1 "github.com/lestrrat-go/jwx/jwt"
)

func v1Set(sid, authToken, name string) (string, error) {
	tok := jwt1.New()
	tok.Set(jwt1.IssuerKey, sid)
	tok.Set(jwt1.ExpirationKey, time.Now().Add(time.Hour))
	tok.Set("scope", "scope:client:incoming?clientName="+name)   // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use$`
	signed, err := jwt1.Sign(tok, jwa1.HS256, []byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
	if err != nil {
		return "", err
	}
	return string(signed), nil
}

func v1Builder(sid, authToken, name string) ([]byte, error) {
	tok, err := jwt1.NewBuilder().
		Issuer(sid).
		Expiration(time.Now().Add(time.Hour)).
		Claim("scope", "scope:client:incoming?clientName="+name). // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=authToken: do not use`
		Build()
	if err != nil {
		return nil, err
	}
	return jwt1.Sign(tok, jwa1.HS256, []byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func v1Payload(sid, authToken, name string) ([]byte, error) {
	payload, err := json.Marshal(map[string]any{ // want `capability token made by hand \([^)]+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=authToken: do not use`
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:incoming?clientName=" + name,
	})
	if err != nil {
		return nil, err
	}
	return jws1.Sign(payload, jwa1.HS256, []byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

// A session of the application's own is none of Twilio's.
func v1Session(key, user string) ([]byte, error) {
	tok := jwt1.New()
	tok.Set(jwt1.SubjectKey, user)
	tok.Set("scope", "read")
	return jwt1.Sign(tok, jwa1.HS256, []byte(key))
}
