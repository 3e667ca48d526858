package knowledge_test

import (
	"testing"

	"github.com/captoken/captoken/internal/knowledge"
)

// Libraries live on under other owners, in other major versions, and in
// vendor directories. Part of a word is no match.
func TestPathMatch(t *testing.T) {
	is := func(s string) knowledge.Path { return knowledge.Path{Is: s} }
	ends := func(s string) knowledge.Path { return knowledge.Path{Ends: s} }
	for _, tc := range []struct {
		name string
		path knowledge.Path
		of   string
		want bool
	}{
		{"the whole path", is("github.com/tmc/twilio"), "github.com/tmc/twilio", true},
		{"the whole path in another case", is("github.com/tmc/twilio"), "github.com/TMC/twilio", false},
		{"the whole path of another version", is("github.com/golang-jwt/jwt"), "github.com/golang-jwt/jwt/v5", false},
		{"the whole path behind something", is("github.com/tmc/twilio"), "example.com/github.com/tmc/twilio", false},
		{"the whole path before something", is("github.com/tmc/twilio"), "github.com/tmc/twilio/internal", false},
		{"the whole path of the standard library", is("hash"), "hash", true},
		{"the whole path in a vendor directory", is("github.com/tmc/twilio"), "example.com/app/vendor/github.com/tmc/twilio", true},
		{"the whole path in a vendor directory of a vendor directory", is("github.com/tmc/twilio"),
			"example.com/app/vendor/example.org/lib/vendor/github.com/tmc/twilio", true},
		{"another path in a vendor directory", is("github.com/tmc/twilio"), "github.com/tmc/twilio/vendor/example.org/x", false},

		{"the last element", ends("twilioclient"), "github.com/kevinburke/twilio-go/twilioclient", true},
		{"the last element behind a version", ends("twilioclient"), "github.com/kevinburke/twilio-go/v2/twilioclient", true},
		{"the last element of another owner", ends("twilioclient"), "git.example.com/phone/twilioclient", true},
		{"the only element", ends("twilioclient"), "twilioclient", true},
		{"the last element in another case", ends("twilioGo"), "github.com/xaviiic/twiliogo", true},
		{"the last element in a vendor directory", ends("twilioclient"), "example.com/app/vendor/github.com/a/twilio-go/twilioclient", true},
		{"the end of a word", ends("twilio"), "github.com/a/mytwilio", false},
		{"the start of a word", ends("twilio"), "github.com/a/twilio-go", false},
		{"a hyphen is part of a word", ends("twilio"), "github.com/a/go-twilio", false},
		{"an element in the middle", ends("twilioclient"), "github.com/a/twilioclient/internal/x", false},
		{"two elements", ends("tmc/twilio"), "git.example.com/mirror/tmc/twilio", true},
		{"two elements, the first of which is the end of a word", ends("tmc/twilio"), "git.example.com/mirror/atmc/twilio", false},
		{"a path that is too short", ends("tmc/twilio"), "twilio", false},
		{"no path", ends("twilio"), "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := tc.path.Match(tc.of); got != tc.want {
				t.Errorf("%+v matches %q: %t, want %t", tc.path, tc.of, got, tc.want)
			}
		})
	}
}
