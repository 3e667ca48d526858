package integration

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// An action is what a GitHub runner reads of action.yml.
type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Using string
		Steps []struct {
			Shell, Run string
			Dir        string `yaml:"working-directory"`
			Env        map[string]string
		}
	}
}

// A workflowStep is a step of a workflow that uses an action.
type workflowStep struct {
	Uses string
	With map[string]string
}

func readYAML(t *testing.T, data []byte, into any) {
	t.Helper()
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
}

func readAction(t *testing.T) (a action) {
	t.Helper()
	data, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	readYAML(t, data, &a)
	if a.Runs.Using != "composite" || len(a.Runs.Steps) != 1 || a.Runs.Steps[0].Shell != "bash" {
		t.Fatalf("action.yml has other steps than one of bash: %+v", a.Runs)
	}
	return a
}

var inputExpr = regexp.MustCompile(`\$\{\{ inputs\.([a-z-]+) \}\}`)

// run runs the action in a folder of a repository as a GitHub runner does, with what a step of a workflow hands it.
func (a action) run(t *testing.T, repository string, env []string, with map[string]string) (status int, stdout, stderr string) {
	t.Helper()
	for name := range with {
		if _, ok := a.Inputs[name]; !ok {
			t.Errorf("action.yml has no input %q", name)
		}
	}
	expand := func(text string) string {
		return inputExpr.ReplaceAllStringFunc(text, func(expr string) string {
			name := inputExpr.FindStringSubmatch(expr)[1]
			input, ok := a.Inputs[name]
			if !ok {
				t.Errorf("action.yml uses %s, which is no input", expr)
			}
			if value, ok := with[name]; ok {
				return value
			}
			return input.Default
		})
	}
	step := a.Runs.Steps[0]
	for name, value := range step.Env {
		env = append(env, name+"="+expand(value))
	}
	return in(t, filepath.Join(repository, expand(step.Dir)), env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
}

// TestAction runs the action, with the released version, as the README and the example of a workflow have it.
func TestAction(t *testing.T) {
	t.Parallel()
	a := readAction(t)
	demo, _ := copyDemo(t)
	mkdir(t, filepath.Join(demo, ".git")) // names are relative to the repository, wherever in it captoken runs
	env := append(releasedEnv(t), "RUNNER_TEMP="+t.TempDir())

	var readme struct{ Steps []workflowStep }
	readYAML(t, []byte(strings.Join(readmeBlocks(t, "yaml", "### CI"), "\n")), &readme)
	data, err := os.ReadFile("../.github/workflows/captoken.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	var workflow struct {
		Jobs map[string]struct{ Steps []workflowStep }
	}
	readYAML(t, data, &workflow)

	ran := 0
	for _, step := range append(readme.Steps, workflow.Jobs["captoken"].Steps...) {
		if !strings.HasPrefix(step.Uses, "captoken/captoken@") {
			continue
		}
		ran++
		t.Run(fmt.Sprint(step), func(t *testing.T) {
			with := map[string]string{"version": released}
			for name, value := range step.With {
				with[name] = value
			}
			status, stdout, stderr := a.run(t, demo, env, with)
			if output := with["output"]; output != "" {
				data, err := os.ReadFile(filepath.Join(demo, output))
				if err != nil {
					t.Fatal(err)
				}
				stdout += string(data)
			}
			want := "::warning file=kiosk/kiosk.go,line=26,"
			if with["format"] == "sarif" {
				want = `"version": "2.1.0"`
			}
			if status != 3 || !strings.Contains(stdout, want) {
				t.Errorf("exit status %d, want 3 and %q\n%s%s", status, want, stdout, stderr)
			}
		})
	}
	if ran != 3 {
		t.Errorf("the README and the example use the action %d times, want 3", ran)
	}

	for _, tc := range []struct {
		name   string
		with   map[string]string
		status int
		stdout string
	}{
		{"flags and packages", map[string]string{"args": "-taskrouter -test=false", "packages": "./kiosk ./voice"}, 3, "::warning file=kiosk/kiosk.go,line=26,"},
		{"another folder", map[string]string{"working-directory": "kiosk", "packages": "."}, 3, "::warning file=kiosk/kiosk.go,line=26,"},
		{"nothing found", map[string]string{"packages": "./voice"}, 0, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.with["version"] = released
			status, stdout, stderr := a.run(t, demo, env, tc.with)
			if status != tc.status || !strings.Contains(stdout, tc.stdout) || tc.stdout == "" && stdout != "" {
				t.Errorf("exit status %d, want %d and %q\n%s%s", status, tc.status, tc.stdout, stdout, stderr)
			}
		})
	}
}

// TestCICommands runs the commands that the README has for CI.
func TestCICommands(t *testing.T) {
	t.Parallel()
	exe := build(t)
	demo, _ := copyDemo(t)
	env := append(os.Environ(), "PATH="+filepath.Dir(exe)+string(os.PathListSeparator)+os.Getenv("PATH"))
	wants := map[string]string{
		"-format=github": "::warning file=kiosk/kiosk.go,line=26,",
		"-format=sarif":  `"version": "2.1.0"`,
		"-format=json":   `"name": "outgoingApplicationSid"`,
	}
	for script := range strings.Lines(strings.Join(readmeBlocks(t, "sh", "### CI"), "\n")) {
		format := strings.Fields(script)[1]
		want, ok := wants[format]
		if !ok {
			t.Errorf("the README has %s, which is not tested", format)
		}
		delete(wants, format)
		status, output, stderr := in(t, demo, env, "sh", "-c", script)
		if _, file, ok := strings.Cut(script, " >"); ok {
			file, _, _ = strings.Cut(file, " ")
			data, err := os.ReadFile(filepath.Join(demo, file))
			if err != nil {
				t.Error(err)
			}
			output += string(data)
		}
		if status != 3 || stderr != "" || !strings.Contains(output, want) {
			t.Errorf("%sexit status %d, want 3 and %q\n%s%s", script, status, want, output, stderr)
		}
	}
	for format := range wants {
		t.Errorf("the README lacks %s", format)
	}
}
