// Package session issues and checks the session tokens of the call centre's
// own users and devices. The single sign-on service, which shares the secret,
// issues the first one. They have nothing to do with Twilio.
package session

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// TTL is the time after which a session that is not renewed ends.
const TTL = 30 * time.Minute

// What the holder of a session may use.
const (
	ScopeAgent      = "phone:agent"
	ScopeSupervisor = "phone:supervisor"
	ScopeLobby      = "phone:lobby"
	ScopeKiosk      = "phone:kiosk"
)

// User is the person or device that a session belongs to.
type User struct {
	Name  string
	Scope string
	Queue string
}

type claims struct {
	Scope string `json:"scope"`
	Queue string `json:"queue,omitempty"`
	jwt.RegisteredClaims
}

// Issue returns a session token for user.
func Issue(user User, secret string) (string, error) {
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		Scope: user.Scope,
		Queue: user.Queue,
		RegisteredClaims: jwt.RegisteredClaims{
			Subject:   user.Name,
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(TTL)),
		},
	})
	return token.SignedString([]byte(secret))
}

// Parse checks a session token and returns its user.
func Parse(token, secret string) (User, error) {
	var c claims
	key := func(*jwt.Token) (any, error) { return []byte(secret), nil }
	_, err := jwt.ParseWithClaims(token, &c, key,
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	if err != nil {
		return User{}, err
	}
	if c.Subject == "" {
		return User{}, errors.New("session without a subject")
	}
	return User{Name: c.Subject, Scope: c.Scope, Queue: c.Queue}, nil
}
