// Package voicetoken models Twilio's two kinds of token for its browser
// phone: what a Capability Token grants, and what the Access Token in its
// place needs. Values are Go source; the package knows nothing of syntax
// trees.
package voicetoken

import "slices"

// A State says how much is known of a value.
type State int

const (
	Absent     State = iota // the code gives no such value
	Known                   // Source says what it is
	Unresolved              // the code gives one, but it can't be told which
)

// A Value is what the code gives for one parameter of a token.
type Value struct {
	State  State
	Source string // Go source, in gofmt form, not shortened
	// Same identifies a known value: two values with the same text here are
	// equal whenever the code runs.
	Same string
	// Text is the value of a string constant, if Constant.
	Text     string
	Constant bool
	// Elsewhere is the function in which the expression stands, if that is
	// not where the token is made; "" if it is.
	Elsewhere string
	// ByCaller tells that Elsewhere calls the function that makes the token:
	// each such call makes a token of its own.
	ByCaller bool
	// Origin is the recogniser's handle on the expression. Only it looks
	// inside.
	Origin any
}

// Lost returns a value that can't be told.
func Lost() Value { return Value{State: Unresolved} }

// Empty reports whether the value is the constant "".
func (v Value) Empty() bool { return v.State == Known && v.Constant && v.Text == "" }

// A TTLForm says how the code expresses a lifetime.
type TTLForm int

const (
	TTLNone     TTLForm = iota // no lifetime given, and none needed: the library's default, one hour
	TTLDuration                // a time.Duration from now
	TTLSeconds                 // a number of seconds from now
	TTLUntil                   // a time.Time; Value.Source is its distance from now
)

// A TTL is the lifetime of a token.
type TTL struct {
	Value
	Form TTLForm
	// Seconds is the lifetime, if it is constant.
	Seconds      float64
	ConstSeconds bool
}

// An Incoming scope lets the client receive calls under a name.
type Incoming struct {
	ClientName  Value
	Conditional bool // granted on some ways through the code only
}

// An Outgoing scope lets the client place calls through an application.
type Outgoing struct {
	ApplicationSid Value
	ClientName     Value // Absent if calls are anonymous
	Params         Value // Absent if none, or nil
	Conditional    bool
}

// A Capability is a Capability Token, as the code makes it.
type Capability struct {
	AccountSid  Value
	AuthToken   Value
	TTL         TTL
	Incoming    []Incoming
	Outgoing    []Outgoing
	EventStream bool

	// Circumstances that matter for a rewrite.
	Opaque      bool     // there may be more scopes than those listed
	ExtraClaims []string // claims that an Access Token has no place for, sorted
	Generated   int      // how many places turn it into a signed token; -1 if unknown
	Unsigned    string   // why it may not be signed as Twilio wants it, "" if it is
	Escapes     string   // where it is handed to that can't be followed, "" if nowhere
}

// Conditional reports whether something is granted on some ways through the
// code only.
func (c Capability) Conditional() bool {
	return slices.ContainsFunc(c.Incoming, func(in Incoming) bool { return in.Conditional }) ||
		slices.ContainsFunc(c.Outgoing, func(o Outgoing) bool { return o.Conditional })
}

// A Parameter is a parameter of an Access Token, or a credential of the
// Capability Token that must not be carried over; the names are Twilio's.
type Parameter string

const (
	AccountSid                Parameter = "accountSid"
	APIKeySid                 Parameter = "apiKeySid"
	APIKeySecret              Parameter = "apiKeySecret"
	TimeToLive                Parameter = "ttl"
	Identity                  Parameter = "identity"
	IncomingAllow             Parameter = "incomingAllow"
	OutgoingApplicationSid    Parameter = "outgoingApplicationSid"
	OutgoingApplicationParams Parameter = "outgoingApplicationParams"
	AuthToken                 Parameter = "authToken"
)

// A Status says where a parameter of the Access Token comes from.
type Status string

const (
	Carried      Status = "carried"         // the same parameter, the same value
	Renamed      Status = "renamed"         // the value of a parameter with another name
	New          Status = "new"             // must be created: nothing in the code has it
	Required     Status = "required"        // needed, but the code has no value
	Conflicting  Status = "conflicting"     // the code has several values for what can be one only
	NotResolved  Status = "unresolved"      // the code has a value that can't be told
	NoEquivalent Status = "not expressible" // granted by the old token, not by any Access Token
	DoNotUse     Status = "do not use"      // must not be used any more
)

// An Argument is one parameter of the Access Token that replaces a
// Capability Token.
type Argument struct {
	Parameter Parameter
	Status    Status
	Values    []Value // one; several if Conflicting or decided by a branch; none if New or Required
	From      string  // the guide's name for the Capability Token parameter, "" if New
}

// An Access is what the Access Token in place of a Capability Token needs.
type Access struct {
	Arguments []Argument // in the order of the guide's table
	// Reasons lists why no rewrite is offered, the most basic first; empty
	// if every argument is known and the token grants the same.
	Reasons []Reason
}

// Argument returns the argument for p.
func (a Access) Argument(p Parameter) (Argument, bool) {
	for _, arg := range a.Arguments {
		if arg.Parameter == p {
			return arg, true
		}
	}
	return Argument{}, false
}

// A Reason says why no rewrite is offered. The codes are part of the
// messages that users see and search for.
type Reason struct {
	Code   Code
	Detail string // a few words, or ""
}

// A Code names a [Reason].
type Code string

const (
	NoScope          Code = "no-scope"
	EventStreamScope Code = "event-stream"
	IdentityMissing  Code = "identity-missing"
	IdentityConflict Code = "identity-conflict"
	OutgoingConflict Code = "outgoing-conflict"
	TTLOver24h       Code = "ttl-over-24h"
	TTLExpired       Code = "ttl-expired"
	TTLMissing       Code = "ttl-missing"
	UnresolvedValue  Code = "unresolved"
	Escapes          Code = "escapes"
	NotGenerated     Code = "not-generated"
	SeveralTokens    Code = "several-tokens"
	ConditionalScope Code = "conditional"
	AcrossFunctions  Code = "across-functions"
	ExtraClaims      Code = "extra-claims"
	Generated        Code = "generated"
	Cgo              Code = "cgo"
	TypeErrors       Code = "type-errors"
	BuilderUnfit     Code = "builder"
	OutOfReach       Code = "out-of-reach"
	Shape            Code = "shape"
	SideEffect       Code = "side-effect"
	OtherBuild       Code = "other-build"
	Unverified       Code = "unverified"
)
