// Package accesstoken knows which Access Tokens Twilio refuses, or takes for
// others than the code means. It knows nothing of syntax trees; the values
// are those of package voicetoken.
package accesstoken

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"

	"github.com/captoken/captoken/internal/voicetoken"
)

// A Token is an Access Token, as the code makes it. What is not known for
// certain is left out.
type Token struct {
	AccountSid, KeySid, Secret voicetoken.Value
	// AuthToken is how the account's auth token gets to be the secret, nil if
	// the secret is not known to be that. The others likewise.
	AuthToken, AccountAsKey, KeyAsAccount []string

	Identity voicetoken.Value
	// NeedsIdentity names a grant that works for no token without an
	// identity, "" if the token is not known to have one; Phone tells that it
	// is the grant for calls, whose identities are names of clients.
	NeedsIdentity string
	Phone         bool

	TTL      voicetoken.TTL
	TTLName  string  // what sets the lifetime: Ttl, exp
	Floor    float64 // lifetimes below it are raised to it, in seconds; 0 if none are
	NoExpiry bool    // the lifetime is never set, and there is no default
	Past     string  // the instant at which it ends, if that is a constant that is long over

	NoGrant       bool // it is signed without any grant
	NoContentType bool // its header does not say that it is an Access Token
	ByHand        bool // its claims are written by hand
}

// A Part is the piece of the code that a problem is about.
type Part int

const (
	Whole Part = iota
	Secret
	KeySid
	AccountSid
	Identity
	TTL
)

// A Category groups problems.
type Category string

// The categories.
const (
	Credential Category = "access-token-credential"
	Lifetime   Category = "access-token-ttl"
	WhoItIs    Category = "access-token-identity"
	Grant      Category = "access-token-grant"
	Header     Category = "access-token-header"
)

// A Problem is a reason why a token will not do what the code means.
type Problem struct {
	Category Category
	Part     Part
	// Text goes on from "access token made by X".
	Text string
	// Answer is the error with which Twilio answers; 0 if it takes the token.
	Answer Error
	Raised bool // the lifetime is raised to Floor
}

var (
	identity   = regexp.MustCompile(`^[A-Za-z0-9_]+$`) // source: see maxIdentity
	accountSid = regexp.MustCompile(`^AC[0-9a-fA-FxX]+$`)
	keySid     = regexp.MustCompile(`^SK[0-9a-fA-FxX]+$`)
)

// Check lists the problems of a token, in the order of its parts.
func Check(t Token) []Problem {
	var out []Problem
	add := func(c Category, part Part, answer Error, format string, args ...any) {
		out = append(out, Problem{Category: c, Part: part, Text: fmt.Sprintf(format, args...), Answer: answer})
	}
	checkCredentials(t, add)
	switch {
	case t.NeedsIdentity == "":
	case t.Identity.State == voicetoken.Absent || t.Identity.Empty():
		add(WhoItIs, Identity, InvalidJWT, "has no identity, which its %s grant needs", t.NeedsIdentity)
	case t.Phone && t.Identity.Constant && len(t.Identity.Text) > maxIdentity:
		add(WhoItIs, Identity, InvalidClientName, "has an identity of %d characters: Twilio's phone takes %d at most", len(t.Identity.Text), maxIdentity)
	case t.Phone && t.Identity.Constant && !identity.MatchString(t.Identity.Text):
		add(WhoItIs, Identity, InvalidClientName, "has the identity %q: Twilio's phone takes letters, digits, and underscores only", t.Identity.Text)
	}
	checkLifetime(t, add)
	for i := range out {
		out[i].Raised = out[i].Category == Lifetime && out[i].Answer == 0
	}
	if t.NoGrant {
		add(Grant, Whole, InvalidGrants, "is signed without a grant")
	}
	if t.NoContentType {
		add(Header, Whole, InvalidHeader, `has no header "cty": it must be "twilio-fpa;v=1"`)
	}
	return out
}

type adder func(c Category, part Part, answer Error, format string, args ...any)

func checkCredentials(t Token, add adder) {
	key, account := "the SID of its API key", "its account SID"
	if t.ByHand {
		key, account = "iss, the SID of its API key", "sub, its account SID"
	}
	text := func(v voicetoken.Value, path []string) string {
		if len(path) > 0 {
			return strings.Join(path, " → ")
		}
		return v.Source
	}
	accountAsKey := len(t.AccountAsKey) > 0 || t.KeySid.Constant && accountSid.MatchString(t.KeySid.Text)
	keyAsAccount := len(t.KeyAsAccount) > 0 || t.AccountSid.Constant && keySid.MatchString(t.AccountSid.Text)
	switch {
	case accountAsKey && keyAsAccount && t.ByHand:
		add(Credential, KeySid, InvalidIssuerOrSubject, "has iss and sub swapped: iss is the SID of the API key, and sub is the SID of the account")
	case accountAsKey && keyAsAccount:
		add(Credential, KeySid, InvalidIssuerOrSubject, "has its account SID and the SID of its API key swapped")
	case accountAsKey:
		add(Credential, KeySid, InvalidIssuerOrSubject, "has an account SID for %s: %s", key, text(t.KeySid, t.AccountAsKey))
	case keyAsAccount:
		add(Credential, AccountSid, InvalidIssuerOrSubject, "has the SID of an API key for %s: %s", account, text(t.AccountSid, t.KeyAsAccount))
	case t.KeySid.State == voicetoken.Known && t.AccountSid.State == voicetoken.Known && t.KeySid.Same == t.AccountSid.Same && !t.KeySid.Empty():
		add(Credential, KeySid, InvalidIssuerOrSubject, "has one SID for %s, and for %s: %s", account, key, t.KeySid.Source)
	case t.Secret.Constant && keySid.MatchString(t.Secret.Text):
		add(Credential, Secret, InvalidSignature, "has the SID of an API key for its secret")
	case t.KeySid.State == voicetoken.Known && t.Secret.State == voicetoken.Known && t.KeySid.Same == t.Secret.Same && !t.KeySid.Constant:
		add(Credential, Secret, InvalidSignature, "has the SID of its API key for its secret, too: %s", t.Secret.Source)
	}
	if len(t.AuthToken) > 0 && !t.ByHand {
		add(Credential, Secret, InvalidSignature, "is signed with the account's auth token (%s → secret): use the secret of an API key", strings.Join(t.AuthToken, " → "))
	}
}

func checkLifetime(t Token, add adder) {
	lives := func() string {
		// The text of time.Duration, without a range that it does not have.
		if s := t.TTL.Seconds; s < 1e9 && s > -1e9 {
			return time.Duration(math.Round(s * 1e9)).String()
		}
		return fmt.Sprintf("%.0f seconds", t.TTL.Seconds)
	}
	switch s := t.TTL.Seconds; {
	case t.NoExpiry && t.ByHand:
		add(Lifetime, TTL, Expired, "has no %s: it must say when it expires", t.TTLName)
	case t.NoExpiry:
		add(Lifetime, TTL, Expired, "never gets %s: it has expired when it is made", t.TTLName)
	case t.Past != "":
		add(Lifetime, TTL, Expired, "has expired when it is made: %s counts seconds since 1970, and is %s", t.TTLName, t.Past)
	case !t.TTL.ConstSeconds:
	case s >= 1e9 && t.TTL.Form == voicetoken.TTLSeconds:
		add(Lifetime, TTL, ExpiresTooLate, "lives for %s: %s counts seconds, and a time.Duration nanoseconds (its method Seconds converts)", lives(), t.TTLName)
	case s > MaxLifetime.Seconds():
		add(Lifetime, TTL, ExpiresTooLate, "lives for %s: Twilio takes 24 hours at most", lives())
	case t.Floor > 0 && s < t.Floor && s != 0:
		add(Lifetime, TTL, 0, "lives for an hour, not for %s: the library raises %s to 3600 seconds, but not ValidUntil", lives(), t.TTLName)
	case t.Floor == 0 && s < 1:
		add(Lifetime, TTL, Expired, "has expired when it is made: it lives for %s", lives())
	}
}
