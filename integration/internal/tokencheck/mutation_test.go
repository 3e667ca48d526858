package tokencheck

import (
	"maps"
	"net/url"
	"strings"
	"testing"
)

// A mutation is an error that a rewrite of the code could make, and a word about it that has to be said.
type mutation struct {
	name   string
	change func(*draft)
	want   string
}

var mutations = []mutation{
	{"ttl raised to an hour", func(d *draft) { d.claims["exp"] = issued + 3600 }, "lives for 3600 seconds, want 600"},
	{"ttl raised by a second", func(d *draft) { d.claims["exp"] = issued + 601 }, "lives for 601 seconds, want 600"},
	{"ttl lowered", func(d *draft) { d.claims["exp"] = issued + 60 }, "lives for 60 seconds, want 600"},
	{"ttl in nanoseconds", func(d *draft) { d.claims["exp"] = issued + 600e9 }, "lives for 600000000000 seconds"},
	{"exp a fraction", func(d *draft) { d.claims["exp"] = issued + 600.5 }, "exp is "},
	{"exp missing", func(d *draft) { delete(d.claims, "exp") }, "exp is absent"},
	{"exp as text", func(d *draft) { d.claims["exp"] = "946685400" }, "exp is "},
	{"iat in the past", func(d *draft) { d.claims["iat"] = issued - 60 }, "iat is "},
	{"nbf in the future", func(d *draft) { d.claims["nbf"] = issued + 60 }, "nbf is "},

	{"incoming disabled", func(d *draft) { d.incoming()["allow"] = false }, "incoming allow is false, want true"},
	{"incoming dropped", func(d *draft) { delete(d.voice(), "incoming") }, "incoming allow is false, want true"},
	{"incoming as text", func(d *draft) { d.incoming()["allow"] = "true" }, "incoming allow is false, want true"},
	{"outgoing dropped", func(d *draft) { delete(d.voice(), "outgoing") }, "outgoing application_sid is absent"},
	{"application changed", func(d *draft) { d.outgoing()["application_sid"] = "AP00000000000000000000000000000002" }, "outgoing application_sid is "},
	{"application dropped", func(d *draft) { delete(d.outgoing(), "application_sid") }, "outgoing application_sid is absent"},
	{"application empty", func(d *draft) { d.outgoing()["application_sid"] = "" }, `outgoing application_sid is "", want`},
	{"voice grant dropped", func(d *draft) { delete(d.grants(), "voice") }, "incoming allow is false, want true"},
	{"grants dropped", func(d *draft) { delete(d.claims, "grants") }, "identity is absent"},

	{"params dropped", func(d *draft) { delete(d.outgoing(), "params") }, `outgoing params "q" is absent`},
	{"params emptied", func(d *draft) { d.outgoing()["params"] = object{} }, `outgoing params "q" is absent`},
	{"params as a query", func(d *draft) { d.outgoing()["params"] = "q=a%26b" }, "params is "},
	{"one parameter missing", func(d *draft) { delete(d.params(), "empty") }, `outgoing params "empty" is absent`},
	{"one parameter more", func(d *draft) { d.params()["more"] = "1" }, `outgoing params "more" is "1", want no such parameter`},
	{"one parameter changed", func(d *draft) { d.params()["user id"] = "43" }, `outgoing params "user id" is "43"`},
	{"a parameter as a number", func(d *draft) { d.params()["user id"] = 42 }, `outgoing params "user id" is `},
	{"params escaped", func(d *draft) {
		escaped := make(object)
		for key, value := range d.params() {
			escaped[url.QueryEscape(key)] = url.QueryEscape(value.(string))
		}
		d.outgoing()["params"] = escaped
	}, `outgoing params "q" is "a%26b%3Dc+d"`},
	{"a value escaped", func(d *draft) { d.params()["q"] = url.QueryEscape("a&b=c d") }, `outgoing params "q" is `},
	{"a value unescaped once too often", func(d *draft) { d.params()["percent"] = "100%" }, `outgoing params "percent" is "100%"`},
	{"plus taken for a space", func(d *draft) { d.params()["plus"] = "1 1" }, `outgoing params "plus" is "1 1"`},

	{"identity changed", func(d *draft) { d.grants()["identity"] = "bob" }, `identity is "bob", want "alice"`},
	{"identity with the prefix of TwiML", func(d *draft) { d.grants()["identity"] = "client:alice" }, `identity is "client:alice"`},
	{"identity empty", func(d *draft) { d.grants()["identity"] = "" }, `identity is "", want one`},
	{"identity missing", func(d *draft) { delete(d.grants(), "identity") }, "identity is absent, want one"},
	{"identity outside of the grants", func(d *draft) { d.claims["identity"] = "alice" }, "claim identity is "},

	{"auth token as the secret", func(d *draft) { d.secret = authToken }, "signed with the auth token"},
	{"empty secret", func(d *draft) { d.secret = "" }, "not signed with the API key's secret"},
	{"API key as the secret", func(d *draft) { d.secret = keySID }, "not signed with the API key's secret"},
	{"account as the issuer", func(d *draft) { d.claims["iss"] = account }, "want the SID of an API key"},
	{"secret as the issuer", func(d *draft) { d.claims["iss"] = "0123456789" }, "want the SID of an API key"},
	{"issuer missing", func(d *draft) { delete(d.claims, "iss") }, "iss is absent"},
	{"another key", func(d *draft) { d.claims["iss"] = "SK00000000000000000000000000000002" }, "iss is "},
	{"subject missing", func(d *draft) { delete(d.claims, "sub") }, "sub is absent"},
	{"key as the subject", func(d *draft) { d.claims["sub"] = keySID }, "sub is "},
	{"jti missing", func(d *draft) { delete(d.claims, "jti") }, "jti is absent"},
	{"jti of the account", func(d *draft) { d.claims["jti"] = account + "-946684800" }, "jti is "},
	{"jti not unique", func(d *draft) { d.claims["jti"] = keySID + "-" }, "jti is "},

	{"cty missing", func(d *draft) { delete(d.header, "cty") }, "header cty is absent"},
	{"cty misspelt", func(d *draft) { d.header["cty"] = "twilio-fpa;v=2" }, "header cty is "},
	{"cty among the claims", func(d *draft) { d.claims["cty"] = contentType }, "claim cty is "},
	{"typ missing", func(d *draft) { delete(d.header, "typ") }, "header typ is absent"},
	{"another algorithm", func(d *draft) { d.header["alg"] = "HS512" }, "header alg is "},
	{"region", func(d *draft) { d.header["twr"] = "ie1" }, "header twr is "},
	{"kid", func(d *draft) { d.header["kid"] = keySID }, "header kid is "},

	{"another grant", func(d *draft) { d.grants()["video"] = object{"room": "lobby"} }, "grant video is "},
	{"push credential", func(d *draft) { d.voice()["push_credential_sid"] = "CR1" }, "voice push_credential_sid is "},
	{"endpoint", func(d *draft) { d.voice()["endpoint_id"] = "e" }, "voice endpoint_id is "},
	{"scope kept", func(d *draft) { d.claims["scope"] = bothScopes }, "claim scope is "},
	{"another claim", func(d *draft) { d.claims["aud"] = "twilio" }, "claim aud is "},
}

// TestMutationsAreCaught shows that the comparison can fail: a right pair has no difference, and each error is named.
func TestMutationsAreCaught(t *testing.T) {
	capability := capabilityToken(bothScopes).sign(t)
	if got := Compare(capability, accessToken().sign(t), circumstances); got != nil {
		t.Fatalf("without a mutation: %q", got)
	}
	for _, m := range mutations {
		t.Run(m.name, func(t *testing.T) {
			access := accessToken()
			m.change(&access)
			wantDifference(t, Compare(capability, access.sign(t), circumstances), m.want)
		})
	}
	t.Logf("%d mutations caught", len(mutations))
}

// TestMutationsOfLesserTokens has the errors that a token for everything can't show.
func TestMutationsOfLesserTokens(t *testing.T) {
	const nameless = "scope:client:outgoing?appSid=" + app
	outgoing := func(identity string) func(*draft) {
		return func(d *draft) {
			delete(d.voice(), "incoming")
			delete(d.outgoing(), "params")
			d.grants()["identity"] = identity
		}
	}
	for _, tc := range []struct {
		mutation
		scope string
	}{
		{mutation{"incoming enabled", func(d *draft) {
			outgoing("alice")(d)
			d.voice()["incoming"] = object{"allow": true}
		}, "incoming allow is true, want false"}, nameless + "&clientName=alice"},
		{mutation{"outgoing enabled", func(d *draft) { delete(d.outgoing(), "params") },
			"want no outgoing calls"}, "scope:client:incoming?clientName=alice"},
		{mutation{"outgoing enabled, empty application", func(d *draft) {
			delete(d.outgoing(), "params")
			d.outgoing()["application_sid"] = ""
		}, "want no outgoing calls"}, "scope:client:incoming?clientName=alice"},
		{mutation{"params without an application", func(d *draft) { delete(d.outgoing(), "application_sid") },
			`outgoing params "q" is `}, "scope:client:incoming?clientName=alice"},
		{mutation{"params invented", func(d *draft) { outgoing("lobby")(d); d.outgoing()["params"] = params() },
			`outgoing params "q" is `}, nameless},
		{mutation{"nobody's identity", outgoing("anonymous"), `identity is "anonymous", want one of ["lobby"]`}, nameless},
		{mutation{"no identity", outgoing(""), `identity is "", want one`}, nameless},
		{mutation{"name escaped", func(d *draft) { delete(d.voice(), "outgoing"); d.grants()["identity"] = "Zo%C3%AB" },
			`identity is "Zo%C3%AB", want "Zoë"`}, "scope:client:incoming?clientName=Zo%C3%AB"},
		{mutation{"a permission where there was none", func(d *draft) { delete(d.voice(), "outgoing") },
			"incoming allow is true, want false"}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			access := accessToken()
			tc.change(&access)
			wantDifference(t, Compare(capabilityToken(tc.scope).sign(t), access.sign(t), circumstances), tc.want)
		})
	}
}

func TestMutationsOfCircumstances(t *testing.T) {
	capability := capabilityToken(bothScopes)
	capability.secret = "another"
	wantDifference(t, Compare(capability.sign(t), accessToken().sign(t), circumstances), "capability token is not signed with the auth token")

	region := circumstances
	region.Region = "ie1"
	wantDifference(t, Compare(capabilityToken(bothScopes).sign(t), accessToken().sign(t), region), `header twr is absent, want "ie1"`)

	swapped := Compare(accessToken().sign(t), capabilityToken(bothScopes).sign(t), circumstances)
	wantDifference(t, swapped, "capability token: it claims no scope")
}

// TestGuideMutationsAreCaught holds the other comparison to the same errors. It knows nothing of signatures.
func TestGuideMutationsAreCaught(t *testing.T) {
	want, err := Decode(accessToken().sign(t))
	if err != nil {
		t.Fatal(err)
	}
	compare := func(t *testing.T, access draft) []string {
		return CompareWithGuide(access.sign(t), want.Header, want.Claims, issued)
	}
	same := accessToken()
	delete(same.claims, "iat")
	maps.Copy(same.claims, object{"nbf": issued, "jti": keySID + "-946684801"})
	if got := compare(t, same); got != nil {
		t.Errorf("without a mutation: %q", got)
	}
	for _, m := range mutations {
		if strings.Contains(m.want, "signed with") || m.name == "jti not unique" {
			continue
		}
		t.Run(m.name, func(t *testing.T) {
			access := accessToken()
			m.change(&access)
			wantDifference(t, compare(t, access), "the official library ")
		})
	}
}

func wantDifference(t *testing.T, differences []string, want string) {
	t.Helper()
	for _, difference := range differences {
		if strings.Contains(difference, want) {
			return
		}
	}
	t.Errorf("got %q, want one with %q", differences, want)
}
