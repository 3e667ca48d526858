package integration

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const demoDir = "../testdata/demo"

// TestDemo runs the README's first command, and expects the findings that
// the README shows, with absolute file names, and nothing else.
func TestDemo(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile("(?m)^go run .*$").Find(readme)
	block := regexp.MustCompile("(?s)```text\n(agentphone/.*?)```").FindSubmatch(readme)
	if command == nil || block == nil {
		t.Fatal("README.md lacks the command or its output")
	}

	var out bytes.Buffer
	args := strings.Fields(string(command))
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = ".."
	cmd.Stderr = &out
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) {
		t.Fatalf("%s: %v, want an exit status\n%s", command, err, &out)
	}
	demo, err := filepath.Abs(demoDir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "go: downloading ") {
			got = append(got, filepath.ToSlash(strings.TrimPrefix(line, demo+string(filepath.Separator))))
		}
	}
	if got, want := strings.Join(got, ""), string(block[1])+"exit status 3\n"; got != want {
		t.Errorf("%s printed\n%s\nwant\n%s", command, got, want)
	}
}

// TestDemoWorks runs the tests of the demo itself: it is a real service.
func TestDemoWorks(t *testing.T) {
	cmd := exec.Command("go", "test", "-count=1", "./...")
	cmd.Dir = demoDir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test in the demo: %v\n%s", err, out)
	}
}
