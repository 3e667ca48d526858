// Package kept has claims that something else refers to as well.
package kept

import (
	"log"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type wrap struct{ claims jwt.MapClaims }

type outer struct{ inner *wrap }

// a struct holds the map of a variable
func field(sid, secret, user string) (string, error) {
	shared := jwt.MapClaims{}
	w := wrap{claims: shared}
	w.claims["iss"] = sid
	w.claims["scope"] = "scope:client:incoming?clientName=" + user // want "no fix: shape \\(the old token is used for something else\\)$"
	w.claims["exp"] = time.Now().Add(time.Hour).Unix()
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, w.claims).SignedString([]byte(secret))
	log.Print(len(shared))
	return tok, err
}

// a struct holds a map that nothing else refers to
func ownField(sid, secret, user string) (string, error) {
	w := wrap{claims: jwt.MapClaims{}}
	w.claims["iss"] = sid
	w.claims["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	w.claims["exp"] = time.Now().Add(time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, w.claims).SignedString([]byte(secret))
}

// the field is set later
func fieldSet(sid, secret, user string) (string, error) {
	shared := jwt.MapClaims{}
	o := outer{inner: &wrap{}}
	o.inner.claims = shared
	c := o.inner.claims
	c["iss"] = sid
	c["scope"] = "scope:client:incoming?clientName=" + user // want "no fix: shape \\(the old token is used for something else\\)$"
	c["exp"] = time.Now().Add(time.Hour).Unix()
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
	log.Print(len(shared))
	return tok, err
}

// the variable goes, too
func fieldSetAlone(sid, secret, user string) (string, error) {
	own := jwt.MapClaims{}
	o := outer{inner: &wrap{}}
	o.inner.claims = own
	c := o.inner.claims
	c["iss"] = sid
	c["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	c["exp"] = time.Now().Add(time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// a map holds the map of a variable
func entry(sid, secret, user string) (string, error) {
	shared := jwt.MapClaims{}
	m := map[string]jwt.MapClaims{"k": shared}
	m["k"]["iss"] = sid
	m["k"]["scope"] = "scope:client:incoming?clientName=" + user // want "no fix: shape \\(the old token is used for something else\\)$"
	m["k"]["exp"] = time.Now().Add(time.Hour).Unix()
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, m["k"]).SignedString([]byte(secret))
	log.Print(len(shared))
	return tok, err
}

// a function returns the map that it is handed
func returned(sid, secret, user string) (string, error) {
	shared := jwt.MapClaims{}
	c := same(shared)
	c["iss"] = sid
	c["scope"] = "scope:client:incoming?clientName=" + user // want "no fix: shape \\(the old token is used for something else\\)$"
	c["exp"] = time.Now().Add(time.Hour).Unix()
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
	log.Print(len(shared))
	return tok, err
}

func same(c jwt.MapClaims) jwt.MapClaims { return c }

// the token holds the map
func ofToken(sid, secret, user string) (string, error) {
	shared := jwt.MapClaims{}
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, shared)
	c := tok.Claims.(jwt.MapClaims)
	c["iss"] = sid
	c["scope"] = "scope:client:incoming?clientName=" + user // want "no fix: shape \\(the old token is used for something else\\)$"
	c["exp"] = time.Now().Add(time.Hour).Unix()
	s, err := tok.SignedString([]byte(secret))
	log.Print(len(shared))
	return s, err
}

// the text is put together in a builder that is read again
func builder(sid, secret, user string) (string, error) {
	var text strings.Builder
	b := &text
	b.WriteString("scope:client:incoming?clientName=")
	b.WriteString(user)
	c := jwt.MapClaims{"iss": sid, "scope": b.String(), "exp": time.Now().Add(time.Hour).Unix()} // want "do not use$"
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
	log.Print(text.Len())
	return tok, err
}
