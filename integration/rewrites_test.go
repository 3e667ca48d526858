package integration

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/npm"
	"github.com/captoken/captoken/integration/internal/proof"
	"github.com/captoken/captoken/integration/oracle"
)

// wrongRewrites are errors in the right rewrite of testdata/rewrites, and what is said about each.
var wrongRewrites = []struct{ name, old, wrong, want string }{
	{"ttl raised to an hour", "ValidUntil:    float64(time.Now().Add(10 * time.Minute).Unix())", "Ttl: 600", "lives for 3600 seconds, want 600"},
	{"ttl lowered", "10 * time.Minute", "time.Minute", "lives for 60 seconds, want 600"},
	{"ttl of another unit", "now.Add(ttl)", "now.Add(ttl / 60)", "lives for 10 seconds, want 600"},
	{"ttl constant", "now.Add(ttl)", "now.Add(10 * time.Minute)", "lives for 600 seconds, want 7200"},
	{"incoming disabled", "Allow: true", "Allow: false", "incoming allow is false, want true"},
	{"incoming enabled", `"outgoing": map[string]interface{}{`, `"incoming": map[string]bool{"allow": true}, "outgoing": map[string]interface{}{`,
		"incoming allow is true, want false"},
	{"application dropped", "ApplicationSid: appSid, ", "", "outgoing application_sid is absent"},
	{"application changed", `"application_sid": appSid`, `"application_sid": accountSid`, "outgoing application_sid is "},
	{"params dropped", ", ApplicationParams: applicationParams", "", `outgoing params "a key" is absent`},
	{"params escaped", "applicationParams[key] = value", `applicationParams[key] = fmt.Sprintf("%x", value)`, `outgoing params "a key" is `},
	{"params as one", "applicationParams[key] = value", `applicationParams["params"] = key + value`, `params "params" is `},
	{"identity dropped", `"identity": name,`, "", "identity is absent"},
	{"identity changed", "Identity:      name", `Identity: "client:" + name`, `identity is "client:alice", want "alice"`},
	{"identity escaped", `"identity": name`, `"identity": fmt.Sprintf("%q", name)`, `want "alice"`},
	{"auth token as secret", `Secret:        os.Getenv("TWILIO_API_SECRET")`, "Secret: authToken", "the access token is signed with the auth token"},
	{"auth token as key", `[]byte(os.Getenv("TWILIO_API_SECRET"))`, "[]byte(authToken)", "the access token is signed with the auth token"},
	{"account as issuer", `"iss": apiKeySid`, `"iss": accountSid`, "iss is "},
	{"subject dropped", `"sub": accountSid,`, "", "sub is absent"},
	{"content type dropped", `token.Header["cty"] = "twilio-fpa;v=1"`, "", "header cty is absent"},
	{"region", "Identity:      name", `Identity: name, Region: "ie1"`, `header twr is "ie1"`},
	{"endpoint", "Incoming: jwt", `EndpointID: "e", Incoming: jwt`, "voice endpoint_id is "},
	{"not yet valid", "Identity:      name", "Identity: name, Nbf: float64(time.Now().Add(time.Hour).Unix())", "nbf is "},
	{"not compiling", "Identity:      name", "Identity: nobody", "undefined: nobody"},
	{"an error more", "return accessToken.ToJwt()", `return "", fmt.Errorf("no token")`, "1 tokens before the fix, 0 after it"},
	{"a panic", `return token.SignedString([]byte(os.Getenv("TWILIO_API_SECRET")))`, `panic("no token")`, "0 after it; panic: no token"},
}

// TestWrongRewritesAreCaught shows that the proof can fail. A right rewrite of two functions is proven, and errors in it
// are caught, each by what it does to the tokens.
func TestWrongRewritesAreCaught(t *testing.T) {
	t.Parallel()
	dir := casesGoMod(t)
	before, after := readRewrite(t, "before.txt"), readRewrite(t, "after.txt")
	fixed := filepath.Join(t.TempDir(), "fixed")
	add := func(name, after string) {
		for folder, source := range map[string]string{dir: before, fixed: after} {
			mkdir(t, filepath.Join(folder, name))
			write(t, filepath.Join(folder, name, "rewrite.go"), []byte(source))
		}
	}
	copyDir(t, dir, fixed)
	add("right", after)
	for i, rewrite := range wrongRewrites {
		wrong := strings.Replace(after, rewrite.old, rewrite.wrong, 1)
		if wrong == after {
			t.Fatalf("%s: %q is not in the right rewrite", rewrite.name, rewrite.old)
		}
		add(fmt.Sprintf("wrong%02d", i), wrong)
	}

	module := &proof.Module{Path: casesPath, Dir: dir, Captoken: build(t), Ask: askOracle(t)}
	if err := module.Run(t.Context(), filepath.Join(t.TempDir(), "before")); err != nil {
		t.Fatal(err)
	}
	findings, err := proof.Captoken{Path: module.Captoken}.Findings(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range findings {
		findings[i].Fixable = true // by hand
	}
	report, err := module.Judge(t.Context(), proof.Variant{}, findings, fixed)
	if err != nil {
		t.Fatal(err)
	}
	if want := 2 * (1 + len(wrongRewrites)); len(report.Verdicts) != want || len(report.Wrong) != 0 {
		t.Errorf("%d verdicts, want %d; besides: %q", len(report.Verdicts), want, report.Wrong)
	}
	reasons := make(map[string]string) // by package
	for _, verdict := range report.Verdicts {
		pkg := verdict.Finding.Package
		switch verdict.Outcome {
		case proof.Wrong:
			reasons[pkg] += strings.Join(verdict.Reasons, "\n")
		case proof.NotRun:
			t.Errorf("%s: not run: %s", verdict.Finding, verdict.Reasons)
		}
	}
	if reason := reasons[casesPath+"/right"]; reason != "" {
		t.Errorf("the right rewrite is said to be wrong: %s", reason)
	}
	for i, rewrite := range wrongRewrites {
		if reason := reasons[fmt.Sprintf("%s/wrong%02d", casesPath, i)]; !strings.Contains(reason, rewrite.want) {
			t.Errorf("%s: said to be %q, want %q", rewrite.name, reason, rewrite.want)
		}
	}
}

func readRewrite(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "rewrites", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func mkdir(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
}

// askOracle returns the official library's answers. A test that needs them is skipped on a machine without Node.js,
// unless the machine's task is to run all tests.
func askOracle(t *testing.T) func([]oracle.Parameters) ([]oracle.Answer, error) {
	t.Helper()
	library, err := oracle.New(t.Context())
	if errors.Is(err, npm.ErrNoNode) && os.Getenv("CI") == "" {
		t.Skip("skipped: the official library, which the tokens are compared with, needs Node.js: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(questions []oracle.Parameters) ([]oracle.Answer, error) {
		return library.Ask(t.Context(), questions)
	}
}
