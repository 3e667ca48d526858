// Package readback has programs that read the tokens that they make.
package readback

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

func mintForPayload(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape \\(the program reads the token\\)$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the claims are decoded in another function
func payload(sid, secret, user string) (map[string]any, error) {
	s, err := mintForPayload(sid, secret, user)
	if err != nil {
		return nil, err
	}
	b, err := base64.RawURLEncoding.DecodeString(strings.Split(s, ".")[1])
	if err != nil {
		return nil, err
	}
	var claims map[string]any
	return claims, json.Unmarshal(b, &claims)
}

type session struct{ token, note string }

// the header is compared, by way of a field
func header(sid, secret, user string) (*session, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: shape \\(the program reads the token\\)$"
	c.AllowClientIncoming(user)
	s, err := c.GenerateToken(time.Hour)
	return &session{token: s}, err
}

func (s *session) isKnown() bool {
	head, _, _ := strings.Cut(s.token, ".")
	return head == "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9"
}

// the field beside it is compared
func written(w http.ResponseWriter, sid, secret, user string) error {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	s, err := c.GenerateToken(time.Hour)
	if err != nil || s == "" || len(s) > 4096 {
		return err
	}
	note := session{note: user}
	if note.note == "guest" {
		return nil
	}
	fmt.Fprintf(w, "%s", s)
	return nil
}
