package jwxloop

import (
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func F(sid, key, name, app string, extra map[string]any) (string, error) {
	b := jwt.NewBuilder().Issuer(sid).Expiration(time.Now().Add(time.Hour))
	for k, v := range map[string]any{"scope": "scope:client:incoming?clientName=" + name} {
		b = b.Claim(k, v) // want `capability token made by hand \(jwt\.Builder\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: shape( \(.*\))?$`
	}
	t, err := b.Build()
	if err != nil {
		return "", err
	}
	out, err := jwt.Sign(t, jwt.WithKey(jwa.HS256, []byte(key))) // want `capability token signed with the account's auth token \(key → key\)`
	return string(out), err
}
