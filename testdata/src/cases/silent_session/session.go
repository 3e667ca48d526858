// Package session makes tokens for the users of a program that has no telephone.
package session

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	jwtv3 "github.com/dgrijalva/jwt-go"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
)

type agent struct {
	AccountSid string
	AuthToken  string
}

func (a agent) session(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss": a.AccountSid,
		"sub": user,
		"exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(a.AuthToken))
}

type userClaims struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func (a agent) withScope(user string, scopes []string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, userClaims{
		RegisteredClaims: jwt.RegisteredClaims{Issuer: a.AccountSid, Subject: user},
		Scope:            strings.Join(scopes, " "),
	}).SignedString([]byte(a.AuthToken))
}

// scope:client: is the prefix of somebody else's scopes, too
func (a agent) forClient(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   a.AccountSid,
		"scope": "scope:client:" + id,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(a.AuthToken))
}

func (a agent) forNumberedClient() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   a.AccountSid,
		"scope": "scope:client:123 scope:client:write?clientName=alice",
	}).SignedString([]byte(a.AuthToken))
}

func (a agent) longerWord() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   a.AccountSid,
		"scope": "scope:client:incoming_invoices scope:stream:subscribers",
	}).SignedString([]byte(a.AuthToken))
}

func (a agent) otherService(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   a.AccountSid,
		"scope": "scope:mail:incoming?clientName=" + name + " scope:mail:outgoing?appSid=1",
	}).SignedString([]byte(a.AuthToken))
}

// the words are all there, in another claim
func (a agent) inAnotherClaim(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   a.AccountSid,
		"scope": "docs:read",
		"page":  "how to write scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(a.AuthToken))
}

func (a agent) oldLibrary(user string) (string, error) {
	t := jwtv3.New(jwtv3.SigningMethodHS256)
	c := t.Claims.(jwtv3.MapClaims)
	c["iss"] = a.AccountSid
	c["scope"] = "user:" + user
	c["exp"] = time.Now().Add(72 * time.Hour).Unix()
	return t.SignedString([]byte(a.AuthToken))
}

func (a agent) jose(user string) (string, error) {
	sig, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(a.AuthToken)}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(sig).Claims(josejwt.Claims{Issuer: a.AccountSid}).Claims(map[string]string{"scope": "client:incoming"}).Serialize()
}

func (a agent) raw(user string) string {
	b, _ := json.Marshal(map[string]string{"iss": a.AccountSid, "sub": user, "scope": "scope:%s:%s"})
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256"}`)) + "." + base64.RawURLEncoding.EncodeToString(b)
	m := hmac.New(sha256.New, []byte(a.AuthToken))
	m.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(m.Sum(nil))
}
