package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/proof"
)

// handmade is a program that makes a token by hand, with a library that the module needs for nothing else.
const handmade = `package phone

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func token(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}
`

// phoneModule writes a module with the program above, and what else is given, by file names.
func phoneModule(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(realDir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	writeIn(t, dir, "phone/phone.go", handmade)
	for name, text := range files {
		writeIn(t, dir, name, text)
	}
	return dir
}

// writeIn writes a file below a folder, and the folders that it is in.
func writeIn(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, file, []byte(text))
}

// TestVetFix fixes the demo with the go command, in all ways that it has, and expects what captoken -fix writes.
func TestVetFix(t *testing.T) {
	t.Parallel()
	exe := build(t)
	want, before := copyDemo(t)
	fixDemo(t, exe, want, nil)
	wanted := readTree(t, want)
	for _, args := range [][]string{
		{"vet", "-vettool=" + exe, "-fix"},
		{"fix", "-fixtool=" + exe},
	} {
		t.Run("go "+args[0], func(t *testing.T) {
			t.Parallel()
			dir, _ := copyDemo(t)
			env := os.Environ()
			status, diff, stderr := in(t, dir, env, "go", append(append([]string{}, args...), "-diff", "./...")...)
			if status != 1 || !strings.Contains(diff, "kiosk.go (new)") {
				t.Errorf("-diff: exit status %d, want 1 and the diff\n%s%s", status, diff, stderr)
			}
			if changed := before.Changed(readTree(t, dir)); len(changed) > 0 {
				t.Errorf("-diff has changed %s", changed)
			}
			for range 2 { // the second time, there is nothing to do
				if status, stdout, stderr := in(t, dir, env, "go", append(append([]string{}, args...), "./...")...); status != 0 {
					t.Errorf("exit status %d, want 0\n%s%s", status, stdout, stderr)
				}
				if changed := wanted.Changed(readTree(t, dir)); len(changed) > 0 {
					t.Errorf("%s are not what captoken -fix writes", changed)
				}
				getTwilioGo(t, dir) // else the second run finds code that does not compile
			}
		})
	}
}

// TestVetCache holds the go command's cache to the truth: a second run prints the same, and a changed flag counts.
func TestVetCache(t *testing.T) {
	t.Parallel()
	exe := build(t)
	dir := phoneModule(t, nil)
	vet := func(flags ...string) string {
		_, _, stderr := in(t, dir, os.Environ(), "go", append(append([]string{"vet", "-vettool=" + exe}, flags...), "./phone")...)
		return stderr
	}
	first := vet()
	if !strings.Contains(first, "phone/phone.go:10:") {
		t.Fatalf("go vet prints\n%s", first)
	}
	if second := vet(); second != first {
		t.Errorf("first\n%s\nthen\n%s", first, second)
	}
	if other := vet("-builder=kevinburke"); other == first || !strings.Contains(other, "go get github.com/kevinburke/twilio-go/v2") {
		t.Errorf("with another builder:\n%s", other)
	}
	if again := vet(); again != first {
		t.Errorf("first\n%s\nin the end\n%s", first, again)
	}
	status, stdout, _ := in(t, dir, os.Environ(), "go", "vet", "-vettool="+exe, "-json", "./phone")
	if status != 0 || !strings.Contains(stdout, `"category": "auth-token-signing"`) {
		t.Errorf("-json: exit status %d, want 0\n%s", status, stdout)
	}
}

// TestVetSurroundings finds the token in whatever surroundings a package has.
func TestVetSurroundings(t *testing.T) {
	t.Parallel()
	exe := build(t)
	const found = "phone.go:10:"
	vet := func(t *testing.T, dir string, env []string, args ...string) string {
		t.Helper()
		_, stdout, stderr := in(t, dir, append(os.Environ(), env...), "go", append([]string{"vet", "-vettool=" + exe}, args...)...)
		return stdout + stderr
	}
	direct := func(t *testing.T, dir string, env []string, args ...string) string {
		t.Helper()
		_, stdout, stderr := in(t, dir, append(os.Environ(), env...), exe, args...)
		return stdout + stderr
	}
	want := func(t *testing.T, output string) {
		t.Helper()
		if !strings.Contains(output, found) {
			t.Errorf("want a finding at %s, got\n%s", found, output)
		}
	}

	t.Run("workspace", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		copyDir(t, phoneModule(t, nil), filepath.Join(dir, "a"))
		writeIn(t, dir, "b/go.mod", "module b.test\n\ngo 1.25.0\n")
		writeIn(t, dir, "b/b.go", "package b\n")
		writeIn(t, dir, "go.work", "go 1.25.0\n\nuse (\n\t./a\n\t./b\n)\n")
		want(t, vet(t, dir, []string{"GOWORK="}, "./a/...", "./b/..."))
		want(t, direct(t, dir, []string{"GOWORK="}, "./a/phone", "./b/..."))
	})
	t.Run("vendored", func(t *testing.T) {
		t.Parallel()
		dir := phoneModule(t, nil)
		must(t, dir, os.Environ(), "go", "mod", "edit", "-module=vendored.test")
		must(t, dir, append(os.Environ(), "GOFLAGS=-mod=mod"), "go", "mod", "tidy")
		must(t, dir, os.Environ(), "go", "mod", "vendor")
		env := []string{"GOFLAGS=-mod=vendor", "GOPROXY=off"}
		want(t, vet(t, dir, env, "./..."))
		want(t, direct(t, dir, env, "./..."))
	})
	t.Run("build tags", func(t *testing.T) {
		t.Parallel()
		dir := phoneModule(t, map[string]string{"phone/phone.go": "package phone\n", "tagged/phone.go": "//go:build mobile\n" + handmade})
		if output := vet(t, dir, nil, "./..."); strings.Contains(output, found) {
			t.Errorf("without the tag:\n%s", output)
		}
		const found = "tagged/phone.go:11:"
		for _, output := range []string{vet(t, dir, nil, "-tags=mobile", "./..."), direct(t, dir, nil, "-tags=mobile", "./...")} {
			if !strings.Contains(output, found) {
				t.Errorf("want a finding at %s, got\n%s", found, output)
			}
		}
	})
	t.Run("-C", func(t *testing.T) {
		t.Parallel()
		dir := phoneModule(t, nil)
		want(t, direct(t, t.TempDir(), nil, "-C", dir, "./phone"))
		out, err := exec.Command("go", "-C", dir, "vet", "-vettool="+exe, "./phone").CombinedOutput()
		if err == nil {
			t.Error("go vet finds nothing")
		}
		want(t, string(out))
	})
	t.Run("cgo", func(t *testing.T) {
		t.Parallel()
		if _, err := exec.LookPath("gcc"); err != nil && os.Getenv("CI") == "" {
			t.Skip("no C compiler: not run here, only in CI")
		}
		source := strings.Replace(handmade, "import (\n", "// int one(void) { return 1; }\nimport \"C\"\n\nvar one = C.one()\n\nimport (\n", 1)
		source = strings.Replace(source, "var one = C.one()\n\nimport (", "import (", 1) + "\nvar one = C.one()\n"
		dir := phoneModule(t, map[string]string{"phone/phone.go": source})
		const found = "phone.go:13:"
		for _, output := range []string{vet(t, dir, []string{"CGO_ENABLED=1"}, "./phone"), direct(t, dir, []string{"CGO_ENABLED=1"}, "./phone")} {
			if !strings.Contains(output, found) || !strings.Contains(output, "no fix: cgo") {
				t.Errorf("want a finding at %s, without a fix, got\n%s", found, output)
			}
		}
		before, err := proof.ReadTree(dir)
		if err != nil {
			t.Fatal(err)
		}
		direct(t, dir, []string{"CGO_ENABLED=1"}, "-fix", "./phone")
		if changed := before.Changed(readTree(t, dir)); len(changed) > 0 {
			t.Errorf("-fix has changed %s", changed)
		}
	})
}
