// Package waiting has code that takes its time between the clock and the signing.
package waiting

import (
	"errors"
	"log"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// the token lives for an hour from before the wait
func variable(sid, secret, user string) (string, error) {
	exp := time.Now().Add(time.Hour).Unix()
	log.Print("waiting")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": exp, "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the present is in a variable
func present(sid, secret, user string) (string, error) {
	now := time.Now()
	log.Print("waiting")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": now.Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// wait takes its time, as far as its caller knows.
func wait() error {
	log.Print("waiting")
	return nil
}

// the claims are made before the wait
func claimed(sid, secret, user string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(ttl).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	if err := wait(); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// the wait is over when the clock is asked
func claimedAfter(sid, secret, user string, ttl time.Duration) (string, error) {
	if err := wait(); err != nil {
		return "", err
	}
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(ttl).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// nothing waits between: a check, and a way out
func checked(sid, secret, user string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	if user == "" {
		log.Print("waiting")
		return "", errors.New("no user")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// each round of a loop waits
func retried(sid, secret, user string, done func() bool) (string, error) {
	for {
		claims := jwt.MapClaims{ // want "do not use$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=" + user,
		}
		tok := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
		log.Print("waiting")
		if s, err := tok.SignedString([]byte(secret)); err == nil || done() {
			return s, err
		}
	}
}

func made(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// a helper asks for the time
func byHelper(sid, secret, user string) (string, error) {
	claims := made(sid, user)
	log.Print("waiting")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}
