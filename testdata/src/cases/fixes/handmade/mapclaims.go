// Package handmade has tokens that are made by hand with a JWT library.
package handmade

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// a literal in a chain
func chained(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// claims, token and key have variables
func stepwise(sid, secret, user string) (string, error) {
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	key := []byte(secret)
	signed, err := token.SignedString(key)
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return signed, nil
}

// an empty map that is filled
func indexed(sid, secret, user, app string) (string, error) {
	claims := jwt.MapClaims{}
	claims["scope"] = "scope:client:incoming?clientName=" + user + " scope:client:outgoing?appSid=" + app // want "do not use$"
	claims["iss"] = sid
	claims["exp"] = time.Now().Add(2 * time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// the claims are taken out of the token
func asserted(sid, secret, user string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["iss"] = sid
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	claims["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	return token.SignedString([]byte(secret))
}

// the header says what it says anyway
func headerTyp(sid, secret, user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	token.Header["typ"] = "JWT"
	token.Header["alg"] = "HS256"
	return token.SignedString([]byte(secret))
}

// a header that a new token would not have
func headerKid(sid, secret, user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	token.Header["kid"] = "main"
	return token.SignedString([]byte(secret))
}

// claims of the application
func extraClaim(sid, secret, user, tenant string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: extra-claims( \\(.*\\))?$"
		"iss":    sid,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"scope":  "scope:client:incoming?clientName=" + user,
		"tenant": tenant,
	}).SignedString([]byte(secret))
}

// claims of the application, added later
func extraClaimLater(sid, secret, user string, admin bool) (string, error) {
	claims := jwt.MapClaims{ // want "no fix: extra-claims( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	claims["https://example.com/admin"] = admin
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// the claims go to a log as well
func logged(sid, secret, user string, log func(...any)) (string, error) {
	claims := jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	log(claims)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// the scope is returned beside the token
func scopeReturned(sid, secret, user string) (tok, scope string, err error) {
	scope = "scope:client:incoming?clientName=" + user
	tok, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(secret))
	return tok, scope, err
}

// a chain over lines, started at its end
func lines(sid, secret, user string) (string, error) {
	return jwt.
		NewWithClaims(
			jwt.SigningMethodHS256,
			jwt.MapClaims{ // want "do not use$"
				"iss":   sid,
				"exp":   time.Now().Add(time.Hour).Unix(),
				"scope": "scope:client:incoming?clientName=" + user,
			},
		).
		SignedString(
			[]byte(secret),
		)
}

// the signing is the init statement of an if
func inIf(sid, secret, user string) string {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	if signed, err := token.SignedString([]byte(secret)); err == nil {
		return signed
	}
	return ""
}

// outgoing only, with a name: incoming must stay closed
func outgoingNamed(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user,
	}).SignedString([]byte(secret))
}

// outgoing only, without a name
func outgoingNameless(sid, secret, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-missing( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app,
	}).SignedString([]byte(secret))
}

// two names that need not be equal
func twoNames(sid, secret, app, line, caller string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-conflict( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s", line, app, caller),
	}).SignedString([]byte(secret))
}

// two scopes for two incoming names
func twoIncoming(sid, secret, a, b string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: identity-conflict( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + a + " scope:client:incoming?clientName=" + b,
	}).SignedString([]byte(secret))
}

// events besides calls
func events(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: event-stream( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:stream:subscribe?path=/2010-04-01/Events scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the name is escaped for the scope, and only there
func escapedName(sid, secret, user, app string) (string, error) {
	name := url.QueryEscape(user)
	scopes := []string{
		"scope:client:incoming?clientName=" + name,
		"scope:client:outgoing?appSid=" + url.QueryEscape(app) + "&clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}).SignedString([]byte(secret))
}

// the name is escaped with the rules of a path
func pathEscapedName(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.PathEscape(user),
	}).SignedString([]byte(secret))
}

// a constant name that is escaped in the text
func constantEscapedName(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=caf%C3%A9+bar",
	}).SignedString([]byte(secret))
}

// text and variables make up the name
func composedName(sid, secret, team string, id int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s_%d", team, id),
	}).SignedString([]byte(secret))
}

// the scope grows by statements
func grown(sid, secret, user, app string) (string, error) {
	scope := "scope:client:incoming?clientName=" + user
	scope += " scope:client:outgoing?appSid=" + app
	scope += "&clientName=" + user
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(secret))
}

func lookUp(user string) (string, error) {
	if user == "" {
		return "", errors.New("no user")
	}
	return "agent_" + user, nil
}

// the name comes from a call that may fail
func lookedUp(sid, secret, user string) (string, error) {
	name, err := lookUp(user)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + name,
	}).SignedString([]byte(secret))
}

// one map is signed twice
func signedTwice(sid, secret, user string) (a, b string, err error) {
	claims := jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	if a, err = jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret)); err != nil {
		return
	}
	b, err = jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
	return
}

// the unsigned text is used before the signed one
func signingString(sid, secret, user string) (string, string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	text, err := token.SigningString()
	if err != nil {
		return "", "", err
	}
	signed, err := token.SignedString([]byte(secret))
	return text, signed, err
}
