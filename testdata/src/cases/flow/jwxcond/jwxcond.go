package jwxcond

import (
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"
	"time"
)

func f(sid, key, name, app string, out bool) ([]byte, error) {
	tok := jwxjwt.New()
	tok.Set("iss", sid)
	tok.Set("exp", time.Now().Add(time.Hour))
	tok.Set("scope", "scope:client:incoming?clientName="+name) // want `capability token made by hand \(jwt\.Token\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=app; authToken=key: do not use; no fix: conditional( \(.*\))?$`
	if out {
		tok.Set("scope", "scope:client:outgoing?appSid="+app)
	}
	return jwxjwt.Sign(tok, jwxjwt.WithKey(jwa.HS256, []byte(key))) // want `capability token signed with the account's auth token \(key → key\)`
}
