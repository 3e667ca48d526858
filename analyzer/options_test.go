package analyzer_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/analyzer"
)

func TestOptionsValidate(t *testing.T) {
	for _, tc := range []struct {
		name string
		opts analyzer.Options
		want []string // parts of the error; none if the options are right
	}{
		{"the defaults", analyzer.Options{}, nil},
		{"an identity that is a variable", analyzer.Options{Identity: "name"}, nil},
		{"an identity that is a field", analyzer.Options{Identity: "user.ID"}, nil},
		{"an identity that is a constant", analyzer.Options{Identity: `"lobby"`}, nil},
		{"an identity that is a call", analyzer.Options{Identity: `identity(r.Context())`}, nil},
		{"a builder", analyzer.Options{Builder: "golang-jwt"}, nil},
		{"names of variables", analyzer.Options{APIKeyEnv: "KEY_1", APISecretEnv: "secret"}, nil},
		{"a region", analyzer.Options{Region: "ie1"}, nil},
		{"a region, of the builder that can set it", analyzer.Options{Region: "au1", Builder: "twilio-go"}, nil},
		{"a region, of a builder that can't set it", analyzer.Options{Region: "ie1", Builder: "kevinburke"}, []string{"-region=ie1", "twilio-go"}},
		{"a region that is none", analyzer.Options{Region: "Dublin"}, []string{"-region=Dublin", "ie1"}},
		{"a builder that does not exist", analyzer.Options{Builder: "npm"}, []string{"-builder=npm", "auto", "kevinburke", "twilio-go", "golang-jwt"}},
		{"a name that is no name", analyzer.Options{APIKeyEnv: "API KEY"}, []string{"-api-key-env=API KEY"}},
		{"another name that is no name", analyzer.Options{APISecretEnv: "1"}, []string{"-api-secret-env=1"}},
		{"one name for both", analyzer.Options{APIKeyEnv: "KEY", APISecretEnv: "KEY"}, []string{"-api-secret-env=KEY", "another"}},
		{"an identity that is no Go", analyzer.Options{Identity: "the user"}, []string{"-identity=the user", "Go expression"}},
		{"an identity that is a statement", analyzer.Options{Identity: "x := 1"}, []string{"-identity=x := 1", "Go expression"}},
		{"an identity that lacks a quote", analyzer.Options{Identity: `"lobby`}, []string{`-identity="lobby`, "Go expression"}},
		{"an identity that is not finished", analyzer.Options{Identity: "f("}, []string{"-identity=f(", "Go expression"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := tc.opts.Validate()
			if tc.want == nil {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil {
				t.Fatal("no error")
			}
			for _, part := range tc.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error is %q, want %q in it", err, part)
				}
			}
		})
	}
}

// nameless makes one token without a client name and one with.
const nameless = head + `
func f(sid, token string) (string, error) {
	c := twilioclient.NewCapability(sid, token)
	c.AllowClientOutgoing("AP1", nil)
	return c.GenerateToken(time.Hour)
}

func g(sid, token, name string) (string, error) {
	c := twilioclient.NewCapability(sid, token)
	c.AllowClientIncoming(name)
	return c.GenerateToken(time.Hour)
}
`

// identities runs an analyzer over nameless, and answers the identities of
// the two tokens, and whether each lacks one.
func identities(t *testing.T, a *analysis.Analyzer) string {
	t.Helper()
	u, err := check(map[string]string{"nameless.go": nameless})
	if err != nil {
		t.Fatal(err)
	}
	messages, err := u.analyze(a)
	if err != nil {
		t.Fatal(err)
	}
	words := make([]string, len(messages))
	for i, m := range messages {
		_, rest, _ := strings.Cut(m, ", identity=")
		words[i], _, _ = strings.Cut(rest, ", ")
		if strings.Contains(m, "identity-missing") {
			words[i] += " missing"
		}
	}
	return strings.Join(words, "; ")
}

// The developer's word on the identity is taken where the code has no name.
func TestIdentity(t *testing.T) {
	for _, tc := range []struct {
		name string
		opts analyzer.Options
		flag string // "" leaves the flag alone
		want string
	}{
		{"neither option nor flag", analyzer.Options{}, "", "(required) missing; name"},
		{"an option", analyzer.Options{Identity: "user.ID"}, "", "user.ID; name"},
		{"a flag", analyzer.Options{}, `"lobby"`, `"lobby"; name`},
		{"a flag in place of an option", analyzer.Options{Identity: "user.ID"}, `"lobby"`, `"lobby"; name`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := analyzer.New(tc.opts)
			if tc.flag != "" {
				if err := a.Flags.Set("identity", tc.flag); err != nil {
					t.Fatal(err)
				}
			}
			if got := identities(t, a); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// Options that are wrong stop the analyzer, in whichever way they came.
func TestWrongOptions(t *testing.T) {
	u, err := check(map[string]string{"nameless.go": nameless})
	if err != nil {
		t.Fatal(err)
	}
	byOption := analyzer.New(analyzer.Options{Identity: "the user"})
	byFlag := analyzer.New(analyzer.Options{})
	if err := byFlag.Flags.Set("identity", "the user"); err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*analysis.Analyzer{"by option": byOption, "by flag": byFlag} {
		t.Run(name, func(t *testing.T) {
			messages, err := u.analyze(a)
			if err == nil || !strings.Contains(err.Error(), "-identity=the user") {
				t.Errorf("error is %v, want one about -identity", err)
			}
			if len(messages) > 0 {
				t.Errorf("reported all the same: %q", messages)
			}
		})
	}
}

// Two analyzers in one program have flags of their own, and so has the
// variable that drivers name.
func TestNewTwice(t *testing.T) {
	first, second := analyzer.New(analyzer.Options{}), analyzer.New(analyzer.Options{})
	if err := first.Flags.Set("identity", "user.ID"); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		a    *analysis.Analyzer
		want string
	}{
		{"the one whose flag was set", first, "user.ID; name"},
		{"the other", second, "(required) missing; name"},
		{"the variable", analyzer.Analyzer, "(required) missing; name"},
	} {
		if got := identities(t, tc.a); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.want)
		}
	}
}

// TestAnalyzer holds the analyzer to what drivers and their users rely on.
func TestAnalyzer(t *testing.T) {
	a := analyzer.Analyzer
	if err := analysis.Validate([]*analysis.Analyzer{a, analyzer.New(analyzer.Options{})}); err != nil {
		t.Error(err)
	}
	if a.Name != "captoken" {
		t.Errorf("the name is %q", a.Name)
	}
	// A driver puts the name in front of the title.
	if title, _, ok := strings.Cut(a.Doc, "\n\n"); !ok || title != "report Twilio Capability Tokens and the Access Tokens they need" {
		t.Errorf("the title of the documentation is %q", title)
	}
	if a.Flags.Lookup("identity") == nil {
		t.Error("no flag -identity")
	}
	if len(a.FactTypes) > 0 {
		t.Error("facts make drivers analyze all dependencies")
	}
	if !a.RunDespiteErrors {
		t.Error("does not run on code with type errors")
	}
}
