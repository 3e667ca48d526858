package integration

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// buildGolangci builds golangci-lint with the plugin of the released version.
func buildGolangci(t *testing.T) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "golangci-lint")
	if runtime.GOOS == "windows" {
		exe += ".exe"
	}
	// The files that are released, in the place of a module: its hundreds of others come from the cache that is there.
	dir := t.TempDir()
	copyDir(t, "golangci", dir)
	must(t, dir, os.Environ(), "go", "mod", "edit", "-replace="+modulePath+"="+releasedFiles(t, releasedEnv(t)))
	must(t, dir, os.Environ(), "go", "build", "-o", exe, ".")
	return exe
}

// TestGolangci runs golangci-lint with the plugin and the example configuration. It is heavy: the first build takes
// minutes, and a gigabyte of caches. CAPTOKEN_LIGHT=1 leaves it out, but not in CI.
func TestGolangci(t *testing.T) {
	t.Parallel()
	if os.Getenv("CAPTOKEN_LIGHT") != "" && os.Getenv("CI") == "" {
		t.Skip("CAPTOKEN_LIGHT is set: golangci-lint is not built")
	}
	exe := buildGolangci(t)
	example, err := os.ReadFile("../.golangci.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	const config = ".golangci.yml"
	second := strings.Replace(handmade, "func token", "func other", 1)
	silenced := strings.Replace(handmade, "func token", "//nolint:captoken // on purpose\nfunc third", 1)
	dir := phoneModule(t, map[string]string{
		config: string(example), "phone/second.go": second, "phone/silenced.go": silenced,
		"phone/use.go": "package phone\n\nvar _ = []any{token, other, third}\n",
	})
	env := append(os.Environ(), "GOLANGCI_LINT_CACHE="+filepath.Join(t.TempDir(), "cache"))
	lint := func(args ...string) (status int, stdout string) {
		t.Helper()
		args = append([]string{"run", "--default=none", "--enable=captoken"}, args...)
		status, stdout, stderr := in(t, dir, env, exe, append(args, "./phone")...)
		return status, stdout + stderr
	}

	must(t, dir, env, exe, "config", "verify")
	status, first := lint()
	if status != 1 {
		t.Errorf("exit status %d, want 1\n%s", status, first)
	}
	for _, want := range []string{"phone/phone.go:10:", "phone/phone.go:14:", "phone/second.go:10:", "phone/second.go:14:", "capability token made by hand", "(captoken)"} {
		if !strings.Contains(first, want) {
			t.Errorf("lacks %q:\n%s", want, first)
		}
	}
	if strings.Contains(first, "phone/silenced.go") {
		t.Errorf("//nolint:captoken does not silence it:\n%s", first)
	}
	if _, again := lint(); again != first {
		t.Errorf("first\n%s\nfrom the cache\n%s", first, again)
	}

	change := func(old, text string) {
		t.Helper()
		changed := strings.Replace(string(example), old, text, 1)
		if changed == string(example) {
			t.Fatalf("%q is not in the example", old)
		}
		writeIn(t, dir, config, changed)
	}
	change("builder: auto", "builder: kevinburke")
	if _, other := lint(); !strings.Contains(other, "go get github.com/kevinburke") {
		t.Errorf("another builder is not seen:\n%s", other)
	}
	for _, tc := range []struct{ text, want string }{
		{"bilder: auto", `unknown field "bilder"`},
		{"builder: 3", "cannot unmarshal number"},
		{"builder: mine", "-builder=mine: want one of"},
	} {
		change("builder: auto", tc.text)
		if status, output := lint(); status != 3 || !strings.Contains(output, tc.want) {
			t.Errorf("%s: exit status %d, want 3 and %q\n%s", tc.text, status, tc.want, output)
		}
	}

	writeIn(t, dir, config, string(example))
	must(t, dir, env, "go", "mod", "edit", "-module=phone.test") // that nothing is left over of the module it was
	if status, output := lint("--fix"); status != 0 {
		t.Errorf("--fix leaves something: exit status %d, want 0\n%s", status, output)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "phone", "silenced.go")); err != nil || string(data) != silenced {
		t.Errorf("--fix changes what is silenced (%v):\n%s", err, data)
	}
	must(t, dir, env, "go", "build", "./phone")
	if out := must(t, dir, env, "gofmt", "-l", "phone"); out != "" {
		t.Errorf("gofmt would change %s", out)
	}
	for _, name := range []string{"phone.go", "second.go"} {
		data, err := os.ReadFile(filepath.Join(dir, "phone", name))
		if err != nil {
			t.Fatal(err)
		}
		if text := string(data); !strings.Contains(text, "CreateAccessToken") || strings.Contains(text, "golang-jwt") {
			t.Errorf("%s is not fixed:\n%s", name, text)
		}
	}

	readmeGolangci(t, exe, env)
}

// readmeGolangci does what the README says about golangci-lint, except for building it.
func readmeGolangci(t *testing.T, exe string, env []string) {
	t.Helper()
	data, err := os.ReadFile("../.custom-gcl.yml")
	if err != nil {
		t.Fatal(err)
	}
	var custom struct {
		Version, Name string
		Plugins       []struct{ Module, Import string }
	}
	readYAML(t, data, &custom)
	const linter = "github.com/golangci/golangci-lint/v2"
	if builds := strings.TrimSpace(must(t, "golangci", env, "go", "list", "-m", "-f", "{{.Version}}", linter)); builds != custom.Version {
		t.Errorf(".custom-gcl.yml has golangci-lint %s, the tests %s", custom.Version, builds)
	}
	if len(custom.Plugins) != 1 || custom.Plugins[0].Module != modulePath || custom.Plugins[0].Import != modulePath+"/analyzer/golangci" {
		t.Errorf(".custom-gcl.yml has other plugins: %v", custom.Plugins)
	}

	config := strings.Join(readmeBlocks(t, "yaml", "### golangci-lint"), "\n")
	dir := phoneModule(t, map[string]string{".golangci.yml": config + "\n", "phone/use.go": "package phone\n\nvar _ = token\n"})
	must(t, dir, env, "go", "mod", "edit", "-module=readme.test")
	binary, err := os.ReadFile(exe)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, custom.Name), binary, 0o777); err != nil {
		t.Fatal(err)
	}
	commands := strings.Split(strings.Join(readmeBlocks(t, "sh", "### golangci-lint"), "\n"), "\n")
	if len(commands) != 3 || commands[0] != "golangci-lint custom" {
		t.Fatalf("the README has other commands: %q", commands)
	}
	for i, want := range []int{1, 0} {
		status, stdout, stderr := in(t, dir, env, "sh", "-c", commands[1+i])
		if status != want || strings.Contains(stdout, "capability token made by hand") != (want == 1) {
			t.Errorf("%s: exit status %d, want %d\n%s%s", commands[1+i], status, want, stdout, stderr)
		}
	}
	data, err = os.ReadFile(filepath.Join(dir, "phone", "phone.go"))
	if text := string(data); err != nil || !strings.Contains(text, "CreateAccessToken") || strings.Contains(text, "golang-jwt") {
		t.Errorf("not fixed, or not tidied (%v):\n%s", err, data)
	}
}
