package handmade

import (
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// --- a port of a capability class: scopes are made when the token is signed

type Capability struct {
	accountSID string
	authToken  string

	clientName  string
	appSID      string
	appParams   map[string]string
	canIncoming bool
	canOutgoing bool
}

func NewCapability(accountSID, authToken string) *Capability {
	return &Capability{accountSID: accountSID, authToken: authToken}
}

func (c *Capability) AllowClientIncoming(clientName string) {
	c.clientName = clientName
	c.canIncoming = true
}

func (c *Capability) AllowClientOutgoing(appSID string, appParams map[string]string) {
	c.appSID = appSID
	c.appParams = appParams
	c.canOutgoing = true
}

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) {
	var scopes []string
	if c.canIncoming {
		scopes = append(scopes, "scope:client:incoming?clientName="+url.QueryEscape(c.clientName))
	}
	if c.canOutgoing {
		values := url.Values{}
		values.Set("appSid", c.appSID)
		if c.clientName != "" {
			values.Set("clientName", c.clientName)
		}
		if c.appParams != nil {
			p := url.Values{}
			for k, v := range c.appParams {
				p.Set(k, v)
			}
			values.Set("appParams", p.Encode())
		}
		scopes = append(scopes, "scope:client:outgoing?"+values.Encode())
	}
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=c\.accountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=c\.clientName, incomingAllow=true, outgoingApplicationSid=c\.appSID, outgoingApplicationParams=(p|c\.appParams); authToken=c\.authToken: do not use; no fix: (conditional|unresolved)( \(.*\))?$`
		"scope": strings.Join(scopes, " "),
		"iss":   c.accountSID,
		"iat":   now.Unix(),
		"exp":   now.Add(ttl).Unix(),
	})
	return token.SignedString([]byte(c.authToken)) // want `capability token signed with the account's auth token \(c\.authToken → key\)`
}

// the users of the object: the token is made above, nothing to say here
func useCapability(cfg app, user string) (string, error) {
	c := NewCapability(cfg.AccountSID, cfg.AuthToken)
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.TwiML.Voice, nil)
	return c.GenerateToken(time.Hour)
}

// --- scopes are collected as text

type scopeSet struct {
	account, secret string
	scopes          []string
}

func (s *scopeSet) allowIncoming(name string) *scopeSet {
	s.scopes = append(s.scopes, "scope:client:incoming?clientName="+name)
	return s
}

func (s *scopeSet) sign(d time.Duration) (string, error) {
	claims := jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=s\.account, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=name, incomingAllow=true; authToken=s\.secret: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
		"iss":   s.account,
		"exp":   time.Now().Add(d).Unix(),
		"scope": strings.Join(s.scopes, " "),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.secret)) // want `capability token signed with the account's auth token \(s\.secret → key\)`
}

// --- words are collected as structs

type grant struct {
	service   string
	privilege string
	params    url.Values
}

func (g grant) uri() string {
	return "scope:" + g.service + ":" + g.privilege + "?" + g.params.Encode()
}

type permit struct {
	sid    string
	key    string
	grants []grant
}

func (p *permit) Outgoing(application, client string) {
	p.grants = append(p.grants, grant{"client", "outgoing", url.Values{"appSid": {application}, "clientName": {client}}})
}

func (p *permit) String() (string, error) {
	scope := ""
	for _, g := range p.grants {
		if scope != "" {
			scope += " "
		}
		scope += g.uri()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=p\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\?, outgoingApplicationSid=\?; authToken=p\.key: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
		"scope": scope,
		"iss":   p.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(p.key)) // want `capability token signed with the account's auth token \(p\.key → key\)`
}

// --- incoming and outgoing have parameters of their own

type portedCapability struct {
	sid, token         string
	incoming, outgoing string
}

func (p *portedCapability) AllowIncoming(clientName string) {
	p.incoming = "scope:client:incoming?clientName=" + clientName
}

func (p *portedCapability) AllowOutgoing(appSid, caller string) {
	p.outgoing = "scope:client:outgoing?appSid=" + appSid + "&clientName=" + caller
}

func (p *portedCapability) ToJWT(ttl int64) (string, error) {
	now := time.Now().Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=p\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=clientName \| caller \(conflict\), incomingAllow=true, outgoingApplicationSid=appSid; authToken=p\.token: do not use; no fix: identity-conflict( \(.*\))?$`
		"scope": p.incoming + " " + p.outgoing,
		"iss":   p.sid,
		"exp":   now + ttl,
	}).SignedString([]byte(p.token)) // want `capability token signed with the account's auth token \(p\.token → key\)`
}
