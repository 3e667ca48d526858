package handmade

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const agentHours = 8 * time.Hour

// the official library takes a constant of an hour or more as it is
func expConstant(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(agentHours).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the official library would make an hour of five minutes
func expShort(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(5 * time.Minute).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// seconds as a number
func expSeconds(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + 600,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// seconds as a parameter
func expSecondsParameter(sid, secret, user string, seconds int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + int64(seconds),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a duration as a parameter
func expDuration(sid, secret, user string, ttl time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(ttl).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// now has a variable, which two claims use
func expNow(sid, secret, user string, ttl time.Duration) (string, error) {
	now := time.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now.Unix(),
		"nbf":   now.Unix(),
		"exp":   now.Add(ttl).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// now in seconds has a variable
func expNowSeconds(sid, secret, user string) (string, error) {
	now := time.Now().Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"iat":   now,
		"exp":   now + 2*60*60,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the expiry is returned beside the token
func expReturned(sid, secret, user string) (string, time.Time, error) {
	expires := time.Now().Add(time.Hour)
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   expires.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
	return tok, expires, err
}

// the library's type for times
func expNumericDate(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   jwt.NewNumericDate(time.Now().Add(time.Hour)),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a time from the caller
func expTime(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// a floating-point number
func expFloat(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   float64(time.Now().Add(30 * time.Minute).Unix()),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

type minter struct {
	now         func() time.Time
	sid, secret string
}

// the clock is a field, and need not be the real one
func (m minter) expClock(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   m.sid,
		"exp":   m.now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(m.secret))
}

// no expiry at all
func expMissing(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: ttl-missing( \\(.*\\))?$"
		"iss":   sid,
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// two days
func expTwoDays(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: ttl-over-24h( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(48 * time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// expired as it is made
func expPast(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: ttl-expired( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(3600).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func expZero(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the zero time is a number below zero, which the official library takes
func expZeroTime(sid, secret string) (string, error) {
	return expZero(sid, secret, "alice", time.Time{})
}

func expStart(sid, secret, user string, until time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: builder"
		"iss":   sid,
		"exp":   until.Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the start of 1970 is zero, which the official library takes for none
func expStartOf1970(sid, secret string) (string, error) {
	return expStart(sid, secret, "alice", time.Unix(0, 0))
}
