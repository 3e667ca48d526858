// Package guide holds the parameter mapping table of Twilio's guide
// "Migrate Capability Tokens to Access Tokens" as data, and applies it.
package guide

import vt "github.com/captoken/captoken/internal/voicetoken"

// A Row is one row of the guide's table.
type Row struct {
	// Scope is "incoming" or "outgoing" for a parameter of that scope, ""
	// for a parameter of the token.
	Scope string
	// Old is the Capability Token parameter, "" if the row is new.
	Old string
	// New lists the Access Token parameters; it is empty if the old one
	// must not be used.
	New []vt.Parameter
	// Status is the status of the first of New, if the code gives a value.
	Status vt.Status
	// About is what the parameter is.
	About string
}

// Table is the guide's table, row by row.
var Table = []Row{
	{"", "accountSid", []vt.Parameter{vt.AccountSid}, vt.Carried, "the SID of the account"},
	{"", "authToken", nil, vt.DoNotUse, "the auth token of the account; Access Tokens are signed with an API key"},
	{"", "", []vt.Parameter{vt.APIKeySid}, vt.New, "the SID of an API key"},
	{"", "", []vt.Parameter{vt.APIKeySecret}, vt.New, "the secret of that API key"},
	{"", "ttl", []vt.Parameter{vt.TimeToLive}, vt.Carried, "the lifetime of the token"},
	{"incoming", "clientName", []vt.Parameter{vt.Identity, vt.IncomingAllow}, vt.Renamed, "the name that the client is called by; calls to it are enabled by a flag of their own"},
	{"outgoing", "clientName", []vt.Parameter{vt.Identity}, vt.Renamed, "the name that the client calls from"},
	{"outgoing", "applicationSid", []vt.Parameter{vt.OutgoingApplicationSid}, vt.Renamed, "the TwiML application that handles calls from the client"},
	{"outgoing", "params", []vt.Parameter{vt.OutgoingApplicationParams}, vt.Renamed, "parameters sent along with each call from the client"},
}

// order is the order in which the arguments of an Access Token are
// reported: accountSid, the API key, and then as in the table.
var order = []vt.Parameter{
	vt.AccountSid, vt.APIKeySid, vt.APIKeySecret, vt.TimeToLive, vt.Identity,
	vt.IncomingAllow, vt.OutgoingApplicationSid, vt.OutgoingApplicationParams, vt.AuthToken,
}

// Order returns the order in which arguments are reported.
func Order() []vt.Parameter { return order }
