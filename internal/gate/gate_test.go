package gate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/gate"
	"github.com/captoken/captoken/internal/knowledge"
)

const (
	shut = iota
	unsure
	open
)

func verdict(v gate.Verdict) int {
	switch {
	case v.Open:
		return open
	case v.Unsure():
		return unsure
	}
	return shut
}

func TestJudge(t *testing.T) {
	const jwt = "package p\nimport \"github.com/golang-jwt/jwt/v5\"\n"
	for _, tc := range []struct {
		name  string
		files []string
		want  int
	}{
		{"nothing", []string{"package p\n"}, shut},
		{"no files", nil, shut},
		{"an empty file", []string{""}, shut},

		{"a library", []string{"package p\nimport \"github.com/kevinburke/twilio-go/twilioclient\"\n"}, open},
		{"another major version", []string{"package p\nimport \"github.com/kevinburke/twilio-go/v9/twilioclient\"\n"}, open},
		{"a fork in other letters", []string{"package p\nimport \"example.com/fork/TwilioGO\"\n"}, open},
		{"a name", []string{"package p\nimport tc \"example.com/twilioclient\"\n"}, open},
		{"a dot", []string{"package p\nimport . \"example.com/twilioclient\"\n"}, open},
		{"a raw string", []string{"package p\nimport `example.com/twilioclient`\n"}, open},
		{"escapes", []string{`package p; import "example.com/\x74wilio\u0063lient"`}, open},
		{"no line break", []string{`package p; import("fmt";"example.com/twilioclient");var x=1`}, open},
		{"Windows", []string{"package p\r\nimport (\r\n\t\"example.com/twilioclient\"\r\n)\r\n"}, open},
		{"a comment behind it", []string{"package p\nimport \"example.com/twilioclient\" // why\n"}, open},
		{"a comment with quotes before it", []string{"package p // \"\nimport \"example.com/twilioclient\"\n"}, open},
		{"a comment with a backquote before it", []string{"package p // don`t\nimport `example.com/twilioclient`\n"}, open},
		{"the end of the file", []string{"package p\nimport \"example.com/twilioclient\""}, open},
		{"another file", []string{"package p\n", "package p\nimport \"example.com/twilioclient\"\n"}, open},
		{"a longer element", []string{"package p\nimport \"example.com/mytwilioclient\"\n"}, shut},
		{"an element more", []string{"package p\nimport \"example.com/twilioclient/x\"\n"}, shut},
		{"no import", []string{"package p\nvar list = []string{\"example.com/twilioclient\", \"x\"}\n"}, shut},
		{"an argument", []string{"package p\nvar x = f(\"token\") + f(a, \"token\")\n"}, shut},
		{"a result", []string{"package p\nfunc f() string {\n\treturn \"token\"\n}\n"}, shut},
		{"an import, a list", []string{"package p; import (\"token\")"}, open},
		{"blank", []string{"package p\nimport (\n\t\"fmt\" // a, b,\n\t_ \"x/token\"\n)\n"}, open},
		{"another alphabet", []string{"package p\nimport знак \"x/token\"\n"}, open},
		{"a comment before it", []string{"package p\nimport /* a, */ \"x/token\"\n"}, open},
		{"a line break before the list", []string{"package p\nimport\n(\"x/token\"\n)"}, open},
		{"a comment before the list", []string{"package p\nimport /* a, */ (\"x/token\"\n)"}, open},
		{"a comment", []string{"package p\n// See example.com/twilioclient.\n"}, shut},
		{"broken code", []string{"package p\nimport \"example.com/twilioclient\"\nfunc {{{"}, open},
		{"no token of Twilio", []string{"package p\nimport \"go/token\"\n"}, shut},
		{"a token of somebody", []string{"package p\nimport \"example.com/token\"\n"}, open},

		{"a method of what another package hands out", []string{"package p\nimport \"example.com/clients\"\nvar c = clients.Twilio().NewCapability()\n"}, open},
		{"with blanks", []string{"package p\nvar c = x.\n\tNewCapability  ()\n"}, open},
		{"in parentheses", []string{"package p\nvar c = (x.NewCapability)()\n"}, open},
		{"as a value", []string{"package p\nvar make = x.NewCapability\n"}, open},
		{"on another line", []string{"package p\nvar c = x.\n\n\tNewCapability()\n"}, open},
		{"behind a comment", []string{"package p\nvar c = x. /* as before */ NewCapability()\n"}, open},
		{"behind a line's comment", []string{"package p\nvar c = x. // the main account\n\tNewCapability()\n"}, open},
		{"behind lines of comments", []string{"package p\nvar c = x.\r\n\t// the main account\r\n\t// as before\r\n\r\n\tNewCapability()\r\n"}, open},
		{"on a line of its own", []string{"package p\ntype x interface {\n\tA()\n\tNewCapability()\n}\n"}, shut},
		{"with a comment", []string{"package p\nvar c = x.NewCapability /* now */ ()\n"}, open},
		{"only the word", []string{"package p\n// NewCapability is what we don't use.\n"}, shut},
		{"a word, and then the call", []string{"package p\n// NewCapability is what we use.\nvar c = x.NewCapability()\n"}, open},

		{"a JWT library", []string{jwt}, unsure},
		{"a JWT library and a scope", []string{jwt + "var claims = jwt.MapClaims{\"scope\": s}\n"}, open},
		{"in capitals", []string{jwt + "var s = os.Getenv(\"TWILIO_AUTH_TOKEN\")\n"}, open},
		{"in another file", []string{"package p\ntype C struct{ Scope string `json:\"scope\"` }\n", jwt}, open},
		{"a scope of something else", []string{"package p\ntype C struct{ Scope string } // scope\n", jwt}, unsure},
		{"in broken code", []string{jwt + "func {{{ /* */ ] \"scope"}, open},
		{"a scope without a library", []string{"package p\nvar scope = \"scope:client:incoming\"\n"}, open},
		{"a token that another package made", []string{"package p\nvar s, err = x.Token().SignedString(os.Getenv(\"TWILIO_AUTH_TOKEN\"))\n"}, open},
		{"a token of nobody's", []string{"package p\nvar s, err = x.Token().SignedString(key)\n"}, unsure},
		{"a carriage return", []string{jwt + "var claims = jwt.MapClaims{`sco\rpe`: s}\r\n"}, open},
		{"HMAC", []string{"package p\nimport \"crypto/hmac\"\n"}, unsure},
		{"HMAC and Twilio", []string{"package p\nimport \"crypto/hmac\"\n", "package p // for Twilio\n"}, open},
		{"an HMAC that another package made", []string{"package p\nimport \"hash\"\nvar m = map[string]string{\"scope\": \"scope:client:incoming\"}\n"}, open},
		{"another hash", []string{"package p\nimport \"hash\"\n// scope, twilio\n"}, shut},

		{"an encoder", []string{"package p\nvar t = x.Sign(map[string]any{\"scope\": \"scope:client:incoming?clientName=\" + n})\n"}, open},
		{"a struct tag", []string{"package p\ntype C struct { Scope string `json:\"scope,omitempty\"` }\nvar s = `scope:CLIENT:INCOMING`\n"}, open},
		{"JSON", []string{"package p\nvar s = \"{\\\"scope\\\":\\\"scope:client:outgoing\\\"}\"\n"}, open},
		{"a word that is no text", []string{"package p\nvar m = map[string]string{\"scope\": outgoing()} // outgoing\n"}, unsure},
		{"a scope of something", []string{"package p\nvar m = map[string]string{\"scope\": \"openid\"}\n"}, unsure},
		{"a scope in words", []string{"package p\n// scope:client:incoming\n"}, shut},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var files [][]byte
			for _, src := range tc.files {
				files = append(files, []byte(src))
			}
			if got := verdict(gate.New().Judge("example.com/p", files)); got != tc.want {
				t.Errorf("got %d, want %d", got, tc.want)
			}
		})
	}
}

// TestJudgeLibrary judges the libraries themselves, which don't import what
// they are.
func TestJudgeLibrary(t *testing.T) {
	for _, path := range []string{"github.com/kevinburke/twilio-go/twilioclient", "example.com/x/vendor/example.com/twilioclient"} {
		if !gate.New().Judge(path, [][]byte{[]byte("package p\n")}).Open {
			t.Errorf("%s: shut", path)
		}
	}
}

func TestOpens(t *testing.T) {
	g := gate.New()
	hmac := g.Judge("example.com/p", [][]byte{[]byte("package p\nimport \"crypto/hmac\"\n")})
	for text, want := range map[string]bool{
		"":                        false,
		"package config // scope": false,
		"const Claim = \"scope\"": true,
		"const (\n\tA = 1\n\t// a scope\n\tClaim, B = (`Scope`), 2\n)":            true,
		"func f() { const claim = \"scope\" }":                                    true, // nobody can use it, but who knows
		"const Scope = 1\nvar s = \"scope\"":                                      false,
		"const (\n\tScope = f(1)\n)\n\nvar s = \"scope\"":                         false,
		"var s = \"scope\"\nconst Scope = 1":                                      false,
		"type C struct { Scope string }":                                          false,
		"type C struct { Of string `json:\"scope\"` }":                            true,
		"type C struct { Of string \"json:\\\"scope\\\"\" }":                      true,
		"type Twilio struct { AuthToken string }":                                 true,
		"type C struct { Of string `env:\"TWILIO_AUTH_TOKEN\"` }":                 true,
		"const Incoming = \"client:incoming\"":                                    false,
		"const N, Claim = len([1]func(){func() { const z = 1; _ = z }}), `scope`": true,
		"const Claim = `sco\rpe`":                                                 true,
		"const (\n\tS = `scope":                                                   true, // broken
	} {
		if hmac.Opens(g.Source([][]byte{[]byte(text)})) != want {
			t.Errorf("source %q: got %v, want %v", text, !want, want)
		}
	}
	for text, want := range map[string]bool{
		"import \"C\"\nconst Claim = C.CLAIM":         true,
		"import \"C\"\nconst (\n\tClaim = C.CLAIM\n)": true,
		"import \"C\"\nvar claim = C.f()":             false,
		"const C, D = 1, C":                           false,
	} {
		if got := g.Source([][]byte{[]byte(text)}) == nil; got != want {
			t.Errorf("source %q: can't be told: %v", text, got)
		}
	}
	for data, want := range map[string]bool{
		"":                                false,
		"\x00\x01workspace_sid\x02grants": true,
		"\x05TWILIO":                      true,
		"\x05incoming":                    false,
	} {
		if hmac.Opens(g.Export([]byte(data))) != want {
			t.Errorf("export data %q: got %v, want %v", data, !want, want)
		}
	}
	if g.Judge("example.com/p", nil).Opens(gate.Words{"scope": true, "twilio": true}) {
		t.Error("a package that imports nothing of interest becomes of interest")
	}
}

// TestEveryTable expects that each library opens the gate, or makes it
// unsure, when it is imported.
func TestEveryTable(t *testing.T) {
	for _, n := range knowledge.Needs() {
		if len(n.Paths)+len(n.Texts) == 0 {
			t.Errorf("a table needs nothing: %+v", n)
		}
		for _, word := range slices.Concat(n.Words, n.Mentions) {
			if word != strings.ToLower(word) {
				t.Errorf("%s is not in lower case", word)
			}
		}
		for _, p := range n.Paths {
			path := p.Is + p.Ends
			v := gate.New().Judge("example.com/p", [][]byte{[]byte("package p\n\nimport \"" + path + "\"\n")})
			if verdict(v) == shut {
				t.Errorf("importing %s leaves the gate shut", path)
			}
		}
	}
}

// FuzzJudge expects that what stands around an import does not hide it.
func FuzzJudge(f *testing.F) {
	f.Add("package p\n", "\n")
	f.Add("package p // \"\n", "; var x = `\"`\n")
	f.Add("/* ` */ package p; import \"a\";", ")")
	f.Fuzz(func(t *testing.T, before, after string) {
		src := before + "\nimport \"example.com/twilioclient\"\n" + after
		if !gate.New().Judge("example.com/p", [][]byte{[]byte(src)}).Open {
			t.Errorf("shut for\n%s", src)
		}
	})
}
