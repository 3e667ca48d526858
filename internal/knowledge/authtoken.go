package knowledge

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/funcname"
)

// An AuthTokenUse is a function that is handed the auth token of the account
// rightly: to talk to the REST API, or to check webhooks.
type AuthTokenUse struct {
	Paths []Path
	Func  string // Recv.Name, or Name
	Arg   int    // the argument with the auth token, or with a struct
	Field string // the field of that struct that holds it, "" if the argument does
	// User is the field, and UserArg the argument, with the user that goes
	// with it: an account SID, or else it is the secret of an API key. They
	// are "" and Arg, if there is no user.
	User    string
	UserArg int
	// Unless is the field that says, if it is set, that an API key is used
	// instead of the account.
	Unless string
	// UnlessCalled is a method of what Func returns, or "". A program that calls
	// it uses an API key.
	UnlessCalled string
	Type         string // a type that the package must have, "" if the path is enough
}

// AuthTokenUses lists functions that are handed the auth token.
var AuthTokenUses = []AuthTokenUse{
	{Paths: env("github.com/twilio/twilio-go"), Func: "NewRestClientWithParams", Arg: 0, Field: "Password", User: "Username", Unless: "AccountSid"},
	{Paths: env("github.com/twilio/twilio-go/client"), Func: "NewRequestValidator", Arg: 0},
	{Paths: env("github.com/twilio/twilio-go/client/jwt/taskrouter"), Func: "CreateCapabilityToken", Arg: 0, Field: "AuthToken"},
	{Paths: kevinburke, Func: "NewClient", Arg: 1, Type: "Client", UnlessCalled: "UseSecretKey"},
	{Paths: kevinburke, Func: "ValidateIncomingRequest", Arg: 1, UserArg: 1},
	{Paths: []Path{{Is: "github.com/sfreiberg/gotwilio"}, {Ends: "gotwilio"}}, Func: "NewTwilioClient", Arg: 1, Type: "Twilio"},
	{Paths: []Path{{Is: "github.com/sfreiberg/gotwilio"}, {Ends: "gotwilio"}}, Func: "NewTwilioClientCustomHTTP", Arg: 1, Type: "Twilio"},
}

var kevinburke = []Path{{Ends: "kevinburke/twilio-go"}, {Ends: "kevinburke/twilio-go/v2"}, {Ends: "saintpete/twilio-go"}}

// LookupAuthTokenUse finds what is known of a function.
func LookupAuthTokenUse(fn *types.Func) (AuthTokenUse, bool) {
	if fn == nil || fn.Pkg() == nil {
		return AuthTokenUse{}, false
	}
	for _, u := range AuthTokenUses {
		if slices.ContainsFunc(u.Paths, func(p Path) bool { return p.Match(fn.Pkg().Path()) }) && funcname.Method(fn) == u.Func &&
			(u.Type == "" || fn.Pkg().Scope().Lookup(u.Type) != nil) {
			return u, true
		}
	}
	return AuthTokenUse{}, false
}
