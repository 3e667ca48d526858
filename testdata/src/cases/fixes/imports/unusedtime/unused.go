// Package unusedtime has imports that only the old code needs.
package unusedtime

import (
	"fmt"
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// the clock, the formatter, the escaper and the library: nobody else needs them
func Token(sid, secret, app, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s", url.QueryEscape(user), app),
	}).SignedString([]byte(secret))
}
