// Package algorithms has tokens that are signed in other ways than Twilio documents.
package algorithms

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// another hash
func sha384(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{ // want "no fix: not-generated \\(it is signed with HS384\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the hash that Twilio documents
func sha256(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the same, by its name
func named(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.GetSigningMethod("HS256"), jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// another one, by its name
func namedOther(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.GetSigningMethod("HS512"), jwt.MapClaims{ // want "no fix: not-generated \\(it is signed with HS512\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the method is kept in a variable
func kept(sid, secret, user string) (string, error) {
	method := jwt.SigningMethodHS256
	return jwt.NewWithClaims(method, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the method is one of two
func chosen(sid, secret, user string, strong bool) (string, error) {
	method := jwt.SigningMethodHS256
	if strong {
		method = jwt.SigningMethodHS512
	}
	return jwt.NewWithClaims(method, jwt.MapClaims{ // want "no fix: not-generated \\(it is signed with HS512; also conditional\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// the caller says which
func Passed(sid, secret, user string, method jwt.SigningMethod) (string, error) {
	return jwt.NewWithClaims(method, jwt.MapClaims{ // want "no fix: not-generated \\(its method of signing can't be told\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func passed(sid, secret, user string, method jwt.SigningMethod) (string, error) {
	return jwt.NewWithClaims(method, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

// each caller says the same
func passes(sid, secret string) (a, b string, err error) {
	if a, err = passed(sid, secret, "alice", jwt.SigningMethodHS256); err != nil {
		return "", "", err
	}
	b, err = passed(sid, secret, "bob", jwt.SigningMethodHS256)
	return a, b, err
}

// the method is set once more
func setLater(sid, secret, user string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: not-generated \\(it is signed with HS384\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	})
	t.Method = jwt.SigningMethodHS384
	return t.SignedString([]byte(secret))
}

// the header says something else
func headerSays(sid, secret, user string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: not-generated \\(its header says HS512\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	})
	t.Header["alg"] = "HS512"
	return t.SignedString([]byte(secret))
}

// the header says the same once more
func headerSaysSame(sid, secret, user string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	})
	t.Header["alg"] = "HS256"
	t.Header["typ"] = "JWT"
	return t.SignedString([]byte(secret))
}

// a text is no key: signing fails
func textKey(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: not-generated \\(the key is of type string: signing fails\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(secret)
}

type key []byte

// nor are bytes of another type
func ownKey(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: not-generated \\(the key is of type key: signing fails\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(key(secret))
}

// the type of the key is up to the caller
func AnyKey(sid, user string, key any) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: not-generated \\(the type of the key can't be told\\)$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(key)
}

// the type of the key is known
func anyBytes(sid, secret, user string) (string, error) {
	var key any = []byte(secret)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(key)
}

// bytes that come from a field
type phone struct {
	sid    string
	secret []byte
}

func (p phone) token(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss": p.sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user,
	}).SignedString(p.secret)
}
