package handmade

import (
	"fmt"
	"net/url"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const salesParams = "queue%3Dsales%26lang%3Dde"

// params as escaped text
func paramsConstant(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + salesParams,
	}).SignedString([]byte(secret))
}

// params as text that is escaped twice, with a space, an ampersand, a plus, a percent sign
func paramsTwiceEscaped(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s&appParams=q%%3Da%%2520b%%26r%%3Dc%%2526d%%26s%%3De%%252Bf%%26t%%3D100%%2525", app, user),
	}).SignedString([]byte(secret))
}

// empty params
func paramsEmpty(sid, secret, user, app string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&appParams=&clientName=" + user,
	}).SignedString([]byte(secret))
}

// params from values with keys that are known
func paramsValues(sid, secret, user, app, queue string) (string, error) {
	params := url.Values{}
	params.Set("queue", queue)
	params.Set("from", user)
	q := url.Values{"appSid": {app}, "clientName": {user}, "appParams": {params.Encode()}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?" + q.Encode(),
	}).SignedString([]byte(secret))
}

// params from a literal of values, escaped by hand
func paramsValuesEscaped(sid, secret, user, app, queue string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape(url.Values{"queue": {queue}}.Encode()),
	}).SignedString([]byte(secret))
}

// values escaped one by one, then all together
func paramsByHand(sid, secret, user, app, queue string) (string, error) {
	params := "queue=" + url.QueryEscape(queue) + "&lang=de"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s&appParams=%s", app, user, url.QueryEscape(params)),
	}).SignedString([]byte(secret))
}

// values escaped with the rules of a path, which leave & and + as they are
func paramsOfPath(sid, secret, user, app, queue string) (string, error) {
	params := "queue=" + url.PathEscape(queue) + "&lang=de"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:outgoing?appSid=%s&clientName=%s&appParams=%s", app, user, url.QueryEscape(params)),
	}).SignedString([]byte(secret))
}

// nobody here knows what is in the text
func paramsUnknown(sid, secret, user, app, params string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape(params),
	}).SignedString([]byte(secret))
}

// values with more than one value for a key, which a map has no room for
func paramsSeveralValues(sid, secret, user, app, a, b string) (string, error) {
	params := url.Values{"queue": {a, b}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape(params.Encode()),
	}).SignedString([]byte(secret))
}
