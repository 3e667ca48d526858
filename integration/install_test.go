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

// releasedFiles returns the folder of the module cache that has the files of the released version.
func releasedFiles(t *testing.T, env []string) string {
	t.Helper()
	scratch := t.TempDir()
	writeIn(t, scratch, "go.mod", "module scratch.test\n\ngo 1.25.0\n")
	must(t, scratch, env, "go", "get", modulePath+"@"+released)
	return strings.TrimSpace(must(t, scratch, env, "go", "list", "-m", "-f", "{{.Dir}}", modulePath))
}

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

// TestInstall runs the commands that the README has for the go command, with the released version, in the demo: each must
// find what the command built from the working tree finds, or write what that writes.
func TestInstall(t *testing.T) {
	t.Parallel()
	env := releasedEnv(t)
	demo, before := copyDemo(t)
	_, _, want := in(t, demo, env, build(t), "./...")
	if n := strings.Count(want, "capability token made by"); n != 4 {
		t.Fatalf("the command finds %d tokens in the demo, want 4:\n%s", n, want)
	}
	fixed, _ := copyDemo(t)
	fixDemo(t, build(t), fixed, nil)
	wantFixed := readTree(t, fixed)

	bin := t.TempDir()
	must(t, demo, append(env, "GOBIN="+bin), "go", "install", modulePath+"/cmd/captoken@"+released)
	if out := must(t, demo, env, filepath.Join(bin, "captoken"), "version"); out != "captoken "+released+"\n" {
		t.Errorf("captoken version prints %q, want %s", out, released)
	}
	env = append(env, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))

	// One block has a command on each line, the other is one that goes together.
	blocks := readmeBlocks(t, "sh", "### `go vet`")
	if len(blocks) != 2 {
		t.Fatalf("the README has %d blocks of commands for the go command, want 2", len(blocks))
	}
	scripts := append(strings.Split(strings.TrimSpace(blocks[0]), "\n"), strings.Join(strings.Split(strings.TrimSpace(blocks[1]), "\n"), " && "))
	for _, script := range scripts {
		script = strings.ReplaceAll(script, "@latest", "@"+released)
		t.Run(script, func(t *testing.T) {
			dir, _ := copyDemo(t)
			goBefore := goLine(t, dir)
			_, stdout, stderr := in(t, dir, env, "sh", "-c", script)
			if goAfter := goLine(t, dir); goAfter != goBefore {
				t.Errorf("changes %q into %q in go.mod", goBefore, goAfter)
			}
			if strings.Contains(script, " -fix ") || strings.Contains(script, "go fix") {
				if changed := wantFixed.Changed(readTree(t, dir)); len(changed) > 0 {
					t.Errorf("%s are not what captoken -fix writes\n%s%s", changed, stdout, stderr)
				}
				return
			}
			if changed := before.Changed(readTree(t, dir)); len(changed) > 0 {
				t.Errorf("changes %s", changed)
			}
			if got := findingLines(stdout + stderr); got != findingLines(want) {
				t.Errorf("got\n%s\nwant\n%s", got, findingLines(want))
			}
		})
	}
}

// readmeBlocks returns the blocks of a language in the section of the README that a heading begins.
func readmeBlocks(t *testing.T, language, heading string) (blocks []string) {
	t.Helper()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), "\n"+heading)
	if !ok {
		t.Fatalf("the README has no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n##")
	for {
		_, rest, ok := strings.Cut(section, "\n```"+language+"\n")
		if !ok {
			return blocks
		}
		block, after, _ := strings.Cut(rest, "\n```")
		blocks = append(blocks, block)
		section = after
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
