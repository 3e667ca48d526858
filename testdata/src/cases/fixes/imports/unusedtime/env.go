package unusedtime

import "time"
import "github.com/golang-jwt/jwt/v5"
import "strings"

// the package strings is for a local that goes
func Trimmed(sid, secret, user string) (string, error) {
	key := strings.TrimSpace(secret)
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims = jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(4 * time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	return t.SignedString([]byte(key))
}
