// Package uses has the auth token where it belongs, and signs no JSON Web Token with it.
package uses

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	kevinburke "github.com/kevinburke/twilio-go/v2"
	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client"
)

var authToken = os.Getenv("TWILIO_AUTH_TOKEN")

// the one token of the package is signed with a key of its own
func own(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name}).SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func wrong(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name}).SignedString([]byte(authToken)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → authToken → key\): use a key that is made for it$`
}

// --- webhooks

func webhook(text string) string {
	mac := hmac.New(sha1.New, []byte(authToken))
	mac.Write([]byte(text))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func webhookBody(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// SHA-256 of what is no token
func link(path string) string {
	mac := hmac.New(sha256.New, []byte(authToken))
	fmt.Fprint(mac, path)
	return path + "?sig=" + hex.EncodeToString(mac.Sum(nil))
}

func validate(r *http.Request) bool {
	v := client.NewRequestValidator(authToken)
	return v.Validate(r.URL.String(), nil, r.Header.Get("X-Twilio-Signature"))
}

func validateKevin(r *http.Request) error {
	return kevinburke.ValidateIncomingRequest("https://example.com", authToken, r)
}

// --- REST

func rest(sid string) *twilio.RestClient {
	return twilio.NewRestClientWithParams(twilio.ClientParams{Username: sid, Password: authToken})
}

func restKevin(sid string) *kevinburke.Client { return kevinburke.NewClient(sid, authToken, nil) }

func basic(sid string, r *http.Request) { r.SetBasicAuth(sid, authToken) }

func bearer(r *http.Request) { r.Header.Set("Authorization", "Bearer "+authToken) }

// --- tokens that are read, or not signed

func parse(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (interface{}, error) { return []byte(authToken), nil })
}

func withoutKey(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name}).SignedString(nil)
}

func signingString(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name, Issuer: authToken}).SigningString()
}

// the auth token is among the claims, and not the key
func claimed(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name, ID: authToken}).SignedString([]byte(os.Getenv("SESSION_KEY")))
}
