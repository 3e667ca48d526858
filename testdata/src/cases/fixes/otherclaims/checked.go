package otherclaims

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

var sharedToken = strings.TrimSpace(" secret")

// the token is checked by hand, with the same key
func checkedBelow(name string) (string, error) {
	c := twilioclient.NewCapability("AC1", sharedToken) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}

func valid(token string) bool {
	i := strings.LastIndexByte(token, '.')
	h := hmac.New(sha256.New, []byte(sharedToken))
	h.Write([]byte(token[:i]))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)) == token[i+1:]
}

// an expiry that does not count seconds
func millis(name, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss": "AC1", "exp": time.Now().Add(time.Hour).UnixMilli(), "scope": scopeOf(name),
	}).SignedString([]byte(secret))
}
