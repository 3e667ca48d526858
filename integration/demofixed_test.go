package integration

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/proof"
)

// twilioGo is the module that the demo does not require, and some fixes do.
const twilioGo = "github.com/twilio/twilio-go"

// TestDemoFixed fixes the demo as a user would, and holds the result to what the README promises: it needs no module
// that no finding names, builds, and passes its own tests, which know both kinds of token.
func TestDemoFixed(t *testing.T) {
	t.Parallel()
	exe := build(t)
	for _, way := range []struct {
		flags []string
		needs int      // how many findings say that their fix needs twilio-go
		left  []string // why findings have no fix, in the order of the files
	}{
		{nil, 1, []string{"identity-missing"}},
		{[]string{`-identity="lobby"`}, 1, nil},
		{[]string{"-builder=twilio-go", `-identity="lobby"`}, 4, nil},
		{[]string{"-builder=golang-jwt"}, 0, []string{"builder", "builder", "identity-missing"}},
	} {
		t.Run(strings.Join(append([]string{"-fix"}, way.flags...), " "), func(t *testing.T) {
			t.Parallel()
			dir, before := copyDemo(t)
			findings := demoFindings(t, exe, dir, way.flags)
			withheld := unfixable(findings)
			if codes := codesOf(withheld); !reflect.DeepEqual(codes, way.left) {
				t.Errorf("before the fix, there is no fix because of %q, want %q", codes, way.left)
			}
			const hint = "; the fix needs: go get "
			needs := 0
			for _, f := range findings {
				switch _, module, found := strings.Cut(f.Message, hint); {
				case found && module == twilioGo:
					needs++
				case found:
					t.Errorf("%s: the fix is said to need %s, want %s or nothing", f, module, twilioGo)
				}
			}
			if needs != way.needs {
				t.Errorf("before the fix, %d findings say %q, want %d", needs, hint+twilioGo, way.needs)
			}

			fixDemo(t, exe, dir, way.flags)
			if needs > 0 {
				getTwilioGo(t, dir)
			}
			checkGo(t, dir, "build", "./...") // before go mod tidy, which would add whatever else the fixes need
			runGo(t, dir, "mod", "tidy")
			for _, args := range [][]string{{"build", "./..."}, {"vet", "./..."}, {"test", "-count=1", "./..."}} {
				checkGo(t, dir, args[0], args[1:]...)
			}

			fixed := readTree(t, dir)
			for _, complaint := range fixed.CheckFormat(before.Changed(fixed)) {
				t.Errorf("after the fix, %s", complaint)
			}
			// A token without a fix is not touched by the fixes around it: only its line may be another.
			left := demoFindings(t, exe, dir, way.flags)
			if got, want := withoutLines(left), withoutLines(withheld); !reflect.DeepEqual(got, want) {
				t.Errorf("after the fix, the findings are\n\t%s\nwant those that had no fix:\n\t%s",
					strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			}
			fixDemo(t, exe, dir, way.flags)
			if changed := fixed.Changed(readTree(t, dir)); len(changed) > 0 {
				t.Errorf("a second -fix has changed %s, want no change", changed)
			}
		})
	}
}

// wrongDemos are errors in the fixed demo, and what its tests say about each.
var wrongDemos = []struct{ name, file, old, wrong, want string }{
	{"ttl lowered", "agentphone/agentphone.go", "8*time.Hour", "8*time.Minute", "token lives for 8m0s, want 8h0m0s"},
	{"ttl raised to an hour", "kiosk/kiosk.go", "ValidUntil:    float64(now.Add(ttl).Unix())", "Ttl: float64(now.Add(ttl).Unix()-now.Unix())",
		"token lives for 1h0m0s, want 10m0s"},
	{"incoming disabled", "kiosk/kiosk.go", "Allow: true", "Allow: false", "token allows {name:kiosk_12 incoming:false"},
	{"identity changed", "agentphone/agentphone.go", ", name, ttl)", `, "client:"+name, ttl)`, "token allows {name:client:bob_s"},
	{"params dropped", "agentphone/agentphone.go", `map[string]interface{}{"queue": queue}`, "nil", "token allows {name:alice"},
	{"application dropped", "kiosk/kiosk.go", "ApplicationSid: appSID", "", "token allows {name:kiosk_12"},
	{"auth token as secret", "agentphone/agentphone.go", `os.Getenv("TWILIO_API_SECRET"), name, ttl`, "p.AuthToken, name, ttl",
		"token is not signed with the right key"},
}

// TestDemoCatchesWrongTokens shows that the demo's tests, which pass before and after the fix, can fail after it.
func TestDemoCatchesWrongTokens(t *testing.T) {
	t.Parallel()
	dir, _ := copyDemo(t)
	fixDemo(t, build(t), dir, nil)
	getTwilioGo(t, dir)
	for _, demo := range wrongDemos {
		t.Run(demo.name, func(t *testing.T) {
			name := filepath.Join(dir, filepath.FromSlash(demo.file))
			right, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			wrong := strings.Replace(string(right), demo.old, demo.wrong, 1)
			if wrong == string(right) {
				t.Fatalf("%q is not in the fixed %s:\n%s", demo.old, demo.file, right)
			}
			write(t, name, []byte(wrong))
			defer write(t, name, right)
			if status, output, _ := run(t, dir, "go", "test", "-count=1", "./..."); status == 0 || !strings.Contains(output, demo.want) {
				t.Errorf("go test in the demo: exit status %d, want a failure that says %q\n%s", status, demo.want, output)
			}
		})
	}
}

// copyDemo copies the demo, and returns the folder of the copy and its files.
func copyDemo(t *testing.T) (dir string, files proof.Tree) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "callcentre")
	copyDir(t, demoDir, dir)
	return dir, readTree(t, dir)
}

func readTree(t *testing.T, dir string) proof.Tree {
	t.Helper()
	files, err := proof.ReadTree(dir)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// fixDemo runs the command with -fix. It says what it fixed, and exits with 3 if something is left.
func fixDemo(t *testing.T, exe, dir string, flags []string) {
	t.Helper()
	args := append([]string{"-fix"}, flags...)
	status, stdout, stderr := run(t, dir, exe, append(args, "./...")...)
	want := 0
	if strings.Contains(stderr, "no fix: ") {
		want = 3
	}
	if status != want || stdout != "" || stderr != "" && !strings.Contains(stderr, " findings\n") {
		t.Fatalf("captoken %s: exit status %d, want %d, and how many findings were fixed\n%s%s", strings.Join(args, " "), status, want, stdout, stderr)
	}
}

// getTwilioGo runs the go get that findings ask for. The version is the one that the other tests use as well: the
// latest one may be another tomorrow.
func getTwilioGo(t *testing.T, dir string) {
	t.Helper()
	status, stdout, stderr := run(t, realDir, "go", "list", "-m", "-f", "{{.Path}}@{{.Version}}", twilioGo)
	if status != 0 {
		t.Fatal(stderr)
	}
	runGo(t, dir, "get", strings.TrimSpace(stdout))
}

// checkGo expects a go command to succeed in the fixed demo, with its go.mod as it is.
func checkGo(t *testing.T, dir, command string, args ...string) {
	t.Helper()
	args = append([]string{command, "-mod=readonly"}, args...)
	if status, stdout, stderr := run(t, dir, "go", args...); status != 0 {
		t.Fatalf("after the fix, go %s: exit status %d, want 0\n%s%s", strings.Join(args, " "), status, stdout, stderr)
	}
}

func demoFindings(t *testing.T, exe, dir string, flags []string) []proof.Finding {
	t.Helper()
	findings, err := proof.Captoken{Path: exe, Flags: flags}.Findings(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func unfixable(findings []proof.Finding) (withheld []proof.Finding) {
	for _, f := range findings {
		if !f.Fixable {
			withheld = append(withheld, f)
		}
	}
	return withheld
}

func codesOf(findings []proof.Finding) (codes []string) {
	for _, f := range findings {
		codes = append(codes, f.Code())
	}
	return codes
}

// withoutLines describes findings by what a change above them does not change.
func withoutLines(findings []proof.Finding) (texts []string) {
	for _, f := range findings {
		texts = append(texts, f.Package+"/"+f.File+": "+f.Message)
	}
	return texts
}
