package integration

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/npm"
)

// hookRunners returns the programs that run the hooks: pre-commit, and prek, which reads the same files.
func hookRunners(t *testing.T) map[string]string {
	t.Helper()
	inCI := os.Getenv("CI") != ""
	runners := make(map[string]string)
	if exe, err := exec.LookPath("pre-commit"); err == nil {
		runners["pre-commit"] = exe
	} else if inCI {
		t.Error("pre-commit is not in the PATH")
	} else {
		t.Log("pre-commit is not in the PATH: it does not run the hooks here")
	}
	if runtime.GOOS == "linux" && runtime.GOARCH == "amd64" {
		const manifest = `{"name": "captoken-prek", "private": true, "dependencies": {"@j178/prek": "0.5.3"}}`
		dir, err := npm.Install(t.Context(), "captoken-prek", map[string][]byte{"package.json": []byte(manifest)})
		switch {
		case err == nil:
			exe := filepath.Join(dir, "node_modules", "@j178", "prek-linux-x64-gnu", "prek")
			if err := os.Chmod(exe, 0o755); err != nil {
				t.Error(err)
			}
			runners["prek"] = exe
		case !errors.Is(err, npm.ErrNoNode) || inCI:
			t.Error(err)
		}
	}
	if len(runners) == 0 {
		t.Skip("neither pre-commit nor Node.js is installed: the hooks are not run")
	}
	return runners
}

// hookRepository makes a repository of the files that are released, as users name it in their configuration.
func hookRepository(t *testing.T, env []string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "captoken")
	copyDir(t, releasedFiles(t, env), dir)
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-q", "-m", "Release"}, {"tag", released}} {
		must(t, dir, env, "git", args...)
	}
	return dir
}

// TestPreCommit commits to a repository that has the hook: what adds a finding is rejected, everything else is not.
func TestPreCommit(t *testing.T) {
	t.Parallel()
	env := slices.Clip(append(releasedEnv(t), // the runners add to it at the same time
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_CONFIG_GLOBAL="+os.DevNull))
	runners := hookRunners(t)
	hooks := hookRepository(t, env)
	blocks := readmeBlocks(t, "yaml", "### pre-commit")
	if len(blocks) != 1 {
		t.Fatalf("the README has %d configurations for pre-commit, want 1", len(blocks))
	}
	config := strings.NewReplacer("https://"+modulePath, hooks, "v0.1.0", released).Replace(blocks[0]) + "\n"
	for name, runner := range runners {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := append(env, "PRE_COMMIT_HOME="+filepath.Join(t.TempDir(), "home"), "PREK_HOME="+filepath.Join(t.TempDir(), "prek"))
			if name == "pre-commit" {
				must(t, hooks, env, runner, "validate-manifest", ".pre-commit-hooks.yaml")
			}
			dir := phoneModule(t, map[string]string{
				"phone/phone.go": "package phone\n", "other/other.go": "package other\n",
				"debt/debt.go":            strings.Replace(handmade, "package phone", "package debt", 1),
				"nested/phone/phone.go":   "package phone\n",
				".pre-commit-config.yaml": config,
			})
			for _, file := range []string{"go.mod", "go.sum"} {
				data, err := os.ReadFile(filepath.Join(dir, file))
				if err != nil {
					t.Fatal(err)
				}
				writeIn(t, dir, "nested/"+file, string(data))
			}
			must(t, dir, env, "git", "init", "-q", "-b", "main")
			must(t, dir, env, "git", "add", "-A")
			must(t, dir, env, "git", "commit", "-q", "-m", "Debt", "--no-verify")
			must(t, dir, env, runner, "install")

			commit := func(title string, want bool, text string) {
				t.Helper()
				must(t, dir, env, "git", "add", "-A")
				status, stdout, stderr := in(t, dir, env, "git", "commit", "-q", "-m", title)
				if (status == 0) != want {
					t.Errorf("%s: accepted %v, want %v\n%s%s", title, status == 0, want, stdout, stderr)
				}
				if !strings.Contains(stdout+stderr, text) {
					t.Errorf("%s: lacks %q:\n%s%s", title, text, stdout, stderr)
				}
			}
			writeIn(t, dir, "phone/phone.go", handmade)
			commit("Add a token", false, "phone/phone.go:10:")
			must(t, dir, env, build(t), "-fix", "-builder=golang-jwt", "./phone")
			commit("Add an access token", true, "")
			writeIn(t, dir, "other/other.go", "package other\n\nvar X = 1\n")
			commit("Change what is beside debt", true, "")
			writeIn(t, dir, "debt/more.go", "package debt\n\nvar X = 1\n")
			commit("Change the package with the debt", true, "")
			writeIn(t, dir, "README", "no Go\n")
			commit("Change what is not Go", true, "")
			must(t, dir, env, "git", "mv", "other/other.go", "other/renamed.go")
			commit("Rename a file", true, "")
			writeIn(t, dir, "nested/phone/phone.go", handmade)
			writeIn(t, dir, "phone/second.go", "package phone\n\nvar X = 1\n")
			commit("Add a token in another module", false, "nested/phone/phone.go:10:")
			writeIn(t, dir, "nested/phone/phone.go", "package phone\n\nvar X = 1\n")
			commit("Change files of two modules", true, "")

			// The other two hooks: all packages, and the command that is installed.
			all := strings.Replace(config, "id: captoken", "id: captoken-full", 1)
			system := strings.Replace(config, "id: captoken", "id: captoken-system", 1)
			bin := t.TempDir()
			must(t, dir, env, "go", "build", "-C", hooks, "-o", filepath.Join(bin, "captoken"), "./cmd/captoken")
			withBin := append(env, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			for name, text := range map[string]string{"captoken-full": all, "captoken-system": system} {
				writeIn(t, dir, ".pre-commit-config.yaml", text)
				status, stdout, stderr := in(t, dir, withBin, runner, "run", name, "--all-files")
				if status != 1 || !strings.Contains(stdout+stderr, "debt/debt.go:10:") {
					t.Errorf("%s: exit status %d, want 1 and the debt\n%s%s", name, status, stdout, stderr)
				}
			}
			writeIn(t, dir, ".pre-commit-config.yaml", config)

			must(t, dir, env, "git", "rm", "-q", "-r", "debt")
			commit("Remove the debt", true, "")
			if left := strings.TrimSpace(must(t, dir, env, "git", "status", "--porcelain")); left != "" {
				t.Errorf("not committed: %s", left)
			}
		})
	}
}
