package rounds

import (
	"fmt"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// the lifetime is looked up after the clock was read
func slowLifetime(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(lifetime()).Unix(),
		"scope": "scope:client:incoming?clientName=joe",
	}).SignedString([]byte(secret))
}

func lifetime() time.Duration {
	_, _ = os.ReadFile(os.DevNull)
	return time.Hour
}

// a loop goes over a function, which may take its time
func ranged(sid, secret string) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=joe",
	}
	for range ticks {
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

func ticks(yield func(int) bool) {
	for i := range 2 {
		_, _ = os.ReadFile(os.DevNull)
		if !yield(i) {
			return
		}
	}
}

// a loop waits for the clock
func spins(sid, secret string) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=joe",
	}
	for start := time.Now(); time.Since(start) < 0; {
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
}

// a loop that does not wait leaves the lifetime as it is written
func counts(sid, secret string) (string, error) {
	c := jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=joe",
	}
	n := 0
	for range os.Args {
		n++
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(secret))
	return fmt.Sprint(tok, n), err
}
