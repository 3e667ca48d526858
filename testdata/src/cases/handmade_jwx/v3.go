package jwx

import (
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

type issuer struct {
	sid, secret, app string
	ttl              time.Duration
}

func (i issuer) token(agent string) (string, error) {
	scope := "scope:client:outgoing?appSid=" + i.app + "&clientName=" + agent
	scope += " scope:client:incoming?clientName=" + agent
	tok, err := jwt.NewBuilder().Issuer(i.sid).Expiration(time.Now().Add(i.ttl)).Claim("scope", scope).Build() // want `capability token made by hand \([^)]+\); access token parameters: accountSid=i\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=i\.ttl, identity=agent, incomingAllow=true, outgoingApplicationSid=i\.app; authToken=i\.secret: do not use; no fix: side-effect( \(.*\))?$`
	if err != nil {
		return "", err
	}
	b, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256(), []byte(i.secret))) // want `capability token signed with the account's auth token \(i\.secret → key\)`
	return string(b), err
}

func (i issuer) outgoing() ([]byte, error) {
	tok := jwt.New()
	_ = tok.Set("iss", i.sid)
	_ = tok.Set("exp", time.Now().Add(i.ttl).Unix())
	_ = tok.Set("scope", "scope:client:outgoing?appSid="+i.app)      // want `capability token made by hand \([^)]+\); access token parameters: accountSid=i\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=i\.ttl, identity=\(required\), outgoingApplicationSid=i\.app; authToken=i\.secret: do not use; no fix: identity-missing( \(.*\))?$`
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), []byte(i.secret))) // want `capability token signed with the account's auth token \(i\.secret → key\)`
}

func (i issuer) extra(agent, team string) ([]byte, error) {
	tok, err := jwt.NewBuilder().
		Claim("team", team).
		Claim("scope", "scope:client:incoming?clientName="+agent). // want `capability token made by hand \([^)]+\); access token parameters: accountSid=i\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=agent, incomingAllow=true; authToken=i\.secret: do not use; no fix: extra-claims( \(.*\))?$`
		Issuer(i.sid).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), []byte(i.secret))) // want `capability token signed with the account's auth token \(i\.secret → key\)`
}
