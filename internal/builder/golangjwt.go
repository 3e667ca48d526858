package builder

import (
	"errors"
	"regexp"
)

// GolangJWT writes tokens with the JWT library that signs the old ones:
// github.com/golang-jwt/jwt in any version that has MapClaims, or the
// libraries that it came from.
type GolangJWT struct{}

var golangJWTModule = regexp.MustCompile(`^(?:.*/vendor/)?(github\.com/(?:golang-jwt/jwt(?:/v[45])?|dgrijalva/jwt-go(?:/v4)?|form3tech-oss/jwt-go(?:/v4)?))$`)

// Name implements [Builder].
func (GolangJWT) Name() string { return "golang-jwt" }

// Package implements [Builder].
func (GolangJWT) Package(m Made) (Package, error) {
	match := golangJWTModule.FindStringSubmatch(m.Package)
	if !m.ByHand || match == nil {
		return Package{}, errors.New("golang-jwt is for tokens made by hand with that library")
	}
	return Package{Path: match[1], Name: "jwt"}, nil
}

// Write implements [Builder].
func (GolangJWT) Write(t Token, pkg Package, w Writer) (Code, error) {
	if t.Region != "" {
		return Code{}, errors.New("only twilio-go sets a region")
	}
	jwt := w.Import(pkg.Path, pkg.Name)
	fmt, time := w.Import("fmt", "fmt"), w.Import("time", "time")
	before, outgoingParams := params(t.OutgoingApplicationParams, w)

	issued := t.Lifetime.Issued
	if issued == "" {
		issued = time + "Now().Unix()"
	}
	incoming, outgoing := "", ""
	if t.IncomingAllow {
		incoming = object + `{"allow": true}`
	}
	if t.OutgoingApplicationSid != "" {
		outgoing = object + `{"application_sid": ` + t.OutgoingApplicationSid
		if outgoingParams != "" {
			outgoing += `, "params": ` + outgoingParams
		}
		outgoing += "}"
	}
	accessToken := w.Fresh("accessToken")
	before = append(before,
		accessToken+" := "+jwt+"NewWithClaims("+jwt+"SigningMethodHS256, "+jwt+"MapClaims"+fields(
			`"jti"`, fmt+`Sprintf("%s-%d", `+t.APIKeySid+", "+time+"Now().Unix())",
			`"iss"`, t.APIKeySid,
			`"sub"`, t.AccountSid,
			`"iat"`, issued,
			`"exp"`, t.Lifetime.Claim,
			`"grants"`, object+fields(
				`"identity"`, t.Identity,
				`"voice"`, object+fields(`"incoming"`, incoming, `"outgoing"`, outgoing),
			),
		)+")",
		// Without this header Twilio does not take it for an Access Token.
		accessToken+`.Header["cty"] = "twilio-fpa;v=1"`,
	)
	return Code{Before: before, Sign: accessToken + ".SignedString([]byte(" + t.APIKeySecret + "))"}, nil
}

// Pick implements [Builder]: the claims exp and iat stay as they are.
func (GolangJWT) Pick(l *Lifetime) {
	issued := l.Issued
	l.only(&l.Claim)
	l.Issued = issued
}
