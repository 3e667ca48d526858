// Package jose has tokens of JOSE libraries, and of none.
package jose

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// a signer, and a chain of claims
func chain(sid, secret, user string) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(secret)}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", err
	}
	return jwt.Signed(signer).
		Claims(jwt.Claims{Issuer: sid, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}).
		Claims(map[string]any{"scope": "scope:client:incoming?clientName=" + user}). // want "do not use$"
		Serialize()
}

// nothing but the standard library
func raw(sid, secret, user string) (string, error) {
	payload, err := json.Marshal(map[string]any{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": "scope:client:incoming?clientName=" + user,
	})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}
