// Package agentphone mints the tokens with which the browser phones of the
// call centre's staff register with Twilio.
package agentphone

import (
	"fmt"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// lobbyTTL covers the opening hours of the building.
const lobbyTTL = 12 * time.Hour

// Phones mints tokens for the phones of one Twilio account.
type Phones struct {
	AccountSID string
	AuthToken  string
	AppSID     string // the TwiML application that outgoing calls go through
}

// Agent returns a token for an agent's phone: calls for name ring there, and
// calls from there carry the agent's queue.
func (p *Phones) Agent(name, queue string) (string, error) {
	capability := twilioclient.NewCapability(p.AccountSID, p.AuthToken)
	capability.AllowClientIncoming(name)
	capability.AllowClientOutgoing(p.AppSID, map[string]string{"queue": queue})
	// Agents log in once, at the start of their shift.
	return capability.GenerateToken(8 * time.Hour)
}

// Supervisor returns a token for a supervisor's phone, which lives for ttl.
// Twilio sends params to the voice webhook with each call made from there.
func (p *Phones) Supervisor(name string, params map[string]string, ttl time.Duration) (string, error) {
	capability := twilioclient.NewCapability(p.AccountSID, p.AuthToken)
	capability.AllowClientOutgoing(p.AppSID, params)
	capability.AllowClientIncoming(name)
	token, err := capability.GenerateToken(ttl)
	if err != nil {
		return "", fmt.Errorf("token for supervisor %s: %w", name, err)
	}
	return token, nil
}

// Lobby returns a token for the phones in the lobby. They have no name: they
// can call the call centre, but nobody can call them.
func (p *Phones) Lobby() (string, error) {
	capability := twilioclient.NewCapability(p.AccountSID, p.AuthToken)
	capability.AllowClientOutgoing(p.AppSID, nil)
	return capability.GenerateToken(lobbyTTL)
}
