package integration

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAction runs the script of the action as a GitHub runner does, with the released version.
func TestAction(t *testing.T) {
	t.Parallel()
	action, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, script, ok := strings.Cut(string(action), "\n      run: |\n")
	if !ok {
		t.Fatal("action.yml has no script")
	}
	script = strings.ReplaceAll(script, "\n        ", "\n")
	demo, _ := copyDemo(t)
	runner := t.TempDir()
	log := filepath.Join(runner, "captoken.sarif")
	for _, tc := range []struct {
		name   string
		env    []string
		status int
		want   string
	}{
		{"annotations", []string{"CAPTOKEN_FORMAT=github", "CAPTOKEN_ARGS=-taskrouter -test=false", "CAPTOKEN_PACKAGES=./kiosk ./voice"}, 3, "::warning file=kiosk/kiosk.go,line=26,"},
		{"a file", []string{"CAPTOKEN_FORMAT=sarif", "CAPTOKEN_OUTPUT=" + log, "CAPTOKEN_PACKAGES=./..."}, 3, ""},
		{"nothing found", []string{"CAPTOKEN_FORMAT=github", "CAPTOKEN_PACKAGES=./voice"}, 0, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			env := append(releasedEnv(t), "RUNNER_TEMP="+runner, "CAPTOKEN_VERSION="+released)
			status, stdout, stderr := in(t, demo, append(env, tc.env...), "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
			if status != tc.status || !strings.Contains(stdout, tc.want) {
				t.Errorf("exit status %d, want %d and %q\n%s%s", status, tc.status, tc.want, stdout, stderr)
			}
		})
	}
	if data, err := os.ReadFile(log); err != nil || !strings.Contains(string(data), `"version": "2.1.0"`) {
		t.Errorf("no SARIF in the file (%v)\n%s", err, data)
	}
}
