package handmade

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func exp() int64 { return time.Now().Add(time.Hour).Unix() }

const (
	incomingFormat = "scope:client:incoming?clientName=%s"
	bothFormat     = "scope:client:outgoing?appSid=%s&clientName=%s scope:client:incoming?clientName=%s"
	outgoingPrefix = "scope:client:outgoing?appSid="
)

func constantFormat(sid, key, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf(bothFormat, app, name, name),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func constantPrefix(sid, key, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   exp(),
		"scope": outgoingPrefix + app + "&clientName=" + name,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// the format is chosen elsewhere
type mode int

const (
	listen mode = iota
	full
)

type line struct {
	sid, key, app, name string
	mode                mode
}

func (l *line) format() string {
	switch l.mode {
	case full:
		return "scope:client:incoming?clientName=%[1]s scope:client:outgoing?appSid=%[2]s&clientName=%[1]s"
	default:
		return "scope:client:incoming?clientName=%[1]s"
	}
}

func (l *line) Token() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=l\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=l\.name, incomingAllow=true, outgoingApplicationSid=l\.app; authToken=l\.key: do not use; no fix: conditional( \(.*\))?$`
		"iss":   l.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf(l.format(), l.name, l.app),
	}).SignedString([]byte(l.key)) // want `capability token signed with the account's auth token \(l\.key → key\)`
}

func joined(sid, key, app, name string) (string, error) {
	scopes := []string{
		"scope:client:incoming?clientName=" + name,
		"scope:client:outgoing?appSid=" + app + "&clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func appended(sid, key, app, name string) (string, error) {
	var scopes []string
	scopes = append(scopes, fmt.Sprintf(incomingFormat, url.QueryEscape(name)))
	scopes = append(scopes, "scope:client:outgoing?appSid="+app+"&clientName="+url.QueryEscape(name))
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func appendedMaybe(sid, key, app, name string, dial bool) (string, error) {
	scopes := []string{fmt.Sprintf(incomingFormat, name)}
	if dial {
		scopes = append(scopes, fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s", app, name))
	}
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func spaced(sid, key, app, name string) (string, error) {
	parts := []string{"scope:client:incoming?clientName=" + name, "scope:client:outgoing?appSid=" + app + "&clientName=" + name}
	scope := ""
	for i, p := range parts {
		if i > 0 {
			scope += " "
		}
		scope += p
	}
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func grown(sid, key, app, name string) (string, error) {
	scope := "scope:client:incoming"
	scope += "?clientName=" + name
	scope += " "
	scope += "scope:client:outgoing?appSid=" + app
	scope += "&clientName=" + name
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func builder(sid, key, app, name string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "scope:client:incoming?clientName=%s", name)
	b.WriteString(" ")
	b.WriteString("scope:client:outgoing?appSid=")
	b.WriteString(app)
	fmt.Fprintf(&b, "&clientName=%s", name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": b.String(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func buffer(sid, key, name string) (string, error) {
	buf := new(bytes.Buffer)
	buf.WriteString("scope:client:incoming?")
	buf.WriteString(url.Values{"clientName": {name}}.Encode())
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": buf.String(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func queryLiteral(sid, key, app, name string) (string, error) {
	in := url.Values{"clientName": []string{name}}
	out := url.Values{
		"appSid":     {app},
		"clientName": {name},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?" + in.Encode() + " scope:client:outgoing?" + out.Encode(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func escapedFirst(sid, key, user string) (string, error) {
	name := url.QueryEscape(user)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func pathEscaped(sid, key, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.PathEscape(user),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func prefixedName(sid, key, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="agent_" ?\+ ?id, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=agent_" + id,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func prefixedInFormat(sid, key, team, id, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=team ?\+ ?"_" ?\+ ?id, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s_%s scope:client:outgoing?appSid=%s&clientName=%s_%s", team, id, app, team, id),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

const deskName = "reception"

func namedConstant(sid, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(deskName|"reception"), incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + deskName,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func incomingScope(client string) string { return "scope:client:incoming?clientName=" + client }

func outgoingScope(app, client string) string {
	return fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s", app, client)
}

func fromFunctions(sid, key, app, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": incomingScope(name) + " " + outgoingScope(app, name),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

type customer struct{ Handle string }

func fromFunctionsWithFields(sid, key string, cu *customer) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=cu\.Handle, incomingAllow=true; authToken=key: do not use$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": incomingScope(cu.Handle),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// a loop over names: one scope for each
func manyNames(sid, key string, names []string) (string, error) {
	var scopes []string
	for _, n := range names {
		scopes = append(scopes, "scope:client:incoming?clientName="+n)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=(n|\?).*, incomingAllow=true; authToken=key: do not use; no fix: (identity-conflict|unresolved|conditional)( \(.*\))?$`
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
