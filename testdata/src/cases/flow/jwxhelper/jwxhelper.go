package jwxhelper

import (
	"fmt"
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwk"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

type Cfg struct{ SID, Token, App string }

func newToken(c Cfg, ttl time.Duration, private map[string]any) (jwt.Token, error) {
	b := jwt.NewBuilder().Issuer(c.SID).IssuedAt(time.Now()).Expiration(time.Now().Add(ttl))
	for k, v := range private {
		b = b.Claim(k, v) // want `capability token made by hand \(jwt\.Builder\); access token parameters: accountSid=c\.SID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=ttl, identity=name, outgoingApplicationSid=c\.App; authToken=key: do not use; no fix: conditional( \(.*\))?$`
	}
	t, err := b.Build()
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return t, nil
}

func Voice(c Cfg, name string) (string, error) {
	t, err := newToken(c, time.Hour, map[string]any{"scope": "scope:client:outgoing?appSid=" + c.App + "&clientName=" + name})
	if err != nil {
		return "", err
	}
	key, err := jwk.Import([]byte(c.Token))
	if err != nil {
		return "", err
	}
	out, err := jwt.Sign(t, jwt.WithKey(jwa.HS256(), key)) // want `capability token signed with the account's auth token \(key → key\)`
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return string(out), nil
}
func Sess(c Cfg, name string) (string, error) {
	t, err := newToken(c, time.Hour, map[string]any{"scope": "api"})
	if err != nil {
		return "", err
	}
	out, err := jwt.Sign(t, jwt.WithKey(jwa.HS256(), []byte(c.Token)))
	return string(out), err
}
