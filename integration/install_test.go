package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/captoken/captoken/integration/internal/release"
)

const (
	modulePath = "github.com/captoken/captoken"
	// released is what the working tree is installed as.
	released = "v0.99.0"
)

// releasedEnv returns the environment in which the go command finds the working tree as a released version, in a module
// cache of its own: what is installed must not be what another run left there.
func releasedEnv(t *testing.T) []string {
	t.Helper()
	r, err := releaseOnce()
	if err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), r...)
}

// releaseOnce makes the proxy, and fills a module cache with what the working tree needs: that is the same for all tests.
var releaseOnce = sync.OnceValues(func() ([]string, error) {
	dir, err := os.MkdirTemp("", "captoken-release-")
	if err != nil {
		return nil, err
	}
	removeAfter = append(removeAfter, dir)
	url, err := release.Proxy(filepath.Join(dir, "proxy"), "..", modulePath, released)
	if err != nil {
		return nil, err
	}
	proxies, err := exec.Command("go", "env", "GOPROXY", "GOMODCACHE").Output()
	if err != nil {
		return nil, err
	}
	proxy, cache, _ := strings.Cut(strings.TrimSpace(string(proxies)), "\n")
	// The user's own module cache serves as a proxy, too, so that little is fetched.
	return []string{
		"GOMODCACHE=" + filepath.Join(dir, "mod"),
		"GOPROXY=" + url + ",file://" + filepath.ToSlash(filepath.Join(cache, "cache", "download")) + "," + proxy,
		"GONOSUMDB=" + modulePath, "GOFLAGS=-modcacherw", "GOWORK=off",
	}, nil
})

// removeAfter are folders to be removed when all tests are over.
var removeAfter []string

func TestMain(m *testing.M) {
	status := m.Run()
	for _, dir := range removeAfter {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

// in runs a command in a folder and an environment, and returns its exit status and what it printed.
func in(t *testing.T, dir string, env []string, name string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errout strings.Builder
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, env, &out, &errout
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errout.String()
}

// must runs a command that has to succeed.
func must(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	status, stdout, stderr := in(t, dir, env, name, args...)
	if status != 0 {
		t.Fatalf("%s %s: exit status %d\n%s%s", name, strings.Join(args, " "), status, stdout, stderr)
	}
	return stdout
}

// TestInstall installs and runs the released version in the ways that the README names, in the demo: each must find what
// the command built from the working tree finds.
func TestInstall(t *testing.T) {
	t.Parallel()
	env := releasedEnv(t)
	demo, _ := copyDemo(t)
	_, _, want := in(t, demo, env, build(t), "./...")
	if n := strings.Count(want, "capability token made by"); n != 4 {
		t.Fatalf("the command finds %d tokens in the demo, want 4:\n%s", n, want)
	}

	bin := t.TempDir()
	must(t, demo, append(env, "GOBIN="+bin), "go", "install", modulePath+"/cmd/captoken@"+released)
	exe := filepath.Join(bin, "captoken")
	if out := must(t, demo, env, exe, "version"); out != "captoken "+released+"\n" {
		t.Errorf("captoken version prints %q, want %s", out, released)
	}

	goBefore := goLine(t, demo)
	must(t, demo, env, "go", "get", "-tool", modulePath+"/cmd/captoken@"+released)
	if goAfter := goLine(t, demo); goAfter != goBefore {
		t.Errorf("go get -tool changes %q into %q in go.mod", goBefore, goAfter)
	}
	separate, _ := copyDemo(t)
	mod, err := os.ReadFile(filepath.Join(separate, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(separate, "tools.mod"), mod)
	must(t, separate, env, "go", "get", "-modfile=tools.mod", "-tool", modulePath+"/cmd/captoken@"+released)

	for _, way := range []struct {
		name   string
		dir    string
		status int
		args   []string
	}{
		{"go install", demo, 3, []string{exe, "./..."}},
		{"go run", demo, 1, []string{"go", "run", modulePath + "/cmd/captoken@" + released, "./..."}},
		{"go tool", demo, 3, []string{"go", "tool", "captoken", "./..."}},
		{"go tool, tools.mod", separate, 3, []string{"go", "tool", "-modfile=tools.mod", "captoken", "./..."}},
		{"go vet", demo, 1, []string{"go", "vet", "-vettool=" + exe, "./..."}},
		{"go vet, go tool", demo, 1, []string{"go", "vet", "-vettool=" + strings.TrimSpace(must(t, demo, env, "go", "tool", "-n", "captoken")), "./..."}},
	} {
		t.Run(way.name, func(t *testing.T) {
			status, stdout, stderr := in(t, way.dir, env, way.args[0], way.args[1:]...)
			if status != way.status {
				t.Errorf("exit status %d, want %d", status, way.status)
			}
			if got := findingLines(stdout + stderr); got != findingLines(want) {
				t.Errorf("got\n%s\nwant\n%s", got, findingLines(want))
			}
		})
	}
}

// findingLines returns the lines of findings, sorted: go vet prints packages as they come.
func findingLines(output string) string {
	var lines []string
	for line := range strings.Lines(output) {
		if strings.Contains(line, " token ") {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// goLine returns the go line of a module.
func goLine(t *testing.T, dir string) string {
	t.Helper()
	mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		if strings.HasPrefix(line, "go ") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
