// Package ownbuilder is an application's own token builder, in the manner of
// the libraries: what is allowed is remembered in fields, and the scope is
// put together, from words, when the token is signed.
package ownbuilder

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"strings"
	"time"
)

type Phone struct {
	account string
	secret  []byte
	scopes  []string

	name     string
	answers  bool
	calls    bool
	app      string
	appExtra map[string]string
}

func New(account, secret string) *Phone { return &Phone{account: account, secret: []byte(secret)} }

func (p *Phone) Answer(name string) { p.name, p.answers = name, true }

func (p *Phone) Call(app string, extra map[string]string) {
	p.calls = true
	p.app = app
	p.appExtra = extra
}

type registered struct {
	Issuer  string `json:"iss,omitempty"`
	Expires int64  `json:"exp,omitempty"`
	Issued  int64  `json:"iat,omitempty"`
}

type phoneClaims struct {
	*registered
	Scope string `json:"scope"`
}

var head []byte

func init() {
	head = make([]byte, base64.URLEncoding.EncodedLen(27))
	base64.URLEncoding.Encode(head, []byte(`{"alg":"HS256","typ":"JWT"}`))
	head = bytes.TrimRight(head, "=")
}

func (p *Phone) Token(life time.Duration) (string, error) {
	p.incoming()
	p.outgoing()
	now := time.Now().UTC()
	claims := &phoneClaims{ // want `capability token made by hand \(phoneClaims\); access token parameters: accountSid=p\.account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=life, identity=p\.name, incomingAllow=true, outgoingApplicationSid=\?; authToken=p\.secret: do not use; no fix: [a-z-]+( \(.*\))?$`
		Scope: strings.Join(p.scopes, " "),
		registered: &registered{
			Expires: now.Add(life).Unix(),
			Issuer:  p.account,
			Issued:  now.Unix(),
		},
	}
	text, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	body := make([]byte, base64.URLEncoding.EncodedLen(len(text)))
	base64.URLEncoding.Encode(body, text)
	body = bytes.TrimRight(body, "=")
	all := append(head, '.')
	all = append(all, body...)
	mac := hmac.New(sha256.New, p.secret)
	mac.Write(all)
	return strings.TrimRight(string(all)+"."+base64.URLEncoding.EncodeToString(mac.Sum(nil)), "="), nil // want `capability token signed with the account's auth token \(p\.secret → key\)`
}

func (p *Phone) outgoing() {
	if !p.calls {
		return
	}
	args := map[string]string{}
	args["appSid"] = p.app
	if p.name != "" {
		args["clientName"] = p.name
	}
	if p.appExtra != nil {
		args["appParams"] = query(p.appExtra)
	}
	p.add("client", "outgoing", args)
}

func (p *Phone) incoming() {
	if p.answers {
		args := map[string]string{}
		args["clientName"] = p.name
		p.add("client", "incoming", args)
	}
}

func (p *Phone) add(service, privilege string, args map[string]string) {
	p.scopes = append(p.scopes, scopeOf(service, privilege, args))
}

func scopeOf(service, privilege string, args map[string]string) string {
	s := "scope:" + service + ":" + privilege
	if len(args) > 0 {
		s += "?" + query(args)
	}
	return s
}

func query(args map[string]string) string {
	v := make(url.Values)
	for key, val := range args {
		v.Add(key, val)
	}
	return v.Encode()
}
