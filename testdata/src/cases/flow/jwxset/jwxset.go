package jwxset

import (
	"fmt"
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func claimsOf(sid, name string) map[string]any {
	return map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: across-functions( \(.*\))?$`
}

func Set(sid, name, key string) (string, error) {
	t := jwt.New()
	for k, v := range claimsOf(sid, name) {
		if err := t.Set(k, v); err != nil {
			return "", fmt.Errorf("set %s: %w", k, err)
		}
	}
	b, err := jwt.Sign(t, jwt.WithKey(jwa.HS256, []byte(key))) // want `capability token signed with the account's auth token \(key → key\)`
	return string(b), err
}
