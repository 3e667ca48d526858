// Package libraries signs tokens with each library, with the auth token and with a key of its own.
package libraries

import (
	"os"

	dgrijalva "github.com/dgrijalva/jwt-go"
	form3 "github.com/form3tech-oss/jwt-go"
	v3 "github.com/golang-jwt/jwt"
	v4 "github.com/golang-jwt/jwt/v4"
	v5 "github.com/golang-jwt/jwt/v5"
	old1 "gopkg.in/dgrijalva/jwt-go.v1"
	old2 "gopkg.in/dgrijalva/jwt-go.v2"
)

func golangJWT(name string) (string, error) {
	t := v5.NewWithClaims(v5.SigningMethodHS256, v5.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWTKey(name string) (string, error) {
	t := v5.NewWithClaims(v5.SigningMethodHS256, v5.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

// another method of the family
func golangJWT512(name string) (string, error) {
	t := v5.NewWithClaims(v5.SigningMethodHS512, v5.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWT512Key(name string) (string, error) {
	t := v5.NewWithClaims(v5.SigningMethodHS512, v5.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

// claims that are set one by one
func golangJWTSet(name string) (string, error) {
	t := v5.New(v5.SigningMethodHS256)
	t.Claims = v5.MapClaims{"sub": name}
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWTSetKey(name string) (string, error) {
	t := v5.New(v5.SigningMethodHS256)
	t.Claims = v5.MapClaims{"sub": name}
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

// claims and token of the caller
func golangJWTGiven(t *v5.Token) (string, error) {
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWTGivenKey(t *v5.Token) (string, error) {
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

// what is signed in two steps is a token
func golangJWTSteps(name string) (string, error) {
	t := v5.NewWithClaims(v5.SigningMethodHS256, v5.MapClaims{"sub": name})
	text, err := t.SigningString()
	if err != nil {
		return "", err
	}
	sig, err := v5.SigningMethodHS256.Sign(text, []byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
	return text + "." + t.EncodeSegment(sig), err
}

// what is signed is a text
func golangJWTText(text string) ([]byte, error) {
	return v5.SigningMethodHS256.Sign(text, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}

func golangJWTv4(name string) (string, error) {
	t := v4.NewWithClaims(v4.SigningMethodHS256, v4.RegisteredClaims{Subject: name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWTv4Key(name string) (string, error) {
	t := v4.NewWithClaims(v4.SigningMethodHS256, v4.RegisteredClaims{Subject: name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func golangJWTv3(name string) (string, error) {
	t := v3.NewWithClaims(v3.SigningMethodHS256, v3.StandardClaims{Subject: name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func golangJWTv3Key(name string) (string, error) {
	t := v3.NewWithClaims(v3.SigningMethodHS256, v3.StandardClaims{Subject: name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func dgrijalvaJWT(name string) (string, error) {
	t := dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func dgrijalvaJWTKey(name string) (string, error) {
	t := dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func dgrijalvaV1(method old1.SigningMethod, name string) (string, error) {
	t := old1.New(method)
	t.Claims["sub"] = name
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func dgrijalvaV1Key(method old1.SigningMethod, name string) (string, error) {
	t := old1.New(method)
	t.Claims["sub"] = name
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func dgrijalvaV2(name string) (string, error) {
	t := old2.New(old2.SigningMethodHS256)
	t.Claims["sub"] = name
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func dgrijalvaV2Key(name string) (string, error) {
	t := old2.New(old2.SigningMethodHS256)
	t.Claims["sub"] = name
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}

func form3tech(name string) (string, error) {
	t := form3.NewWithClaims(form3.SigningMethodHS256, form3.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func form3techKey(name string) (string, error) {
	t := form3.NewWithClaims(form3.SigningMethodHS256, form3.MapClaims{"sub": name})
	return t.SignedString([]byte(os.Getenv("SESSION_KEY")))
}
