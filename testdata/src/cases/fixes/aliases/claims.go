package aliases

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

// the claims change under another name
func claimsAliased(sid, secret, user string) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
	also := c
	also["exp"] = time.Now().Add(2 * time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// the claims change after the token has them
func claimsOfToken(sid, secret, user string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	token.Claims.(jwt.MapClaims)["exp"] = time.Now().Add(2 * time.Hour).Unix()
	return token.SignedString([]byte(secret))
}

// the token has a copy of the struct: what happens to the original is of no interest
func structCopied(sid, secret, user string) (string, claims, error) {
	c := claims{ // want "no fix: shape( \\(.*\\))?$"
		Scope:            "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(2 * time.Hour))
	c.Scope = ""
	tok, err := token.SignedString([]byte(secret))
	return tok, c, err
}

// the token has a pointer to the struct
func structPointed(sid, secret, user string) (string, error) {
	c := &claims{ // want "do not use$"
		Scope:            "scope:client:incoming?clientName=" + user,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(2 * time.Hour))
	return token.SignedString([]byte(secret))
}

// an element of the lifetimes changes
func secondsChange(sid, secret, user string, seconds []int64) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Unix() + seconds[0],
		"scope": "scope:client:incoming?clientName=" + user,
	}
	seconds[0] = 7200
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// a header is replaced by another
func headerReplaced(sid, secret string, r *http.Request) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.QueryEscape(r.Header.Get("X-User")),
	}
	r.Header = http.Header{"X-User": {"bob"}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// a header is set under another name for all headers
func headerAliased(sid, secret string, r *http.Request) (string, error) {
	h := r.Header
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.QueryEscape(r.Header.Get("X-User")),
	}
	h.Set("X-User", "bob")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// the auth token's call fills the form that the name is read from
func formParsed(sid string, r *http.Request) (string, error) {
	secret := r.FormValue("secret")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.QueryEscape(r.Form.Get("user")),
	}).SignedString([]byte(secret))
}

// the values change after they are encoded
func valuesEncoded(sid, secret, user, app, queue string) (string, error) {
	v := url.Values{"from": {user}}
	scope := "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape(v.Encode())
	v.Set("queue", queue)
	v.Set("from", queue)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": scope,
	}).SignedString([]byte(secret))
}

// a scope changes after all are joined
func scopesJoined(sid, secret, user string) (string, error) {
	scopes := []string{"scope:client:incoming?clientName=" + user}
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": strings.Join(scopes, " "),
	}
	scopes[0] = "none"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}
