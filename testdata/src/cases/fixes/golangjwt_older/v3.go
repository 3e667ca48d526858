package older

import (
	"time"

	jwtgo "github.com/golang-jwt/jwt"
)

// version 3 under another name
func v3(sid, secret, user, app string) (string, error) {
	t := jwtgo.New(jwtgo.SigningMethodHS256)
	t.Claims = jwtgo.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(30 * time.Minute).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user,
	}
	return t.SignedString([]byte(secret))
}
