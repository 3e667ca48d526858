package form3

import (
	"strings"
	"time"

	"github.com/form3tech-oss/jwt-go"
)

type claims struct {
	Scope string `json:"scope"`
	jwt.StandardClaims
}

type Minter struct {
	account, token, application string
}

func (m *Minter) Mint(who string, now time.Time) (string, error) {
	var sb strings.Builder
	sb.WriteString("scope:client:outgoing?appSid=" + m.application + "&clientName=" + who)
	sb.WriteByte(' ')
	sb.WriteString("scope:client:incoming?clientName=" + who)
	c := &claims{Scope: sb.String()} // want `capability token made by hand \(\*?claims\); access token parameters: accountSid=m\.account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=(time\.Hour|time\.Until\(now\.Add\(time\.Hour\)\)), identity=who, incomingAllow=true, outgoingApplicationSid=m\.application; authToken=m\.token: do not use$`
	c.Issuer = m.account
	c.IssuedAt = now.Unix()
	c.ExpiresAt = now.Add(time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(m.token)) // want `capability token signed with the account's auth token \(m\.token → key\)`
}

func mapForm(sid, tok, who string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=who, incomingAllow=true; authToken=tok: do not use$`
		"exp": time.Now().Add(time.Hour).Unix(), "iss": sid, "scope": "scope:client:incoming?clientName=" + who,
	}).SignedString([]byte(tok)) // want `capability token signed with the account's auth token \(tok → key\)`
}

func indexForm(sid, tok, who, app string) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	c := t.Claims.(jwt.MapClaims)
	c["scope"] = strings.Join([]string{"scope:client:incoming?clientName=" + who, "scope:client:outgoing?appSid=" + app}, " ") // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=who, incomingAllow=true, outgoingApplicationSid=app; authToken=tok: do not use$`
	c["iss"] = sid
	c["exp"] = time.Now().Add(time.Hour).Unix()
	return t.SignedString([]byte(tok)) // want `capability token signed with the account's auth token \(tok → key\)`
}
