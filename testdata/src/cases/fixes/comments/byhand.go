package comments

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// each claim has a comment
func claimsWithComments(s settings, user string) (string, error) {
	claims := jwt.MapClaims{ // want "do not use$"
		// who may do it
		"iss": s.Account,
		// what may be done
		"scope": "scope:client:incoming?clientName=" + user, // one scope only
		"exp":   time.Now().Add(time.Hour).Unix(),           // in an hour
		// nothing else
	}
	// HS256, nothing else is accepted
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// signed with the secret of the account
	return token.SignedString([]byte(s.Secret)) // as bytes
}

// a chain with comments between its links
func chainWithComments(s settings, user string) (string, error) {
	return jwt.NewWithClaims(
		jwt.SigningMethodHS256, // the only one
		jwt.MapClaims{ // want "do not use$"
			"iss":   s.Account, /* the account */
			"scope": "scope:client:incoming?clientName=" /* the name */ + user,
			"exp":   time.Now().Add(time.Hour).Unix(),
		}, // end of claims
	).SignedString([]byte(s.Secret /* secret */))
}

// a local that goes with the claims has a comment
func localsWithComments(s settings, user string) (string, error) {
	// The start of the lifetime.
	now := time.Now()
	// One hour, as agreed.
	exp := now.Add(time.Hour)

	claims := jwt.MapClaims{} // filled below
	claims["iss"] = s.Account
	claims["exp"] = exp.Unix()                                   // seconds
	claims["scope"] = "scope:client:incoming?clientName=" + user // want "do not use$"

	// Sign it.
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.Secret))
}
