package plainhmac

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// audit line for a decoded capability token: HMAC over JSON, but no token
type auditLine struct {
	Iss   string    `json:"iss"`
	Exp   int64     `json:"exp"`
	Scope string    `json:"scope"`
	When  time.Time `json:"when"`
}

func auditSig(key []byte, client string) (string, error) {
	b, err := json.Marshal(auditLine{Iss: "AC1", Exp: 1, Scope: "scope:client:incoming?clientName=" + client, When: time.Now()})
	if err != nil {
		return "", err
	}
	m := hmac.New(sha256.New, key)
	m.Write(b)
	return hex.EncodeToString(m.Sum(nil)), nil
}

// own proxy: asks for a token from another service
func remote(client string) (string, error) {
	b, _ := json.Marshal(map[string]string{"scope": "scope:client:incoming?clientName=" + client, "iss": "us", "exp": "3600"})
	req, err := http.NewRequest("POST", "https://tokens", nil)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, []byte("shared"))
	mac.Write(b)
	req.Header.Set("X-Signature", hex.EncodeToString(mac.Sum(nil)))
	return "", nil
}

// our own session remembers which scope it asked for
func session(key, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss": "us", "sub": user, "exp": time.Now().Add(time.Hour).Unix(),
		"twilio_scope": "scope:client:incoming?clientName=" + user, "scope": "voice",
	}).SignedString([]byte(key))
}

// RS256 token
func rs(key any, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"iss": "us", "exp": time.Now().Add(time.Hour).Unix(), "scope": fmt.Sprintf("client:%s", user),
	}).SignedString(key)
}
