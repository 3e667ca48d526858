// Package otherbuild makes tokens of what another build has other values for.
package otherbuild

import (
	"runtime"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

var prefix = map[string]string{"k": "p_"}

type settings struct{ name string }

var steady = settings{"desk"}

func tagged(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: other-build \\(prefix may be another one in prod.go, which this build leaves out\\)$"
	c.AllowClientIncoming(prefix["k"] + "joe")
	return c.GenerateToken(time.Hour)
}

func helped(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: other-build \\(life may be another one in prod.go, which this build leaves out\\)$"
	c.AllowClientIncoming("joe")
	return c.GenerateToken(lifetime())
}

func lifetime() time.Duration { return life }

func platform(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "no fix: other-build \\(runtime.GOARCH is another one on another platform\\)$"
	c.AllowClientIncoming("agent_" + runtime.GOARCH)
	return c.GenerateToken(time.Hour)
}

// the name token is taken in prod.go
func same(sid, secret string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(steady.name)
	return c.GenerateToken(time.Hour)
}
