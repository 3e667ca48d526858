package across

import (
	"log"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type office struct{ sid, secret, app string }

func (o *office) claims(user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "do not use$"
		"iss":   o.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// a method makes the claims, for this token only
func (o *office) claimed(user string) (string, error) {
	claims := o.claims(user)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(o.secret))
}

func stepwise(sid, user string) jwt.MapClaims {
	c := jwt.MapClaims{
		"iss": sid,
		"exp": time.Now().Add(time.Hour).Unix(),
	}
	c["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"
	return c
}

func (o *office) signs(c jwt.MapClaims) (string, error) {
	tok := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	return tok.SignedString([]byte(o.secret))
}

// one helper makes the claims, another signs them
func (o *office) claimedAndSigned(name string) (string, error) {
	return o.signs(stepwise(o.sid, name))
}

func (o *office) scoped(scope string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{ // want "do not use$"
		"iss":   o.sid,
		"exp":   time.Now().Add(ttl).Unix(),
		"scope": scope,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(o.secret))
}

func (o *office) scope(user string) string {
	return "scope:client:incoming?clientName=" + user + " scope:client:outgoing?appSid=" + o.app + "&clientName=" + user
}

// one helper makes the scope, another one claims and signature of it
func (desk *office) scopedOnce(agent string) (string, error) {
	s := desk.scope(agent)
	return desk.scoped(s, 3*time.Hour)
}

func printed(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// the claims are looked at by others, too
func claimsPrinted(sid, secret, user string) (string, error) {
	log.Print(printed(sid, "nobody"))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, printed(sid, user)).SignedString([]byte(secret))
}

// Claims may be called from anywhere.
func Claims(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

func claimsExported(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Claims(sid, user)).SignedString([]byte(secret))
}

var made int

func counted(sid, user string) jwt.MapClaims {
	made++
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// making the claims has an effect
func claimsCounted(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, counted(sid, user)).SignedString([]byte(secret))
}

func kept(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// the caller logs the claims
func claimsLogged(sid, secret, user string) (string, error) {
	claims := kept(sid, user)
	log.Print(claims)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

func looped(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// made once, signed for each of the keys
func claimsLooped(sid, user string, secrets []string) (tokens []string, err error) {
	claims := looped(sid, user)
	for _, secret := range secrets {
		tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, tok)
	}
	return tokens, nil
}

func changed(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// a variable that was handed over changes before the signing, and the claims are logged
func claimsChanged(sid, secret, user string) (string, error) {
	claims := changed(sid, user)
	user = "nobody"
	log.Print(user, claims)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

func earlier(sid, user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// a variable that was handed over changes before the signing
func claimsEarlier(sid, secret, user string) (string, error) {
	claims := earlier(sid, user)
	user = "nobody"
	log.Print(user)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

type claimant interface {
	abstract(user string) jwt.MapClaims
}

func (o *office) abstract(user string) jwt.MapClaims {
	return jwt.MapClaims{ // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
		"iss":   o.sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}
}

// the method may be called through the interface, too
func (o *office) claimedAbstract(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, o.abstract(user)).SignedString([]byte(o.secret))
}
