package kevinburke

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/kevinburke/twilio-go/twilioclient"
)

var errNoUser = errors.New("no user")

type server struct {
	mu         sync.Mutex
	accountSid string
	authToken  string
	appSid     string
	onCall     bool
}

func (s *server) token(user string) (string, error) {
	if user == "" {
		return "", errNoUser
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use$`
	c.AllowClientOutgoing(s.appSid, nil)
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// both branches are whole: each token is made in one straight line
func (s *server) tokenByKind(user string, short bool) (string, error) {
	if short {
		c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=5 ?\* ?time\.Minute, identity=user, incomingAllow=true; authToken=s\.authToken: do not use$`
		c.AllowClientIncoming(user)
		return c.GenerateToken(5 * time.Minute)
	}
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use$`
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(s.appSid, nil)
	return c.GenerateToken(time.Hour)
}

func (s *server) allowUnderIf(user string, admin bool) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use$`
	c.AllowClientIncoming(user)
	if admin {
		c.AllowClientOutgoing(s.appSid, nil)
	}
	return c.GenerateToken(time.Hour)
}

func (s *server) allowUnderElse(user string) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use; no fix: conditional( \(.*\))?$`
	if s.onCall {
		c.AllowClientIncoming(user)
	} else {
		c.AllowClientOutgoing(s.appSid, nil)
	}
	return c.GenerateToken(time.Hour)
}

func (s *server) allowUnderSwitch(user, role string) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid, outgoingApplicationParams=map\[string\]string\{"role": role\}; authToken=s\.authToken: do not use; no fix: conditional( \(.*\))?$`
	switch role {
	case "agent":
		c.AllowClientIncoming(user)
	case "customer":
		c.AllowClientOutgoing(s.appSid, map[string]string{"role": role})
	}
	return c.GenerateToken(time.Hour)
}

func (s *server) allowInLoop(scopes []string, user string) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use; no fix: conditional( \(.*\))?$`
	for range scopes {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// a name in each branch
func (s *server) namesByBranch(user, desk string, shared bool) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=desk \| user, incomingAllow=true; authToken=s\.authToken: do not use$`
	if shared {
		c.AllowClientIncoming(desk)
	} else {
		c.AllowClientIncoming(user)
	}
	return c.GenerateToken(time.Hour)
}

// an early return between the calls changes nothing for the token
func (s *server) earlyReturn(user string) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use$`
	if user == "guest" {
		return "", errNoUser
	}
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func (s *server) allTogetherInLoop(users []string) map[string]string {
	out := make(map[string]string, len(users))
	for _, u := range users {
		c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=u, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use$`
		c.AllowClientIncoming(u)
		c.AllowClientOutgoing(s.appSid, nil)
		tok, err := c.GenerateToken(time.Hour)
		if err != nil {
			log.Printf("token for %s: %v", u, err)
			continue
		}
		out[u] = tok
	}
	return out
}

func (s *server) generateInLoop(user string) (tokens []string) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use; no fix: (several-tokens|conditional)( \(.*\))?$`
	c.AllowClientIncoming(user)
	for i := 0; i < 3; i++ {
		tok, _ := c.GenerateToken(time.Hour)
		tokens = append(tokens, tok)
	}
	return tokens
}

func (s *server) shortStatement(w http.ResponseWriter, user string) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use$`
	c.AllowClientIncoming(user)
	if tok, err := c.GenerateToken(time.Hour); err != nil {
		http.Error(w, "no token", 500)
	} else {
		json.NewEncoder(w).Encode(struct {
			Token string `json:"token"`
		}{tok})
	}
}

func (s *server) constructorInIf(user string) (tok string, err error) {
	if c := twilioclient.NewCapability(s.accountSid, s.authToken); s.onCall { // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use(; no fix: (conditional)( \(.*\))?)?$`
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
	}
	return
}

func (s *server) varAndAssignment(user string) (string, error) {
	var c *twilioclient.Capability
	c = twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true; authToken=s\.authToken: do not use$`
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

func (s *server) aliasOfObject(user string) (string, error) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid; authToken=s\.authToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	d := c
	d.AllowClientIncoming(user)
	c.AllowClientOutgoing(s.appSid, nil)
	return d.GenerateToken(time.Hour)
}

// the variable is used for two objects, one after the other
func (s *server) reused(a, b string) (first, second string) {
	c := twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=a, incomingAllow=true; authToken=s\.authToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(a)
	first, _ = c.GenerateToken(time.Hour)

	c = twilioclient.NewCapability(s.accountSid, s.authToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=30 ?\* ?time\.Minute, identity=b, incomingAllow=true; authToken=s\.authToken: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
	c.AllowClientIncoming(b)
	second, _ = c.GenerateToken(30 * time.Minute)
	return
}

func (s *server) parenthesised(user string) (string, error) {
	c := (twilioclient.NewCapability)((s.accountSid), (s.authToken)) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=\(?s\.accountSid\)?, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\(?time\.Hour\)?, identity=\(?user\)?, incomingAllow=true; authToken=\(?s\.authToken\)?: do not use$`
	(c).AllowClientIncoming((user))
	return (c).GenerateToken((time.Hour))
}

func (s *server) acrossLines(user string) (string, error) {
	c := twilioclient.NewCapability( // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=s\.accountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.appSid, outgoingApplicationParams=map\[string\]string\{.+; authToken=s\.authToken: do not use$`
		s.accountSid, // the account
		s.authToken,
	)
	c.AllowClientIncoming(
		user,
	)
	c.AllowClientOutgoing(s.appSid, map[string]string{
		"from":  user,
		"queue": "support",
	})
	return c.GenerateToken(
		time.Hour,
	)
}
