// Package oauth has scopes, as everybody has.
package oauth

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type Scope struct{ Service, Privilege string }

func (s Scope) String() string { return fmt.Sprintf("%s:%s", s.Service, s.Privilege) }

func authorizeURL(clientID string, scopes ...Scope) string {
	words := make([]string, len(scopes))
	for i, s := range scopes {
		words[i] = s.String()
	}
	q := url.Values{"client_id": {clientID}, "scope": {strings.Join(words, " ")}}
	return "https://login.example.com/authorize?" + q.Encode()
}

func accessToken(secret string, sub string) (string, error) {
	scopes := []Scope{{"client", "incoming"}, {"client", "outgoing"}}
	words := []string{}
	for _, s := range scopes {
		words = append(words, s.String())
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": strings.Join(words, " "),
		"sub":   sub,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret))
}

func slackStyle(secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": "incoming-webhook client stream:subscribe",
		"iss":   "T0001",
	}).SignedString([]byte(secret))
}

func prefixed(secret, service, privilege string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": fmt.Sprintf("scope:%s:%s", service, privilege),
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(secret))
}

func readWrite(secret string) (string, error) { return prefixed(secret, "repo", "write") }

// What a private key signs is no Capability Token: an auth token is a secret that
// both sides have.
func withPrivateKey(key any, iss, client string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"iss":   iss,
		"scope": "scope:client:incoming?clientName=" + client,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString(key)
}
