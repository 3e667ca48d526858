package integration

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/npm"
)

// multitool installs Microsoft's validator of SARIF, and returns the command.
func multitool(t *testing.T) string {
	t.Helper()
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("the validator is installed for Linux on amd64 only")
	}
	const manifest = `{"name": "captoken-sarif", "private": true, "dependencies": {"@microsoft/sarif-multitool": "5.7.0"}}`
	dir, err := npm.Install(t.Context(), "captoken-sarif", map[string][]byte{"package.json": []byte(manifest)})
	if errors.Is(err, npm.ErrNoNode) && os.Getenv("CI") == "" {
		t.Skipf("%v: the SARIF is not validated", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	exe := filepath.Join(dir, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
	if err := os.Chmod(exe, 0o755); err != nil {
		t.Fatal(err)
	}
	return exe
}

// TestSARIF has the SARIF of the demo, and of code with other characters in it, validated.
func TestSARIF(t *testing.T) {
	t.Parallel()
	exe, validator := build(t), multitool(t)
	odd := strings.Replace(handmade, `"scope:client:incoming?clientName=" + user`, `"scope:client:incoming?clientName=" + user + "𝄞é"`, 1)
	odd = strings.Replace(odd, "return jwt", "/* 𝄞é */ return jwt", 1)
	for name, dir := range map[string]string{"demo": demoDir, "odd": phoneModule(t, map[string]string{"phone/phone.go": odd})} {
		t.Run(name, func(t *testing.T) {
			status, log, stderr := run(t, dir, exe, "-format=sarif", "./...")
			if status != 3 || stderr != "" {
				t.Fatalf("exit status %d, want 3\n%s", status, stderr)
			}
			file := filepath.Join(t.TempDir(), "captoken.sarif")
			write(t, file, []byte(log))
			out, err := exec.Command(validator, "validate", file, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning").CombinedOutput()
			if err != nil || !strings.Contains(string(out), "Analysis completed successfully") {
				t.Fatalf("the validator fails: %v\n%s", err, out)
			}
			if complaints := regexp.MustCompile(`(?m)^.*: (error|warning) .*$`).FindAllString(string(out), -1); len(complaints) > 0 {
				t.Errorf("the validator complains:\n%s", strings.Join(complaints, "\n"))
			}
		})
	}
}

// sarifResults are the members of SARIF that the tests below look at.
type sarifResults struct {
	Runs []struct {
		Results []struct {
			RuleID    string
			Locations []struct {
				PhysicalLocation struct {
					Region struct{ StartLine, StartColumn int }
				}
			}
			PartialFingerprints map[string]string
		}
	}
}

func sarifOf(t *testing.T, exe, dir string) sarifResults {
	t.Helper()
	_, log, _ := run(t, dir, exe, "-format=sarif", "./...")
	var parsed sarifResults
	if err := json.Unmarshal([]byte(log), &parsed); err != nil || len(parsed.Runs) != 1 {
		t.Fatalf("%v\n%s", err, log)
	}
	return parsed
}

// TestSARIFPositions counts columns in UTF-16 code units, and recognises findings where they have moved.
func TestSARIFPositions(t *testing.T) {
	t.Parallel()
	exe := build(t)
	odd := strings.Replace(handmade, "return jwt", "/* 𝄞é */ return jwt", 1)
	moved := strings.Replace(odd, "func token", "// A comment.\nvar x = 1\n\nfunc token", 1)
	before := sarifOf(t, exe, phoneModule(t, map[string]string{"phone/phone.go": odd}))
	after := sarifOf(t, exe, phoneModule(t, map[string]string{"phone/phone.go": moved}))
	results, again := before.Runs[0].Results, after.Runs[0].Results
	if len(results) != 2 || len(again) != 2 {
		t.Fatalf("%d and %d results, want 2 each", len(results), len(again))
	}
	// A tab, the comment with 𝄞, which is two code units, a space, and what there was in front of the claims.
	want := 1 + len("\t/* ..e */ return jwt.NewWithClaims(jwt.SigningMethodHS256, ")
	if column := results[0].Locations[0].PhysicalLocation.Region.StartColumn; column != want {
		t.Errorf("column %d, want %d", column, want)
	}
	for i := range results {
		if a, b := results[i].Locations[0].PhysicalLocation.Region.StartLine, again[i].Locations[0].PhysicalLocation.Region.StartLine; b != a+3 {
			t.Errorf("%s: line %d has become %d, want 3 more", results[i].RuleID, a, b)
		}
		if a, b := results[i].PartialFingerprints["captoken/v1"], again[i].PartialFingerprints["captoken/v1"]; a != b || a == "" {
			t.Errorf("%s: fingerprint %q has become %q", results[i].RuleID, a, b)
		}
	}
	if results[0].PartialFingerprints["captoken/v1"] == results[1].PartialFingerprints["captoken/v1"] {
		t.Error("two findings have one fingerprint")
	}
}
