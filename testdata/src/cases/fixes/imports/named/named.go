package named // import "cases/fixes/imports/named"

import (
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	client "github.com/kevinburke/twilio-go/v2/twilioclient"
	/* the clock */ "time"
)

// one package under two names, in raw quotes
func Both(sid, secret, user, boss string) (string, string, error) {
	a := twilioclient.NewCapability(sid, secret) // want "do not use$"
	a.AllowClientIncoming(user)
	first, err := a.GenerateToken(time.Hour)
	if err != nil {
		return "", "", err
	}
	b := client.NewCapability(sid, secret) // want "do not use$"
	b.AllowClientIncoming(boss)
	second, err := b.GenerateToken(time.Hour)
	return first, second, err
}
