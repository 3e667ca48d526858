package testfiles

import (
	"testing"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// a test of the package
func TestToken(t *testing.T) {
	c := twilioclient.NewCapability(account, "secret") // want "do not use$"
	c.AllowClientIncoming("alice")
	if tok, err := c.GenerateToken(time.Minute); err != nil || tok == "" {
		t.Fatal(tok, err)
	}
}

// tests in a table
func TestTable(t *testing.T) {
	for _, tt := range []struct{ name, user string }{{"a", "alice"}, {"b", "bob"}} {
		t.Run(tt.name, func(t *testing.T) {
			token := "secret"
			c := twilioclient.NewCapability(account, token) // want "do not use$"
			c.AllowClientIncoming(tt.user)
			jwt, err := c.GenerateToken(time.Minute)
			if err != nil {
				t.Error(jwt)
			}
		})
	}
}
