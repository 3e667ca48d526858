package integration

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestHonest runs the command where something is not as it should be: it says so on one line, or does the right thing,
// and never ends as if all was well.
func TestHonest(t *testing.T) {
	t.Parallel()
	exe := build(t)
	const other = "package other\n\nfunc Other() int { return 1 }\n"
	lineDirective := strings.Replace(handmade, "func token", "//line phone.y:10\nfunc token", 1)
	for _, tc := range []struct {
		name   string
		files  map[string]string
		change func(t *testing.T, dir string)
		dir    string // to run in
		args   []string
		status int
		want   []string // in standard error
		not    string
	}{
		{name: "go.sum is missing", change: remove("go.sum"), args: []string{"./..."}, status: 1,
			want: []string{"phone/phone.go:6:2: missing go.sum entry for module providing package github.com/golang-jwt/jwt/v5", "to add: go get "}, not: "undefined: jwt"},
		{name: "go.sum is wrong", change: func(t *testing.T, dir string) {
			data, err := os.ReadFile(filepath.Join(dir, "go.sum"))
			if err != nil {
				t.Fatal(err)
			}
			writeIn(t, dir, "go.sum", strings.ReplaceAll(string(data), " h1:", " h1:AAAA"))
		}, args: []string{"./..."}, status: 1, want: []string{"captoken: "}, not: "want patterns"},
		{name: "go.mod is wrong", change: func(t *testing.T, dir string) { writeIn(t, dir, "go.mod", "nonsense\n") }, args: []string{"./..."}, status: 1,
			want: []string{"captoken: go: errors parsing go.mod: go.mod:1: unknown directive: nonsense\n"}},
		{name: "no go.mod", change: remove("go.mod"), args: []string{"./..."}, status: 1, want: []string{"captoken: "}},
		{name: "nothing matches", files: map[string]string{"empty/notes.txt": ""}, args: []string{"./empty/..."}, status: 1, want: []string{"want patterns that match packages"}},
		{name: "an unknown package", args: []string{"./nowhere"}, status: 1, want: []string{"directory not found"}},
		{name: "all files are left out", files: map[string]string{"tagged/tagged.go": "//go:build never\n\npackage tagged\n"}, args: []string{"./tagged"}, status: 1,
			want: []string{"build constraints exclude all Go files"}},
		{name: "broken code that makes a token", files: map[string]string{"phone/broken.go": "package phone\n\nfunc {\n"}, args: []string{"./..."}, status: 1,
			want: []string{"captoken: phone/broken.go:3:"}},
		{name: "broken code that can make none", files: map[string]string{"other/broken.go": "package other\n\nfunc f() { g() }\n"}, args: []string{"./other"}, status: 0},

		{name: "a line directive", files: map[string]string{"phone/phone.go": lineDirective}, args: []string{"./phone"}, status: 3, want: []string{"phone/phone.go:11:"}, not: "phone.y"},
		{name: "a line directive, fixed", files: map[string]string{"phone/phone.go": lineDirective, "phone/phone.y": strings.Repeat("the grammar\n", 99)},
			change: func(t *testing.T, dir string) {
				t.Cleanup(func() {
					if data := read(t, dir, "phone/phone.y"); data != strings.Repeat("the grammar\n", 99) {
						t.Errorf("the file that a line directive names is changed:\n%s", data)
					}
				})
			}, args: []string{"-fix", "./phone"}, status: 0, want: []string{"phone/phone.go:11:", "captoken: fixed 2 of 2 findings"}},
		{name: "a line directive, in SARIF", files: map[string]string{"phone/phone.go": lineDirective, "phone/phone.y": "short\n"}, args: []string{"-format=sarif", "./phone"}, status: 3},
		{name: "a line directive, in a hook", files: map[string]string{"phone/phone.go": lineDirective}, args: []string{"hook", "phone/phone.go"}, status: 3, want: []string{"phone/phone.go:11:"}},

		{name: "a read-only file", change: func(t *testing.T, dir string) { chmod(t, filepath.Join(dir, "phone/phone.go"), 0o444) }, args: []string{"-fix", "./phone"}, status: 1,
			want: []string{"captoken: fixed 0 of 2 findings", "phone/phone.go:10:", "captoken: phone/phone.go is not fixed: the file is read-only"}},
		{name: "a symbolic link", change: func(t *testing.T, dir string) {
			file, target := filepath.Join(dir, "phone", "phone.go"), filepath.Join(dir, "elsewhere.txt")
			if err := os.Rename(file, target); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(target, file); err != nil {
				t.Skip(err)
			}
			t.Cleanup(func() {
				if info, err := os.Lstat(file); err != nil || info.Mode()&os.ModeSymlink == 0 {
					t.Errorf("the link is gone (%v)", err)
				}
				if !strings.Contains(read(t, dir, "elsewhere.txt"), "CreateAccessToken") {
					t.Error("what it leads to is not fixed")
				}
			})
		}, args: []string{"-fix", "./phone"}, status: 0, want: []string{"fixed 2 of 2"}},
		{name: "a file as argument", args: []string{"-fix", "phone/phone.go"}, status: 0, want: []string{"now run: go get github.com/twilio/twilio-go"}},

		{name: "a path like that of a test", files: map[string]string{"root.go": strings.Replace(handmade, "package phone", "package root", 1)},
			change: func(t *testing.T, dir string) { must(t, dir, os.Environ(), "go", "mod", "edit", "-module=root.test") },
			args:   []string{"."}, status: 3, want: []string{"root.go:10:"}},
		{name: "a file that can't be compiled", files: map[string]string{"config/config.go": "package config\n\nconst Claim, Allow = \"scope\", \"scope:client:incoming?clientName=\"\n",
			"user/user.go": madeWith("user", "config"),
			"plus/plus.go": madeWith("plus", "config"), "plus/+more.go": "package plus\n"},
			change: func(t *testing.T, dir string) {
				must(t, dir, os.Environ(), "go", "mod", "edit", "-module=real.test/cases")
			},
			args: []string{"./..."}, status: 1, want: []string{`captoken: invalid input file name "+more.go"`, "plus/plus.go:12:", "user/user.go:12:"}},
		{name: "elsewhere", dir: "other", files: map[string]string{"other/other.go": other}, args: []string{"../phone"}, status: 3, want: []string{"../phone/phone.go:10:"}},
		{name: "two ways to print", args: []string{"-json", "-fix", "./phone"}, status: 2, want: []string{"want one of them"}},

		{name: "a hook: a folder", args: []string{"hook", "phone"}, status: 1, want: []string{"phone: want names of Go files"}},
		{name: "a hook: packages", args: []string{"hook", "./..."}, status: 1, want: []string{"want names of Go files"}},
		{name: "a hook: other files", args: []string{"hook", "go.mod", "gone.go"}, status: 0},
		{name: "a hook: no module", change: remove("go.mod"), args: []string{"hook", "phone/phone.go"}, status: 0, want: []string{"phone/phone.go: not looked at: it is of no module"}},
		{name: "a hook: left out", files: map[string]string{"phone/tagged.go": "//go:build never\n\npackage phone\n"}, args: []string{"hook", "phone/tagged.go"}, status: 0,
			want: []string{"phone/tagged.go: not looked at: ", "captoken: 2 more in other files"}},
		{name: "a hook: all left out", files: map[string]string{"tagged/tagged.go": "//go:build never\n\npackage tagged\n"}, args: []string{"hook", "tagged/tagged.go"}, status: 0,
			want: []string{"tagged/tagged.go: not looked at: "}},
		{name: "a hook: not of the workspace", files: map[string]string{"main/go.mod": "module main.test\n\ngo 1.25.0\n", "go.work": "go 1.25.0\n\nuse ./main\n"},
			args: []string{"hook", "phone/phone.go"}, status: 3, want: []string{"phone/phone.go:10:"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if runtime.GOOS == "windows" && strings.Contains(tc.name, "read-only") {
				t.Skip("Windows has other permissions")
			}
			dir := phoneModule(t, tc.files)
			if tc.change != nil {
				tc.change(t, dir)
			}
			status, stdout, stderr := in(t, filepath.Join(dir, tc.dir), append(os.Environ(), "GOFLAGS=-mod=readonly"), exe, tc.args...)
			if status != tc.status {
				t.Errorf("exit status %d, want %d", status, tc.status)
			}
			for _, want := range tc.want {
				if !strings.Contains(filepath.ToSlash(stderr), want) {
					t.Errorf("lacks %q", want)
				}
			}
			if tc.not != "" && strings.Contains(stderr, tc.not) {
				t.Errorf("says %q", tc.not)
			}
			if len(tc.want) == 0 && stderr != "" {
				t.Error("says something")
			}
			if t.Failed() {
				t.Logf("prints\n%s%s", stdout, stderr)
			}
		})
	}
}

// TestIncompleteSARIF expects a log of what was not looked at to say so.
func TestIncompleteSARIF(t *testing.T) {
	t.Parallel()
	dir := phoneModule(t, nil)
	remove("go.sum")(t, dir)
	_, stdout, _ := in(t, dir, os.Environ(), build(t), "-format=sarif", "./...")
	var log struct {
		Runs []struct {
			Invocations []struct {
				ExecutionSuccessful        bool
				ToolExecutionNotifications []struct{ Message struct{ Text string } }
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &log); err != nil {
		t.Fatal(err)
	}
	for _, run := range log.Runs {
		for _, inv := range run.Invocations {
			if !inv.ExecutionSuccessful && len(inv.ToolExecutionNotifications) > 0 && strings.Contains(inv.ToolExecutionNotifications[0].Message.Text, "go.sum") {
				return
			}
		}
	}
	t.Errorf("it does not:\n%s", stdout)
}

func remove(name string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

func chmod(t *testing.T, file string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(file, mode); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
