// Package parse reads capability tokens that others have made.
package parse

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/SermoDigital/jose/jws"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

type claims struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

var errScope = errors.New("not a token for incoming calls")

func parse(signed, authToken string) (string, error) {
	c := claims{}
	if _, err := jwt.ParseWithClaims(signed, &c, func(*jwt.Token) (interface{}, error) {
		return []byte(authToken), nil
	}); err != nil {
		return "", err
	}
	name, ok := strings.CutPrefix(c.Scope, "scope:client:incoming?clientName=")
	if !ok {
		return "", errScope
	}
	return name, nil
}

func parseMap(signed, authToken string) (bool, error) {
	t, err := jwt.Parse(signed, func(*jwt.Token) (interface{}, error) { return []byte(authToken), nil })
	if err != nil {
		return false, err
	}
	m := t.Claims.(jwt.MapClaims)
	scope, _ := m["scope"].(string)
	return scope == "scope:client:incoming?clientName=alice", nil
}

func parseJose(signed, authToken string) (string, error) {
	t, err := josejwt.ParseSigned(signed, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return "", err
	}
	out := map[string]interface{}{"scope": "scope:client:incoming?clientName=nobody"}
	err = t.Claims([]byte(authToken), &out)
	return fmt.Sprint(out["scope"]), err
}

func parseJwx(signed []byte) bool {
	t, err := jwx.ParseInsecure(signed)
	if err != nil {
		return false
	}
	s, _ := t.Get("scope")
	return strings.Contains(fmt.Sprint(s), "scope:client:outgoing?appSid=")
}

func parseSermo(signed []byte) bool {
	j, err := jws.ParseJWT(signed)
	return err == nil && strings.HasPrefix(fmt.Sprint(j.Claims().Get("scope")), "scope:stream:subscribe?path=")
}

func payload(signed string) (map[string]any, error) {
	parts := strings.Split(signed, ".")
	if len(parts) != 3 {
		return nil, errors.New("not a token")
	}
	b, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil, err
	}
	m := map[string]any{}
	return m, json.Unmarshal(b, &m)
}
