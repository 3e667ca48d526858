// Package lifetimes makes Access Tokens that live for as long as they should, and others.
package lifetimes

import (
	"time"

	"github.com/twilio/twilio-go/client/jwt"
)

func sign(t jwt.AccessToken) (string, error) {
	t.AddGrant(&jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

const (
	tenMinutes = 600
	hour       = 60 * 60
	day        = 24 * hour
)

// --- an hour at least

func tenMinutesOnly(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 600})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func secondShort(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 3599})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 59m59s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func anHour(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 3600}))
}

func oneSecond(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 1})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 1s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

// zero is not set: the default is an hour
func zero(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 0}))
}

func notSet(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name}))
}

func belowZero(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: -60})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for -1m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func constant(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: tenMinutes})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func constantHour(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: hour}))
}

func converted(name string) (string, error) {
	ttl := 15 * time.Minute
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: ttl.Seconds()})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 15m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func convertedHour(name string) (string, error) {
	ttl := 60 * time.Minute
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: ttl.Seconds()}))
}

func divided(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: float64(15 * time.Minute / time.Second)})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 15m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

func param(name string, ttl float64) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: ttl}))
}

func paramConverted(name string, ttl time.Duration) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: ttl.Seconds()}))
}

func branches(name string, short bool) (string, error) {
	ttl := 3600.0
	if short {
		ttl = 600
	}
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: ttl}))
}

// the variable may be set by others
var lifetime = 600.0

func SetLifetime(seconds float64) { lifetime = seconds }

func variable(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: lifetime}))
}

// --- 24 hours at most

func aDay(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 86400}))
}

func overADay(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 86401})) // want `^access token made by jwt\.CreateAccessToken lives for 24h0m1s: Twilio takes 24 hours at most; Twilio answers 20157$`
}

func aWeek(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 7 * day})) // want `^access token made by jwt\.CreateAccessToken lives for 168h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
}

func aDayConverted(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: (24 * time.Hour).Seconds()}))
}

func twoDaysConverted(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: (48 * time.Hour).Seconds()})) // want `^access token made by jwt\.CreateAccessToken lives for 48h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
}

// --- seconds, not nanoseconds

func nanoseconds(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: float64(time.Hour)})) // want `^access token made by jwt\.CreateAccessToken lives for 3600000000000 seconds: Ttl counts seconds, and a time\.Duration nanoseconds \(its method Seconds converts\); Twilio answers 20157$`
}

func nanosecondsUntyped(name string) (string, error) {
	const ttl = 10 * time.Minute
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: float64(ttl)})) // want `^access token made by jwt\.CreateAccessToken lives for 600000000000 seconds: Ttl counts seconds, and a time\.Duration nanoseconds \(its method Seconds converts\); Twilio answers 20157$`
}

func seconds(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: time.Hour.Seconds()}))
}

func nanosecondsParam(name string, ttl time.Duration) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: float64(ttl)}))
}

// --- points in time

func until(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: float64(time.Now().Add(10 * time.Minute).Unix())}))
}

// the point in time goes before the lifetime
func untilAndLifetime(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 600, ValidUntil: float64(time.Now().Unix()) + 600}))
}

func untilAndTooLong(name string, until time.Time) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 7 * day, ValidUntil: float64(until.Unix())}))
}

// zero is not set
func untilZero(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 600, ValidUntil: 0})) // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
}

// a lifetime is no point in time
func untilLifetime(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: 3600})) // want `^access token made by jwt\.CreateAccessToken has expired when it is made: ValidUntil counts seconds since 1970, and is 3600; Twilio answers 20104$`
}

func untilParam(name string, until float64) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: until}))
}

// the year 2100
func untilFar(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: 4102444800}))
}

func untilTwoDays(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: float64(time.Now().Add(48 * time.Hour).Unix())})) // want `^access token made by jwt\.CreateAccessToken lives for 48h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
}

func untilADay(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: float64(time.Now().Add(24 * time.Hour).Unix())}))
}

func untilYesterday(name string) (string, error) {
	return sign(jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, ValidUntil: float64(time.Now().Add(-time.Hour).Unix())})) // want `^access token made by jwt\.CreateAccessToken has expired when it is made: it lives for -1h0m0s; Twilio answers 20104$`
}

// --- the parameters in a variable

func inVariable(name string) (string, error) {
	params := jwt.AccessTokenParams{Identity: name}
	params.Ttl = 600 // want `^access token made by jwt\.CreateAccessToken lives for an hour, not for 10m0s: the library raises Ttl to 3600 seconds, but not ValidUntil$`
	return sign(jwt.CreateAccessToken(params))
}

func inVariableUntil(name string, until float64) (string, error) {
	params := jwt.AccessTokenParams{Identity: name, Ttl: 600}
	if until > 0 {
		params.ValidUntil = until
	}
	return sign(jwt.CreateAccessToken(params))
}

func inVariableMaybe(name string, short bool) (string, error) {
	params := jwt.AccessTokenParams{Identity: name}
	if short {
		params.Ttl = 600
	}
	return sign(jwt.CreateAccessToken(params))
}

func inVariableReplaced(name string) (string, error) {
	params := jwt.AccessTokenParams{Identity: name, Ttl: 600}
	params.Ttl = 7200
	return sign(jwt.CreateAccessToken(params))
}

func inVariableLoaded(name string, load func(*jwt.AccessTokenParams)) (string, error) {
	params := jwt.AccessTokenParams{Identity: name, Ttl: 600}
	load(&params)
	return sign(jwt.CreateAccessToken(params))
}

// --- a function of the package makes the parameters

func paramsFor(name string, ttl time.Duration) jwt.AccessTokenParams {
	return jwt.AccessTokenParams{Identity: name, Ttl: ttl.Seconds()}
}

func helper(name string) (string, error) {
	return sign(jwt.CreateAccessToken(paramsFor(name, 2*time.Hour)))
}

// never signed: nobody knows what it is for
func unsigned(name string) jwt.AccessToken {
	return jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Ttl: 7200})
}
