// Package twilioclient has the name of a well-known package, and a purpose of its own.
package twilioclient

// Capability is what a phone number can do.
type Capability struct {
	SID, Token string
	Voice, SMS bool
}

// NewCapability looks up a phone number.
func NewCapability(sid, token string) *Capability { return &Capability{SID: sid, Token: token} }

// AllowVoice makes the number ring.
func (c *Capability) AllowVoice() { c.Voice = true }

// String is for people.
func (c *Capability) String() string { return "capability of " + c.SID }
