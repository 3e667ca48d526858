// Package rounds has tokens that code makes that runs a known number of times.
package rounds

import (
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the first round sets another name
func first(sid, secret string) {
	for i := range 2 {
		c := jwt.MapClaims{ // want "no fix: conditional( \\(.*\\))?$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=joe",
		}
		if i == 0 {
			c["scope"] = "scope:client:incoming?clientName=first" // want "no fix: conditional( \\(.*\\))?$"
		}
		fmt.Println(jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret)))
	}
}

// the first round is for another account
func account(sid, other, secret string) {
	for i := range 2 {
		c := jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=joe",
		}
		if i == 0 {
			c["iss"] = other
		}
		fmt.Println(jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret)))
	}
}

// a function literal is called twice, and a variable changes in between
func called(sid, secret string) {
	lead := false
	issue := func(n string) (string, error) {
		c := jwt.MapClaims{ // want "no fix: identity-conflict( \\(.*\\))?$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=" + n,
		}
		if lead {
			c["exp"] = time.Now().Add(2 * time.Hour).Unix()
		}
		return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
	}
	fmt.Println(issue("a"))
	lead = true
	fmt.Println(issue("b"))
}

// each round makes the same token
func same(sid, secret string) {
	for range 2 {
		c := jwt.MapClaims{ // want "do not use$"
			"iss":   sid,
			"exp":   time.Now().Add(time.Hour).Unix(),
			"scope": "scope:client:incoming?clientName=joe",
		}
		fmt.Println(jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret)))
	}
}

// only the first round allows more, and the token is printed where it is signed
func allowed(sid, secret string) {
	for i := range 2 {
		c := twilioclient.NewCapability(sid, secret) // want "no fix: conditional( \\(.*\\))?$"
		if i == 0 {
			c.AllowClientOutgoing("AP1", nil)
		}
		c.AllowClientIncoming("joe")
		fmt.Println(c.GenerateToken(time.Hour))
	}
}
