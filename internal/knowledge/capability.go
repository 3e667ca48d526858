package knowledge

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/funcname"
)

// A Capability is a library that makes Capability Tokens.
type Capability struct {
	Paths []Path
	// Methods must all be there: Type is the type of the tokens, and the
	// names are methods of it (or fields, of a struct of options). A path
	// proves nothing: forks and namesakes have the same.
	Type    string
	Methods []string
	Funcs   []CapabilityFunc

	OneName     bool // a second incoming name replaces the first
	Credentials *Credentials
}

// A CapabilityRole says what a function does to a Capability Token.
type CapabilityRole int

const (
	Make CapabilityRole = iota + 1
	AllowIncoming
	AllowOutgoing
	AllowEventStream
	SetTTL
	Generate
	MakeAndGenerate // one call that takes a struct of options
)

// A CapabilityFunc is one function or method; the fields are positions of
// arguments, [None] if it lacks them.
type CapabilityFunc struct {
	Recv, Name string
	Role       CapabilityRole

	AccountSid, AuthToken  int
	ClientName             int
	ApplicationSid, Params int
	TTL                    int
	Options                int // a struct with the fields of OptionFields
	OptionFields           OptionFields
}

// OptionFields names the fields of a struct of options.
type OptionFields struct {
	AccountSid, AuthToken, Incoming, Outgoing string
}

// Credentials says where a method that makes tokens finds the credentials:
// in fields of its receiver, which a constructor fills.
type Credentials struct {
	Constructor             string
	AccountSid, AuthToken   int    // arguments of the constructor
	AccountField, AuthField string // fields of the receiver
}

func noArgs(recv, name string, role CapabilityRole) CapabilityFunc {
	return CapabilityFunc{Recv: recv, Name: name, Role: role, AccountSid: None, AuthToken: None,
		ClientName: None, ApplicationSid: None, Params: None, TTL: None, Options: None}
}

func newCapability(recv string) CapabilityFunc {
	f := noArgs(recv, "NewCapability", Make)
	if recv == "" {
		f.AccountSid, f.AuthToken = 0, 1
	}
	return f
}

func allowIncoming(recv, name string) CapabilityFunc {
	f := noArgs(recv, name, AllowIncoming)
	f.ClientName = 0
	return f
}

func allowOutgoing(recv, name string) CapabilityFunc {
	f := noArgs(recv, name, AllowOutgoing)
	f.ApplicationSid, f.Params = 0, 1
	return f
}

func withTTL(recv, name string, role CapabilityRole) CapabilityFunc {
	f := noArgs(recv, name, role)
	f.TTL = 0
	return f
}

// Lookup finds what the library knows of a function.
func (c *Capability) Lookup(fn *types.Func) (CapabilityFunc, bool) {
	if fn.Pkg() == nil || !slices.ContainsFunc(c.Paths, func(p Path) bool { return p.Match(fn.Pkg().Path()) }) {
		return CapabilityFunc{}, false
	}
	recv, _ := funcname.Receiver(fn)
	for _, f := range c.Funcs {
		if f.Name == fn.Name() && f.Recv == recv && shaped(fn.Pkg(), c.Type, c.Methods) {
			return f, true
		}
	}
	return CapabilityFunc{}, false
}

// MakesClient reports whether fn is the constructor of the client that makes
// tokens.
func (c *Capability) MakesClient(fn *types.Func) bool {
	return c.Credentials != nil && fn.Name() == c.Credentials.Constructor && fn.Pkg() != nil && fn.Signature().Recv() == nil &&
		slices.ContainsFunc(c.Paths, func(p Path) bool { return p.Match(fn.Pkg().Path()) }) && shaped(fn.Pkg(), c.Type, c.Methods)
}
