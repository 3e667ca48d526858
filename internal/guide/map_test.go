package guide_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/guide"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// Values, for the tables. A value is what its source says; two values are
// the same if they have the same source, unless they are told apart.

func v(source string) vt.Value { return vt.Value{State: vt.Known, Source: source, Same: source} }

func apart(source, same string) vt.Value {
	return vt.Value{State: vt.Known, Source: source, Same: same}
}

func text(s string) vt.Value {
	q := strconv.Quote(s)
	return vt.Value{State: vt.Known, Source: q, Same: q, Text: s, Constant: true}
}

func elsewhere(source, function string) vt.Value {
	return vt.Value{State: vt.Known, Source: source, Same: source, Elsewhere: function}
}

func lost(same string) vt.Value { return vt.Value{State: vt.Unresolved, Same: same} }

func in(name vt.Value) vt.Incoming { return vt.Incoming{ClientName: name} }

func out(app, name, params vt.Value) vt.Outgoing {
	return vt.Outgoing{ApplicationSid: app, ClientName: name, Params: params}
}

var absent vt.Value

// token returns a token with credentials, a lifetime of an hour, and what
// the options add.
func token(options ...func(*vt.Capability)) vt.Capability {
	c := vt.Capability{
		AccountSid: v("sid"),
		AuthToken:  v("token"),
		TTL:        vt.TTL{Value: v("time.Hour"), Form: vt.TTLDuration, Seconds: 3600, ConstSeconds: true},
		Generated:  1,
	}
	for _, o := range options {
		o(&c)
	}
	return c
}

func with(scopes ...any) func(*vt.Capability) {
	return func(c *vt.Capability) {
		for _, s := range scopes {
			switch s := s.(type) {
			case vt.Incoming:
				c.Incoming = append(c.Incoming, s)
			case vt.Outgoing:
				c.Outgoing = append(c.Outgoing, s)
			default:
				panic(fmt.Sprintf("no scope: %T", s))
			}
		}
	}
}

// showAccess writes an access token in one line: its parameters, each with
// its status if that is not what the table says for it, and the reasons.
func showAccess(a vt.Access) (args, reasons string) {
	usual := map[vt.Parameter]vt.Status{
		vt.AccountSid: vt.Carried, vt.TimeToLive: vt.Carried, vt.APIKeySid: vt.New, vt.APIKeySecret: vt.New,
		vt.Identity: vt.Renamed, vt.IncomingAllow: vt.Renamed, vt.OutgoingApplicationSid: vt.Renamed,
		vt.OutgoingApplicationParams: vt.Renamed, vt.AuthToken: vt.DoNotUse,
	}
	var words, codes []string
	for _, arg := range a.Arguments {
		w := string(arg.Parameter)
		if w == "" {
			w = arg.From
		}
		if len(arg.Values) > 0 {
			vals := make([]string, len(arg.Values))
			for i, val := range arg.Values {
				vals[i] = val.Source
				if val.State != vt.Known {
					vals[i] = "?"
				}
			}
			w += "=" + strings.Join(vals, "|")
		}
		if arg.Status != usual[arg.Parameter] {
			w += " (" + string(arg.Status) + ")"
		}
		words = append(words, w)
	}
	for _, r := range a.Reasons {
		codes = append(codes, string(r.Code))
	}
	return strings.Join(words, ", "), strings.Join(codes, " ")
}

func check(t *testing.T, c vt.Capability, d guide.Decisions, wantArgs, wantReasons string) {
	t.Helper()
	args, reasons := showAccess(guide.Map(c, d))
	if args != wantArgs {
		t.Errorf("arguments\n got %s\nwant %s", args, wantArgs)
	}
	if reasons != wantReasons {
		t.Errorf("reasons are %q, want %q", reasons, wantReasons)
	}
}

// TestMap walks through all that a Capability Token can grant, and through
// the circumstances in which that can't be written as one Access Token.
func TestMap(t *testing.T) {
	const (
		head = "accountSid=sid, apiKeySid, apiKeySecret, ttl=time.Hour, "
		tail = "authToken=token"
	)
	params := v(`map[string]string{"k": "v"}`)
	for _, tc := range []struct {
		name    string
		token   vt.Capability
		args    string // between head and tail
		reasons string
	}{
		{"incoming", token(with(in(v("a")))),
			"identity=a, incomingAllow=true, ", ""},
		{"outgoing without a name", token(with(out(v("app"), absent, absent))),
			"identity (required), outgoingApplicationSid=app, ", "identity-missing"},
		{"outgoing with a name does not allow incoming calls", token(with(out(v("app"), v("a"), absent))),
			"identity=a, outgoingApplicationSid=app, ", ""},
		{"both with the same name", token(with(in(v("a")), out(v("app"), v("a"), absent))),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, ", ""},
		{"both, and outgoing has no name", token(with(in(v("a")), out(v("app"), absent, absent))),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, ", ""},
		{"both, and incoming has an empty name", token(with(in(text("")), out(v("app"), v("b"), absent))),
			"identity=b, incomingAllow=true, outgoingApplicationSid=app, ", ""},
		{"both with different names", token(with(in(v("a")), out(v("app"), v("b"), absent))),
			"identity=a|b (conflicting), incomingAllow=true, outgoingApplicationSid=app, ", "identity-conflict"},
		{"both with names that only look the same", token(with(in(apart("a", "a@1")), out(v("app"), apart("a", "a@2"), absent))),
			"identity=a|a (conflicting), incomingAllow=true, outgoingApplicationSid=app, ", "identity-conflict"},
		{"both with names that look different and are the same", token(with(in(apart("a", "x")), out(v("app"), apart("r.a", "x"), absent))),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, ", ""},
		{"two incoming names", token(with(in(v("a")), in(v("b")))),
			"identity=a|b (conflicting), incomingAllow=true, ", "identity-conflict"},
		{"one incoming name twice", token(with(in(v("a")), in(v("a")))),
			"identity=a, incomingAllow=true, ", ""},
		{"an empty incoming name", token(with(in(text("")))),
			"identity (required), incomingAllow=true, ", "identity-missing"},
		{"an incoming name that can't be told", token(with(in(lost("?")))),
			"identity=? (unresolved), incomingAllow=true, ", "unresolved"},
		{"one name can't be told", token(with(in(v("a")), out(v("app"), lost("?"), absent))),
			"identity=a|? (unresolved), incomingAllow=true, outgoingApplicationSid=app, ", "unresolved"},
		{"a name that a client can't have is not changed", token(with(in(text("alice smith+é@example.com")))),
			`identity="alice smith+é@example.com", incomingAllow=true, `, ""},

		{"params from a literal", token(with(in(v("a")), out(v("app"), v("a"), params))),
			`identity=a, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=map[string]string{"k": "v"}, `, ""},
		{"params from a variable", token(with(in(v("a")), out(v("app"), v("a"), v("params")))),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=params, ", ""},
		{"params that were encoded elsewhere", token(with(in(v("a")), out(v("app"), v("a"), lost("?")))),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, outgoingApplicationParams=? (unresolved), ", "unresolved"},

		{"an event stream only", token(func(c *vt.Capability) { c.EventStream = true }),
			"identity (required), ", "event-stream identity-missing"},
		{"an event stream and calls", token(with(in(v("a"))), func(c *vt.Capability) { c.EventStream = true }),
			"identity=a, incomingAllow=true, ", "event-stream"},
		{"no scope", token(), "identity (required), ", "no-scope identity-missing"},

		{"an application that can't be told", token(with(out(lost("?"), v("a"), absent))),
			"identity=a, outgoingApplicationSid=? (unresolved), ", "unresolved"},
		{"an application is missing", token(with(out(absent, v("a"), absent))),
			"identity=a, outgoingApplicationSid (required), ", "unresolved"},
		{"two applications", token(with(out(v("x"), v("a"), absent), out(v("y"), v("a"), absent))),
			"identity=a, outgoingApplicationSid=x|y (conflicting), ", "outgoing-conflict"},
		{"two sets of params", token(with(out(v("x"), v("a"), v("p")), out(v("x"), v("a"), v("q")))),
			"identity=a, outgoingApplicationSid=x, outgoingApplicationParams=p|q (conflicting), ", "outgoing-conflict"},

		{"incoming under a condition", token(with(vt.Incoming{ClientName: v("a"), Conditional: true})),
			"identity=a, incomingAllow=true, ", "conditional"},
		{"outgoing under a condition", token(with(in(v("a")), vt.Outgoing{ApplicationSid: v("app"), Conditional: true})),
			"identity=a, incomingAllow=true, outgoingApplicationSid=app, ", "conditional"},
		{"two names under conditions", token(with(vt.Incoming{ClientName: v("a"), Conditional: true}, vt.Incoming{ClientName: v("b"), Conditional: true})),
			"identity=a|b (conflicting), incomingAllow=true, ", "identity-conflict conditional"},
		{"the token escapes", token(with(in(v("a"))), func(c *vt.Capability) { c.Escapes = "stored in a field" }),
			"identity=a, incomingAllow=true, ", "escapes"},
		{"the token is signed twice", token(with(in(v("a"))), func(c *vt.Capability) { c.Generated = 2 }),
			"identity=a, incomingAllow=true, ", "several-tokens"},
		{"the token is never signed", token(with(in(v("a"))), func(c *vt.Capability) { c.Generated = 0 }),
			"identity=a, incomingAllow=true, ", "not-generated"},
		{"the token is never signed and grants nothing", token(func(c *vt.Capability) { c.Generated = 0 }),
			"identity (required), ", "not-generated identity-missing"},
		{"who signs the token is not known", token(with(in(v("a"))), func(c *vt.Capability) { c.Generated = -1 }),
			"identity=a, incomingAllow=true, ", ""},
		{"there may be more scopes", token(with(in(v("a"))), func(c *vt.Capability) { c.Opaque = true }),
			"identity=a, incomingAllow=true, ", "unresolved"},
		{"there may be scopes", token(func(c *vt.Capability) { c.Opaque = true }),
			"identity=? (unresolved), ", "unresolved"},
		{"a value stands in another function", token(with(in(elsewhere("n", "name")))),
			"identity=n, incomingAllow=true, ", "across-functions"},
		{"claims of its own", token(with(in(v("a"))), func(c *vt.Capability) { c.ExtraClaims = []string{"role", "tenant"} }),
			"identity=a, incomingAllow=true, ", "extra-claims"},
		{"all that can be wrong at once", token(with(in(v("b")), in(v("c")), vt.Outgoing{ApplicationSid: lost("?"), Conditional: true}),
			func(c *vt.Capability) {
				c.EventStream, c.Escapes, c.Generated, c.ExtraClaims = true, "returned", 2, []string{"x"}
				c.TTL.Seconds = 2 * 86400
			}),
			"identity=b|c (conflicting), incomingAllow=true, outgoingApplicationSid=? (unresolved), ",
			"identity-conflict event-stream ttl-over-24h unresolved escapes several-tokens conditional extra-claims"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			want := head + tc.args + tail
			if tc.token.EventStream {
				want += ", event stream (not expressible)"
			}
			check(t, tc.token, guide.Decisions{}, want, tc.reasons)
		})
	}
}

// TestMapCredentials is about the two parameters that every token has.
func TestMapCredentials(t *testing.T) {
	const rest = "apiKeySid, apiKeySecret, ttl=time.Hour, identity=a, incomingAllow=true, "
	for _, tc := range []struct {
		name          string
		sid, token    vt.Value
		args, reasons string
	}{
		{"both are known", v("sid"), v("token"), "accountSid=sid, " + rest + "authToken=token", ""},
		{"both are literals", text("AC1"), text("secret"), `accountSid="AC1", ` + rest + `authToken="secret"`, ""},
		{"the account can't be told", lost("?"), v("token"), "accountSid=? (unresolved), " + rest + "authToken=token", "unresolved"},
		{"the account is missing", absent, v("token"), "accountSid (required), " + rest + "authToken=token", "unresolved"},
		{"the auth token can't be told", v("sid"), lost("?"), "accountSid=sid, " + rest + "authToken=?", "unresolved"},
		{"the auth token is missing", v("sid"), absent, "accountSid=sid, " + rest + "authToken=?", "unresolved"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := token(with(in(v("a"))))
			c.AccountSid, c.AuthToken = tc.sid, tc.token
			check(t, c, guide.Decisions{}, tc.args, tc.reasons)
		})
	}
}

// TestMapLifetime walks through the forms of a lifetime. An Access Token may
// live for a day at most.
func TestMapLifetime(t *testing.T) {
	constant := func(source string, seconds float64) vt.TTL {
		return vt.TTL{Value: v(source), Form: vt.TTLDuration, Seconds: seconds, ConstSeconds: true}
	}
	for _, tc := range []struct {
		name         string
		ttl          vt.TTL
		arg, reasons string
	}{
		{"none is needed", vt.TTL{}, "", ""},
		{"an hour", constant("time.Hour", 3600), "ttl=time.Hour, ", ""},
		{"less than an hour", constant("10 * time.Minute", 600), "ttl=10 * time.Minute, ", ""},
		{"a second", constant("time.Second", 1), "ttl=time.Second, ", ""},
		{"a day", constant("24 * time.Hour", 86400), "ttl=24 * time.Hour, ", ""},
		{"a second more than a day", constant("24*time.Hour + time.Second", 86401), "ttl=24*time.Hour + time.Second, ", "ttl-over-24h"},
		{"two days", constant("48 * time.Hour", 2*86400), "ttl=48 * time.Hour, ", "ttl-over-24h"},
		{"zero", constant("0", 0), "ttl=0, ", "ttl-expired"},
		{"less than zero", constant("-time.Hour", -3600), "ttl=-time.Hour, ", "ttl-expired"},
		{"an integer that was meant as seconds", constant("3600", 3600e-9), "ttl=3600, ", "ttl-expired"},
		{"a variable duration", vt.TTL{Value: v("d"), Form: vt.TTLDuration}, "ttl=d, ", ""},
		{"a number of seconds", vt.TTL{Value: v("n"), Form: vt.TTLSeconds}, "ttl=n, ", ""},
		{"a constant number of seconds", vt.TTL{Value: v("3600"), Form: vt.TTLSeconds, Seconds: 3600, ConstSeconds: true}, "ttl=3600, ", ""},
		{"a point in time", vt.TTL{Value: v("time.Until(t)"), Form: vt.TTLUntil}, "ttl=time.Until(t), ", ""},
		{"one that can't be told", vt.TTL{Value: lost("?"), Form: vt.TTLUntil}, "ttl=? (unresolved), ", "unresolved"},
		{"one is needed and missing", vt.TTL{Form: vt.TTLUntil}, "ttl (required), ", "ttl-missing"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := token(with(in(v("a"))))
			c.TTL = tc.ttl
			check(t, c, guide.Decisions{},
				"accountSid=sid, apiKeySid, apiKeySecret, "+tc.arg+"identity=a, incomingAllow=true, authToken=token", tc.reasons)
		})
	}
}

// TestMapIdentity is about the developer's word on the identity: it counts
// where the code has no name, and only there.
func TestMapIdentity(t *testing.T) {
	const head, tail = "accountSid=sid, apiKeySid, apiKeySecret, ttl=time.Hour, ", ", authToken=token"
	for _, tc := range []struct {
		name          string
		token         vt.Capability
		args, reasons string
		from          string
	}{
		{"no name", token(with(out(v("app"), absent, absent))), "identity=user.ID, outgoingApplicationSid=app", "", ""},
		{"an empty name", token(with(in(text("")))), "identity=user.ID, incomingAllow=true", "", ""},
		{"a name", token(with(in(v("a")))), "identity=a, incomingAllow=true", "", "incoming clientName"},
		{"two names", token(with(in(v("a")), in(v("b")))), "identity=a|b (conflicting), incomingAllow=true", "identity-conflict", "incoming clientName"},
		{"a name that can't be told", token(with(in(lost("?")))), "identity=? (unresolved), incomingAllow=true", "unresolved", "incoming clientName"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := guide.Decisions{Identity: "user.ID"}
			check(t, tc.token, d, head+tc.args+tail, tc.reasons)
			arg, _ := guide.Map(tc.token, d).Argument(vt.Identity)
			if arg.From != tc.from {
				t.Errorf("identity is from %q, want %q", arg.From, tc.from)
			}
		})
	}
}

// TestMapFrom holds each argument to the guide's name for where its value
// comes from.
func TestMapFrom(t *testing.T) {
	c := token(with(in(v("a")), out(v("app"), v("a"), v("p"))))
	want := map[vt.Parameter]string{
		vt.AccountSid: "accountSid", vt.APIKeySid: "", vt.APIKeySecret: "", vt.TimeToLive: "ttl",
		vt.Identity: "incoming clientName", vt.IncomingAllow: "incoming clientName",
		vt.OutgoingApplicationSid: "outgoing applicationSid", vt.OutgoingApplicationParams: "outgoing params",
		vt.AuthToken: "authToken",
	}
	args := guide.Map(c, guide.Decisions{}).Arguments
	if len(args) != len(want) {
		t.Errorf("%d arguments, want %d", len(args), len(want))
	}
	for _, arg := range args {
		if arg.From != want[arg.Parameter] {
			t.Errorf("%s is from %q, want %q", arg.Parameter, arg.From, want[arg.Parameter])
		}
	}
}

// TestMapDetails holds the reasons to the few words that they need.
func TestMapDetails(t *testing.T) {
	for _, tc := range []struct {
		name  string
		token vt.Capability
		code  vt.Code
		want  string
	}{
		{"the way out", token(with(in(v("a"))), func(c *vt.Capability) { c.Escapes = "stored in a field" }), vt.Escapes, "stored in a field"},
		{"the claims", token(with(in(v("a"))), func(c *vt.Capability) { c.ExtraClaims = []string{"role", "tenant"} }), vt.ExtraClaims, "role, tenant"},
		{"the function", token(with(in(elsewhere("n", "name")))), vt.AcrossFunctions, "identity is set in name"},
		{"the scopes that may be there", token(with(in(v("a"))), func(c *vt.Capability) { c.Opaque = true }), vt.UnresolvedValue, "there may be more scopes"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, r := range guide.Map(tc.token, guide.Decisions{}).Reasons {
				if r.Code == tc.code {
					if r.Detail != tc.want {
						t.Errorf("detail is %q, want %q", r.Detail, tc.want)
					}
					return
				}
			}
			t.Errorf("no reason %s", tc.code)
		})
	}
}
