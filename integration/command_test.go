package integration

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// build builds the command and returns its path.
func build(t *testing.T) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "captoken")
	if runtime.GOOS == "windows" {
		exe += ".exe"
	}
	cmd := exec.Command("go", "build", "-o", exe, "./cmd/captoken")
	cmd.Dir = ".."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return exe
}

// run runs a command and returns its exit status and what it printed.
func run(t *testing.T, dir, exe string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errout bytes.Buffer
	cmd := exec.Command(exe, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &errout
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s %v: %v", exe, args, err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errout.String()
}

// TestCommand holds the command to the exit statuses and texts that the
// README promises.
func TestCommand(t *testing.T) {
	exe := build(t)
	const demo = "../testdata/demo"
	for _, tc := range []struct {
		name   string
		dir    string
		args   []string
		status int
		stdout string // a part of what it prints
		stderr string
	}{
		{"findings", demo, []string{"./..."}, 3, "", "kiosk.go:26:53: capability token made by hand"},
		{"in another directory", ".", []string{"-C", demo, "./kiosk"}, 3, "", "kiosk.go:26:53: "},
		{"in another directory, joined", ".", []string{"-C=" + demo, "./kiosk"}, 3, "", "kiosk.go:26:53: "},
		{"none", demo, []string{"./session", "./voice"}, 0, "", ""},
		{"JSON", demo, []string{"-json", "./kiosk"}, 0, `"category": "capability-token"`, ""},
		{"an identity", demo, []string{"-identity=lobbyID", "./agentphone"}, 3, "", "ttl=lobbyTTL, identity=lobbyID, "},
		{"a wrong identity", demo, []string{"-identity=a b", "./agentphone"}, 1, "", "-identity=a b: want a Go expression"},
		{"a wrong builder, and nothing to find", demo, []string{"-builder=php", "./session"}, 1, "", "-builder=php: want one of auto, "},
		{"a wrong region, and nothing to look at", demo, []string{"hook", "-region=moon"}, 1, "", "-region=moon: want a region of Twilio"},
		{"relative names", demo, []string{"./..."}, 3, "", "\nkiosk/kiosk.go:26:53: "},
		{"an unknown package", demo, []string{"./nowhere"}, 1, "", "captoken: stat "},
		{"a package of no module", demo, []string{"nowhere.example/x"}, 1, "", "no required module provides package nowhere.example/x; to add it: go get"},
		{"a diff", demo, []string{"-diff", "./kiosk"}, 3, "--- kiosk/kiosk.go\t(old)\n+++ kiosk/kiosk.go\t(new)\n@@ -", ""},
		{"context", demo, []string{"-c=0", "./kiosk"}, 3, "", "do not use; the fix needs: go get github.com/twilio/twilio-go\n26\t"},
		{"JSON of its own", demo, []string{"-format=json", "./kiosk"}, 3, `"name": "outgoingApplicationSid"`, ""},
		{"GitHub", demo, []string{"-format=github", "./kiosk"}, 3, "kiosk/kiosk.go,line=26,col=53,", ""},
		{"SARIF", demo, []string{"-format=sarif", "./kiosk"}, 3, `kiosk/kiosk.go"`, ""},
		{"another format", demo, []string{"-format=xml", "./kiosk"}, 2, "", "-format=xml: want one of text, json, sarif, github"},
		{"nothing to look at", demo, nil, 1, "", "captoken [-C dir] [flags] packages"},
		{"help", demo, []string{"help"}, 0, "-builder library", ""},
		{"help with a category", demo, []string{"help", "access-token-ttl"}, 0, "lifetimes below an hour", ""},
		{"help with something else", demo, []string{"help", "me"}, 1, "", "help me: want one of the categories capability-token, "},
		{"version", demo, []string{"version"}, 0, "captoken ", ""},
		{"hook", demo, []string{"hook", "kiosk/kiosk.go", "go.mod", "kiosk/gone.go", "nowhere/x.go"}, 3, "", "kiosk/kiosk.go:26:53: "},
		{"hook, other files", demo, []string{"hook", "agentphone/other.go"}, 0, "", "captoken: 3 more in other files of these packages: add -all-files to see them"},
		{"hook, all files", demo, []string{"hook", "-all-files", "agentphone/other.go"}, 3, "", "agentphone/agentphone.go:25:16: "},
		{"hook without files", demo, []string{"hook"}, 0, "", ""},
		{"an unknown directory", ".", []string{"-C", "nowhere", "./..."}, 1, "", "-C nowhere: want a directory to run in"},
		{"no directory", ".", []string{"-C"}, 1, "", "-C needs a directory"},
		{"a directory too late", ".", []string{"./...", "-C", demo}, 1, "", "-C must come first"},
		{"an unknown flag", demo, []string{"-frobnicate", "./..."}, 2, "", "flag provided but not defined: -frobnicate"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			status, stdout, stderr := run(t, tc.dir, exe, tc.args...)
			if _, again, stderrAgain := run(t, tc.dir, exe, tc.args...); again != stdout || stderrAgain != stderr {
				t.Errorf("prints\n%s%s\nand then\n%s%s", stdout, stderr, again, stderrAgain)
			}
			if status != tc.status {
				t.Errorf("exit status %d, want %d", status, tc.status)
			}
			if !strings.Contains(stdout, tc.stdout) || tc.stdout == "" && stdout != "" {
				t.Errorf("standard output %q, want %q", stdout, tc.stdout)
			}
			if !strings.Contains(stderr, tc.stderr) || tc.stderr == "" && stderr != "" {
				t.Errorf("standard error %q, want %q", stderr, tc.stderr)
			}
		})
	}
}

// TestVet runs the command as a vet tool: the findings are those of the
// command.
func TestVet(t *testing.T) {
	exe := build(t)
	const demo = "../testdata/demo"
	status, stdout, stderr := run(t, demo, "go", "vet", "-vettool="+exe, "./...")
	if status != 1 || stdout != "" {
		t.Errorf("exit status %d, want 1; standard output %q", status, stdout)
	}
	_, _, want := run(t, demo, exe, "./...")
	abs, err := filepath.Abs(demo)
	if err != nil {
		t.Fatal(err)
	}
	lines := func(s string) map[string]bool {
		set := make(map[string]bool)
		for line := range strings.Lines(s) {
			if strings.Contains(line, "capability token") {
				set[strings.TrimPrefix(line, abs+string(os.PathSeparator))] = true
			}
		}
		return set
	}
	got, wanted := lines(stderr), lines(want)
	if len(wanted) != 5 {
		t.Errorf("the command has %d findings, want 5", len(wanted))
	}
	for line := range wanted {
		if !got[line] {
			t.Errorf("go vet lacks %s", line)
		}
	}
	for line := range got {
		if !wanted[line] {
			t.Errorf("go vet has besides: %s", line)
		}
	}
}
