// Package older keeps older JWT libraries.
package older

import (
	"time"

	"github.com/golang-jwt/jwt/v4"
)

// version 4 under its name
func v4(sid, secret, user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	return token.SignedString([]byte(secret))
}
