// Package sums has HMACs that are no tokens.
package sums

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// SHA-1 over a text with a scope: a cache key
func cacheKey(authToken, name string) string {
	m := hmac.New(sha1.New, []byte(authToken))
	m.Write([]byte("scope:client:incoming?clientName=" + name))
	return hex.EncodeToString(m.Sum(nil))
}

// SHA-1 over the parts of what could be a token
func signedState(authToken, sid, name string) (string, error) {
	b, err := json.Marshal(map[string]interface{}{
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString(b)
	m := hmac.New(sha1.New, []byte(authToken))
	m.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(m.Sum(nil)), nil
}

// SHA-256, but neither a header nor claims
func webhookSum(authToken string, body []byte) string {
	m := hmac.New(sha256.New, []byte(authToken))
	m.Write(body)
	return "sha256=" + hex.EncodeToString(m.Sum(nil))
}

func downloadLink(authToken, path string, until time.Time) string {
	m := hmac.New(sha256.New, []byte(authToken))
	fmt.Fprintf(m, "%s.%d", path, until.Unix())
	return fmt.Sprintf("%s?until=%d&sig=%x", path, until.Unix(), m.Sum(nil))
}

func derive(authToken string) []byte {
	m := hmac.New(sha512.New, []byte(authToken))
	m.Write([]byte("scope:client:outgoing"))
	return m.Sum(nil)
}

// the signature is compared with that of a token: none is made
func isOurs(authToken, sid, name, given string) bool {
	b, _ := json.Marshal(map[string]interface{}{
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   1767225600,
	})
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + base64.RawURLEncoding.EncodeToString(b)
	m := hmac.New(sha256.New, []byte(authToken))
	m.Write([]byte(text))
	want := base64.RawURLEncoding.EncodeToString(m.Sum(nil))
	return hmac.Equal([]byte(want), []byte(given)) || want == given+"="
}
