package accesstoken_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/voicetoken"
)

func text(s string) voicetoken.Value {
	return voicetoken.Value{State: voicetoken.Known, Source: `"` + s + `"`, Same: `"` + s + `"`, Text: s, Constant: true}
}

func expr(s string) voicetoken.Value {
	return voicetoken.Value{State: voicetoken.Known, Source: s, Same: s}
}

func lives(seconds float64, form voicetoken.TTLForm) voicetoken.TTL {
	return voicetoken.TTL{Value: expr("ttl"), Form: form, Seconds: seconds, ConstSeconds: true}
}

// TestCheck holds the rules, each beside what differs in one thing and is
// right.
func TestCheck(t *testing.T) {
	type token = accesstoken.Token
	const sid, key = "AC00000000000000000000000000000001", "SK00000000000000000000000000000001"
	for _, test := range []struct {
		name  string
		token token
		want  string // category, answer, and a part of the text; "" if nothing is wrong
	}{
		{"nothing known", token{}, ""},
		{"all known", token{AccountSid: expr("sid"), KeySid: expr("key"), Secret: expr("secret"), Identity: expr("user"), NeedsIdentity: "voice", Phone: true}, ""},

		{"auth token", token{AuthToken: []string{`os.Getenv("TWILIO_AUTH_TOKEN")`, "cfg.AuthToken"}}, `access-token-credential 20107 (os.Getenv("TWILIO_AUTH_TOKEN") → cfg.AuthToken → secret)`},
		{"auth token by hand", token{AuthToken: []string{"x"}, ByHand: true}, ""}, // its signing is reported
		{"one SID", token{AccountSid: expr("sid"), KeySid: expr("sid")}, "access-token-credential 20103 has one SID for its account SID, and for the SID of its API key: sid"},
		{"two SIDs", token{AccountSid: expr("sid"), KeySid: expr("key")}, ""},
		{"empty SIDs", token{AccountSid: text(""), KeySid: text("")}, ""},
		{"account SID as key", token{KeySid: text(sid)}, "access-token-credential 20103 has an account SID for the SID of its API key"},
		{"placeholder as key", token{KeySid: text("ACxxxxxxxx")}, "access-token-credential 20103 has an account SID"},
		{"word as key", token{KeySid: text("ACME")}, ""},
		{"key as key", token{KeySid: text(key)}, ""},
		{"key as account SID", token{AccountSid: text(key)}, "access-token-credential 20103 has the SID of an API key for its account SID"},
		{"swapped", token{AccountSid: text(key), KeySid: text(sid)}, "access-token-credential 20103 swapped"},
		{"swapped by hand", token{AccountSid: text(key), KeySid: text(sid), ByHand: true}, "access-token-credential 20103 iss and sub swapped"},
		{"account SID from settings", token{AccountAsKey: []string{`os.Getenv("TWILIO_ACCOUNT_SID")`}}, `access-token-credential 20103 os.Getenv("TWILIO_ACCOUNT_SID")`},
		{"SID as secret", token{KeySid: text("secret"), Secret: text(key)}, "access-token-credential 20107 SID of an API key for its secret"},

		{"one value for SID and secret", token{KeySid: expr("key"), Secret: expr("key")}, "access-token-credential 20107 for its secret, too: key"},

		{"no identity", token{NeedsIdentity: "voice", Phone: true}, "access-token-identity 31204 voice grant"},
		{"empty identity", token{NeedsIdentity: "video", Identity: text("")}, "access-token-identity 31204 video grant"},
		{"identity that can't be told", token{NeedsIdentity: "voice", Identity: voicetoken.Lost()}, ""},
		{"no identity needed", token{}, ""},
		{"identity with a dash", token{NeedsIdentity: "voice", Phone: true, Identity: text("user-1")}, `access-token-identity 31105 "user-1"`},
		{"identity with an underscore", token{NeedsIdentity: "voice", Phone: true, Identity: text("user_1")}, ""},
		{"e-mail in a chat", token{NeedsIdentity: "chat", Identity: text("a@b.c")}, ""},
		{"121 characters", token{NeedsIdentity: "voice", Phone: true, Identity: text(strings.Repeat("a", 121))}, ""},
		{"122 characters", token{NeedsIdentity: "voice", Phone: true, Identity: text(strings.Repeat("a", 122))}, "access-token-identity 31105 122 characters"},

		{"ten minutes", token{TTL: lives(600, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, "access-token-ttl 0 not for 10m0s"},
		{"below zero", token{TTL: lives(-60, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, "access-token-ttl 0 not for -1m0s"},
		{"the default", token{TTL: lives(0, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, ""},
		{"an hour", token{TTL: lives(3600, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, ""},
		{"ten minutes, kept", token{TTL: lives(600, voicetoken.TTLDuration), TTLName: "ttl"}, ""},
		{"a day", token{TTL: lives(86400, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, ""},
		{"over a day", token{TTL: lives(86401, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, "access-token-ttl 20157 24h0m1s"},
		{"nanoseconds", token{TTL: lives(3600e9, voicetoken.TTLSeconds), TTLName: "Ttl", Floor: 3600}, "access-token-ttl 20157 nanoseconds"},
		{"born expired", token{TTL: lives(3.6e-6, voicetoken.TTLDuration), TTLName: "ttl"}, "access-token-ttl 20104 3.6µs"},
		{"a second", token{TTL: lives(1, voicetoken.TTLDuration), TTLName: "ttl"}, ""},
		{"lifetime that can't be told", token{TTL: voicetoken.TTL{Value: expr("ttl"), Form: voicetoken.TTLSeconds}, Floor: 3600}, ""},
		{"no expiry", token{NoExpiry: true, TTLName: "exp"}, "access-token-ttl 20104 never gets exp"},
		{"no expiry by hand", token{NoExpiry: true, ByHand: true, TTLName: "exp"}, "access-token-ttl 20104 has no exp"},
		{"past", token{Past: "3600", TTLName: "exp"}, "access-token-ttl 20104 since 1970"},

		{"no grant", token{NoGrant: true}, "access-token-grant 20106 without a grant"},
		{"no content type", token{NoContentType: true, ByHand: true}, "access-token-header 20102 cty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			problems := accesstoken.Check(test.token)
			if test.want == "" {
				if len(problems) > 0 {
					t.Fatalf("got %+v, want nothing", problems)
				}
				return
			}
			if len(problems) != 1 {
				t.Fatalf("got %+v, want one problem", problems)
			}
			fields := strings.SplitN(test.want, " ", 3)
			p := problems[0]
			if string(p.Category) != fields[0] || strconv.Itoa(int(p.Answer)) != fields[1] || !strings.Contains(p.Text, fields[2]) {
				t.Errorf("got %s %d %s\nwant %s", p.Category, p.Answer, p.Text, test.want)
			}
			if p.Raised != (p.Answer == 0) {
				t.Errorf("raised: %v", p.Raised)
			}
		})
	}
}
