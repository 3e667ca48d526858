package handmade

import (
	"encoding/json"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type voiceClaims struct {
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

type tenantClaims struct {
	voiceClaims
	Tenant string `json:"tenant,omitempty"`
}

// registered claims are embedded
func structClaims(sid, secret, user string, ttl time.Duration) (string, error) {
	claims := voiceClaims{ // want "do not use$"
		Scope: "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    sid,
			IssuedAt:  jwt.NewNumericDate(time.Now()),
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(ttl)),
		},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// a pointer to a literal without keys
func structPointer(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &voiceClaims{ // want "do not use$"
		"scope:client:incoming?clientName=" + user,
		jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}).SignedString([]byte(secret))
}

// a variable that is filled field by field
func structFields(sid, secret, user, app string) (string, error) {
	var claims voiceClaims
	claims.Issuer = sid
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	claims.Scope = "scope:client:outgoing?appSid=" + app + "&clientName=" + user // want "do not use$"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// a type of the function, which nothing else uses
func structLocalType(sid, secret, user string) (string, error) {
	type claims struct {
		jwt.RegisteredClaims
		Scope string `json:"scope"`
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{ // want "do not use$"
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		Scope:            "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a field of the application is set
func structExtra(sid, secret, user, tenant string) (string, error) {
	var claims tenantClaims
	claims.Issuer = sid
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	claims.Scope = "scope:client:incoming?clientName=" + user // want "no fix: extra-claims( \\(.*\\))?$"
	claims.Tenant = tenant
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// the claims are encoded once more, for a log
func structEncoded(sid, secret, user string, log func(string)) (string, error) {
	claims := voiceClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		Scope:            "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	b, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	log(string(b))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// an audience is nothing that the new token has
func structAudience(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{ // want "no fix: extra-claims( \\(.*\\))?$"
		Scope: "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    sid,
			Audience:  jwt.ClaimStrings{"phones"},
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
	}).SignedString([]byte(secret))
}
