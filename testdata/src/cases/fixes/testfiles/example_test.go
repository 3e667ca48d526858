package testfiles_test

import (
	"fmt"
	"time"

	"github.com/kevinburke/twilio-go/twilioclient"
)

// an example outside of the package
func Example() {
	c := twilioclient.NewCapability("AC123", "secret") // want "do not use$"
	c.AllowClientIncoming("alice")
	tok, err := c.GenerateToken(time.Hour)
	fmt.Println(len(tok) > 0, err)
}
