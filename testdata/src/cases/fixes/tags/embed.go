/*
Copyright of somebody.
*/

package tags

// the imports have a directive between them and the code

import (
	_ "embed"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

//go:embed tags.go
var source string

//go:generate echo nothing

// directives stay where they are
func Embedded(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(source[:8])
	return c.GenerateToken(time.Hour)
}
