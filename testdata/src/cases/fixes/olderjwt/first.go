package olderjwt

import (
	"os"
	"time"

	jwt "github.com/dgrijalva/jwt-go"
)

// the first library, everything from the environment, nothing is returned but the text
func first(user string) string {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Claims = jwt.MapClaims{ // want "do not use$"
		"iss":   os.Getenv("TWILIO_ACCOUNT_SID"),
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	signed, err := token.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	if err != nil {
		return ""
	}
	return signed
}
