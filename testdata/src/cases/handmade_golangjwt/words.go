package handmade

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// No string of this file holds a whole scope.

func scopeURI(service, privilege string, params url.Values) string {
	return "scope:" + service + ":" + privilege + "?" + params.Encode()
}

func fromWords(sid, key, app, name string) (string, error) {
	in := scopeURI("client", "incoming", url.Values{"clientName": {name}})
	out := scopeURI("client", "outgoing", url.Values{"appSid": {app}, "clientName": {name}})
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": in + " " + out,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

const (
	clientService     = "client"
	streamService     = "stream"
	incomingPrivilege = "incoming"
	outgoingPrivilege = "outgoing"
	subscribe         = "subscribe"
)

func fromConstants(sid, key, app, name string) (string, error) {
	q := url.Values{}
	q.Add("appSid", app)
	q.Add("clientName", name)
	scope := fmt.Sprintf("scope:%s:%s?%s", clientService, outgoingPrivilege, q.Encode())
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func streamFromConstants(sid, key, name string) (string, error) {
	scopes := []string{
		scopeURI(streamService, subscribe, url.Values{"path": {"/2010-04-01/Events"}}),
		scopeURI(clientService, incomingPrivilege, url.Values{"clientName": {name}}),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: event-stream( \(.*\))?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

type privilege struct {
	Service   string
	Privilege string
	Params    url.Values
}

func (p privilege) String() string {
	return fmt.Sprintf("scope:%v:%v?%v", p.Service, p.Privilege, p.Params.Encode())
}

func fromFields(sid, key, app, name string) (string, error) {
	in := privilege{Service: "client", Privilege: "incoming", Params: url.Values{"clientName": {name}}}
	out := privilege{"client", "outgoing", url.Values{"appSid": {app}, "clientName": {name}}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": in.String() + " " + out.String(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func fromURL(sid, key, name string) (string, error) {
	u := url.URL{
		Scheme:   "scope",
		Opaque:   fmt.Sprintf("%s:%s", "client", "incoming"),
		RawQuery: url.Values{"clientName": {name}}.Encode(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": u.String(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func joinedWords(sid, key, name string) (string, error) {
	scope := strings.Join([]string{"scope", "client", "incoming"}, ":") + "?clientName=" + name
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// the query is left out when there is nothing to say
func optionalQuery(service, privilege string, params url.Values) string {
	s := "scope:" + service + ":" + privilege
	if len(params) > 0 {
		s += "?" + params.Encode()
	}
	return s
}

func withOptionalQuery(sid, key, name string) (string, error) {
	params := url.Values{}
	params.Set("clientName", name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": optionalQuery("client", "incoming", params),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func query(kv map[string]string) string {
	v := url.Values{}
	for k, s := range kv {
		v.Set(k, s)
	}
	return v.Encode()
}

func withMapQuery(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?" + query(map[string]string{"clientName": name}),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
