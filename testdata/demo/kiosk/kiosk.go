// Package kiosk mints the tokens of the "talk to us" kiosks in the shops. It is
// older than the rest of the service, and signs its tokens itself.
package kiosk

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// ttl is short because kiosks stand in public places; they ask for a new token
// before each call.
const ttl = 10 * time.Minute

// Token returns a token for the kiosk with the given ID, which can call the
// TwiML application appSID, and can be called back under its ID.
func Token(accountSID, authToken, appSID, id string) (string, error) {
	scopes := []string{
		"scope:client:incoming?clientName=" + url.QueryEscape(id),
		fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s", appSID, url.QueryEscape(id)),
	}
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"scope": strings.Join(scopes, " "),
		"iss":   accountSID,
		"iat":   now.Unix(),
		"exp":   now.Add(ttl).Unix(),
	})
	return token.SignedString([]byte(authToken))
}
