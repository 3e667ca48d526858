package textfn_test

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/captoken/captoken/internal/textfn"
)

func TestAllBut(t *testing.T) {
	if got := textfn.AllBut(""); len(got) != 256 || got[0] != 0 || got[255] != 255 {
		t.Errorf("all is %q", got)
	}
	if got := textfn.AllBut("ba\xff"); len(got) != 253 || strings.ContainsAny(got, "ab") || got[len(got)-1] != 0xfe {
		t.Errorf("all but three is %q", got)
	}
}

// TestFreeOf calls each function for every byte and every rune.
func TestFreeOf(t *testing.T) {
	encode := func(e *base64.Encoding) func(string) string {
		return func(s string) string { return e.EncodeToString([]byte(s)) }
	}
	number := func(base int) func(string) string {
		return func(s string) string {
			n := int64(len(s))
			for _, c := range []byte(s) {
				n = n*131 + int64(c) - 100
			}
			return strconv.FormatInt(n, base)
		}
	}
	for _, tc := range []struct {
		name string
		fn   func(string) string
	}{
		{"net/url.QueryEscape", url.QueryEscape},
		{"net/url.PathEscape", url.PathEscape},
		{"strconv.Itoa", number(10)},
		{"strconv.FormatInt", number(36)},
		{"strconv.FormatUint", func(s string) string { return strconv.FormatUint(uint64(len(s)), 36) }},
		{"strconv.FormatBool", func(s string) string { return strconv.FormatBool(s < "x") }},
		{"strconv.Quote", strconv.Quote},
		{"strconv.QuoteToGraphic", strconv.QuoteToGraphic},
		{"strconv.QuoteToASCII", strconv.QuoteToASCII},
		{"strconv.QuoteRune", func(s string) string { return strconv.QuoteRune([]rune(s + "\x00")[0]) }},
		{"strconv.QuoteRuneToGraphic", func(s string) string { return strconv.QuoteRuneToGraphic([]rune(s + "\x00")[0]) }},
		{"strconv.QuoteRuneToASCII", func(s string) string { return strconv.QuoteRuneToASCII([]rune(s + "\x00")[0]) }},
		{"encoding/hex.EncodeToString", func(s string) string { return hex.EncodeToString([]byte(s)) }},
		{"encoding/base64.StdEncoding", encode(base64.StdEncoding)},
		{"encoding/base64.RawStdEncoding", encode(base64.RawStdEncoding)},
		{"encoding/base64.URLEncoding", encode(base64.URLEncoding)},
		{"encoding/base64.RawURLEncoding", encode(base64.RawURLEncoding)},
		{"html.EscapeString", html.EscapeString},
		{"strings.ToLower", strings.ToLower},
		{"strings.ToUpper", strings.ToUpper},
	} {
		t.Run(tc.name, func(t *testing.T) {
			free, nonEmpty := textfn.FreeOf(tc.name)
			if free == "" {
				t.Fatal("nothing is known")
			}
			var bad [256]bool
			for _, c := range []byte(free) {
				bad[c] = true
			}
			check := func(s string) {
				out := tc.fn(s)
				if nonEmpty && out == "" {
					t.Fatalf("%q is empty", s)
				}
				for _, c := range []byte(out) {
					if bad[c] {
						t.Fatalf("%q becomes %q, which has %q", s, out, c)
					}
				}
			}
			check("")
			for c := range 256 {
				check(string([]byte{byte(c)}))
				check(string([]byte{'a', byte(c), 'b', 0xff}))
			}
			for r := range rune(unicode.MaxRune + 1) {
				check(string(r))
			}
		})
	}
	if free, nonEmpty := textfn.FreeOf("strings.Repeat"); free != "" || nonEmpty {
		t.Errorf("something is known of any text: %q, %t", free, nonEmpty)
	}
}
