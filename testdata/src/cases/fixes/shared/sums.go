package shared

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// two constants are added to the clock, one after the other
func twoConstants(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600 + 1800,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a constant and a variable are added
func constantAndVariable(sid, secret, user string, slack int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600 + slack,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a constant is added, another taken away
func takenAway(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 7200 - 60,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// less than nothing is taken away
func negativeTakenAway(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() - -7200,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a statement adds more to the expiry
func addedLater(sid, secret, user string) (string, error) {
	exp := time.Now().Unix() + hour
	exp += half
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   exp,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the lifetime grows before it is added, and after
func lifetimeGrows(sid, secret, user string) (string, int, error) {
	ttl := 3600
	ttl += 1800
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + int64(ttl),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	ttl *= 2
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
	return tok, ttl, err
}

// two durations are added
func twoDurations(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the expiry is the last second of an hour
func rounded(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   (time.Now().Unix()+2*hour)/hour*hour - 1,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// bits are set in the expiry
func bitsSet(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() | 4095,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// an expiry in milliseconds is in another age
func milliseconds(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).UnixMilli(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the product of minutes overflows its type
func overflows(sid, secret, user string, minutes uint8) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + int64(minutes*60),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func afterHours(hours float64) int64 { return time.Now().Unix() + int64(hours/2*3600) }

// the parameter's type makes 5/2 hours two and a half
func floatParameter(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   afterHours(5),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func afterTens(tens uint8) int64 { return time.Now().Unix() + int64(tens*10)*60 }

// the parameter's type makes 30*10 minutes forty-four
func byteParameter(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   afterTens(30),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
