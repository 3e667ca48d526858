package shared

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type datedClaims struct {
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

// the date is set after the claims have it
func dateSetLater(sid, secret, user string) (string, error) {
	d := jwt.NewNumericDate(time.Now().Add(time.Hour))
	c := datedClaims{ // want "do not use$"
		Scope:            "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: d},
	}
	d.Time = time.Now().Add(2 * time.Hour)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// the date is set through the claims
func dateOfClaimsSet(sid, secret, user string) (string, error) {
	c := datedClaims{ // want "do not use$"
		Scope:            "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	c.ExpiresAt.Time = time.Now().Add(2 * time.Hour)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// the date is replaced after the claims have it
func dateReplaced(sid, secret, user string) (string, error) {
	exp := jwt.NewNumericDate(time.Now().Add(time.Hour))
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + user,
	}
	*exp = jwt.NumericDate{Time: time.Now().Add(2 * time.Hour)}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}
