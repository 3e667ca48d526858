// Package sorted has imports in groups, each sorted.
package sorted

import (
	"bytes"
	"fmt"
	"time"

	// phones and texts
	twilio "github.com/kevinburke/twilio-go/v2"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"github.com/twilio/twilio-go/client"

	"github.com/golang-jwt/jwt/v5"
)

// the import goes from the middle of a group
func Token(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

var (
	_ bytes.Buffer
	_ = fmt.Sprint
	_ twilio.Client
	_ client.RequestValidator
	_ jwt.MapClaims
)
