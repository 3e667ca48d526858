package noimports

import (
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

const hour = time.Hour

// the object is made in this file and signed in one without imports
func newObject(sid, secret string) *twilioclient.Capability {
	return twilioclient.NewCapability(sid, secret) // want "no fix: [a-z0-9-]+( \\(.*\\))?$"
}
