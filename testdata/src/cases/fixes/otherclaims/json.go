package otherclaims

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type tenant struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant,omitempty"`
}

// the issuer that is embedded less deep is written
type deep struct {
	jwt.RegisteredClaims
	tenant
	Scope string `json:"scope"`
}

func shallow(name, secret string) (string, error) {
	c := deep{ // want "do not use$"
		jwt.RegisteredClaims{Issuer: "AC1", ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		tenant{RegisteredClaims: jwt.RegisteredClaims{Issuer: "AC2", ExpiresAt: jwt.NewNumericDate(time.Now().Add(5 * time.Hour))}},
		"scope:client:incoming?clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// text within text
type quoted struct {
	jwt.RegisteredClaims
	Scope string `json:"scope,string"`
}

func inQuotes(name, secret string) (string, error) {
	c := quoted{
		jwt.RegisteredClaims{Issuer: "AC1", ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
		"scope:client:incoming?clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}
