package conditional

import (
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// scopes are appended under an if
func appended(cfg config, user string, dial bool) (string, error) {
	scopes := []string{"scope:client:incoming?clientName=" + user}
	if dial {
		scopes = append(scopes, "scope:client:outgoing?appSid="+cfg.app+"&clientName="+user)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: conditional( \\(.*\\))?$"
		"iss":   cfg.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}).SignedString([]byte(cfg.secret))
}

// each branch signs, one of them has no name
func perBranch(cfg config, user string) (string, error) {
	exp := time.Now().Add(time.Hour).Unix()
	if user == "" {
		return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-missing( \\(.*\\))?$"
			"iss":   cfg.sid,
			"exp":   exp,
			"scope": "scope:client:outgoing?appSid=" + cfg.app,
		}).SignedString([]byte(cfg.secret))
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   cfg.sid,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(cfg.secret))
}
