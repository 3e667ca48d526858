// Package namesake uses a package token that is not Twilio's.
package namesake

import (
	"time"

	"cases/silent_access/namesake/token"
)

func own() (string, error) {
	t := token.New("", "", "", "", time.Second)
	return t.JWT()
}
