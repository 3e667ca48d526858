package taken

import (
	os "fmt"
	"strings"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// in this file os is another package
func osIsFmt(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(os.Sprint(strings.ToLower(user)))
	return c.GenerateToken(time.Hour)
}
