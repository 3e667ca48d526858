package libraries

import (
	"log"
	"time"

	"github.com/oldowner/twilio-go/twilio"
)

// a method of the REST client, which is needed for more
func ofClient(cfg config, user string) (string, error) {
	client := twilio.NewClient(cfg.sid, cfg.secret, nil)
	log.Print(client.AccountSid)
	c := client.NewCapability() // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.app, nil)
	return c.GenerateToken(time.Hour)
}

// the credentials are inside of a client that comes from elsewhere
func ofGivenClient(client *twilio.Client, user string) (string, error) {
	c := client.NewCapability() // want "no fix: unresolved( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
