// Package otherclaims has signing calls that sign a Capability Token on one way,
// and other claims on another: an Access Token would let everybody call.
package otherclaims

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func scopeOf(name string) string { return "scope:client:incoming?clientName=" + name }

func reassigned(user bool, name, secret string) (string, error) {
	c := jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)} // want "no fix: conditional( \\(.*\\))?$"
	if !user {
		c = jwt.MapClaims{"role": "guest"}
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

func otherType(user bool, name, secret string) (string, error) {
	var c jwt.Claims
	if user {
		c = jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)} // want "no fix: conditional( \\(.*\\))?$"
	} else {
		c = jwt.RegisteredClaims{Issuer: "me"}
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// a scope that is none of Twilio's
func otherScope(kind, name, secret string) (string, error) {
	var c jwt.MapClaims
	switch kind {
	case "voice":
		c = jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)} // want "no fix: conditional( \\(.*\\))?$"
	default:
		c = jwt.MapClaims{"iss": "me", "exp": time.Now().Add(time.Hour).Unix(), "scope": "read"}
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

func otherToken(user bool, name, secret string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)}) // want "no fix: conditional( \\(.*\\))?$"
	if !user {
		t = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": name})
	}
	return t.SignedString([]byte(secret))
}

func otherField(user bool, name, secret string) (string, error) {
	t := jwt.New(jwt.SigningMethodHS256)
	if user {
		t.Claims = jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)} // want "no fix: conditional( \\(.*\\))?$"
	} else {
		t.Claims = jwt.MapClaims{"sub": name}
	}
	return t.SignedString([]byte(secret))
}

func pick(user bool, name string) jwt.Claims {
	if user {
		return jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)} // want "no fix: conditional( \\(.*\\))?$"
	}
	return &jwt.RegisteredClaims{Issuer: "me"}
}

func helper(user bool, name, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, pick(user, name)).SignedString([]byte(secret))
}

func byKind(kind, name, secret string) (string, error) {
	all := map[string]jwt.Claims{
		"voice": jwt.MapClaims{"iss": "AC1", "exp": time.Now().Add(time.Hour).Unix(), "scope": scopeOf(name)}, // want "no fix: conditional( \\(.*\\))?$"
		"web":   jwt.RegisteredClaims{Issuer: "me"},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, all[kind]).SignedString([]byte(secret))
}
