package olderjwt

import (
	"time"

	"github.com/golang-jwt/jwt"
)

type v3Claims struct {
	*jwt.StandardClaims
	Scope string `json:"scope"`
}

// version 3, standard claims by pointer
func v3Pointer(sid, secret, user, app string) (string, error) {
	claims := &v3Claims{ // want "do not use$"
		&jwt.StandardClaims{Issuer: sid, ExpiresAt: time.Now().Add(12 * time.Hour).Unix()},
		"scope:client:incoming?clientName=" + user + " scope:client:outgoing?appSid=" + app + "&clientName=" + user,
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte(secret))
}
