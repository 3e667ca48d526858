// Package olderjwt uses the versions of the JWT library before the present one.
package olderjwt

import (
	"time"

	"github.com/golang-jwt/jwt/v4"
)

type v4Claims struct {
	jwt.StandardClaims
	Scope string `json:"scope"`
}

// version 4, standard claims in a struct
func v4Struct(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, v4Claims{ // want "do not use$"
		StandardClaims: jwt.StandardClaims{Issuer: sid, ExpiresAt: time.Now().Add(time.Hour).Unix()},
		Scope:          "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// version 4, a claim is asserted with two results
func v4Asserted(sid, secret, user string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims, _ := token.Claims.(jwt.MapClaims)
	claims["iss"] = sid
	claims["exp"] = time.Now().Unix() + 1800
	claims["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	return token.SignedString([]byte(secret))
}
