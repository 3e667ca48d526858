package older

import (
	"os"
	"time"

	"github.com/dgrijalva/jwt-go"
)

// the first library, whose path does not end in its name
func first(user string) (string, error) {
	claims := jwt.MapClaims{}
	claims["iss"] = os.Getenv("TWILIO_ACCOUNT_SID")
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	claims["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}
