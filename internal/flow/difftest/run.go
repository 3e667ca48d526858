package difftest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// perPackage is how many programs one package of the binary has. A package for
// each would make the go command slow, and one for all the compiler.
const perPackage = 50

// A Runner says how programs are run.
type Runner struct {
	// Dir is a directory that is empty or missing, or one that a Runner had.
	Dir string
	// Calls is how often F is called, one call after the other, before the
	// package-level variables get their first values again. 0 means 1.
	Calls int
}

// Run compiles the programs into one binary and runs it. For each program it
// returns what each probe was called with, by id: the texts of fmt.Sprint,
// sorted, each once. A probe that was never called has no entry.
//
// F is called with all combinations of b0, b1, and the strings "" and "alice".
// Each combination finds the package-level variables as they are at the start
// of a program. A program that panics, loops or blocks ends there, and what it
// has printed before counts.
//
// The error says that a program does not compile, or that the go command fails.
func (r Runner) Run(programs []Program) ([]map[int][]string, error) {
	return r.values(newChecker(), programs)
}

// Run is Runner.Run with one call for each combination.
func Run(dir string, programs []Program) ([]map[int][]string, error) {
	return Runner{Dir: dir}.Run(programs)
}

func (r Runner) values(c *checker, programs []Program) ([]map[int][]string, error) {
	runs, err := r.run(c, programs)
	if err != nil {
		return nil, err
	}
	out := make([]map[int][]string, len(runs))
	for i, r := range runs {
		out[i] = r.values
	}
	return out, nil
}

// A ran is what a program did.
type ran struct {
	values map[int][]string
	// end is how the last call ended that did not return: panicked, stopped
	// after too many steps, blocked, or crashed. Else it is returned.
	end string
}

// run is Run with a checker that may have seen some imports.
func (r Runner) run(c *checker, programs []Program) ([]ran, error) {
	if len(programs) == 0 {
		return nil, nil
	}
	if err := write(c, r.Dir, programs); err != nil {
		return nil, err
	}
	binary, err := filepath.Abs(filepath.Join(r.Dir, "programs.exe"))
	if err != nil {
		return nil, err
	}
	// The language is the measure, not what a compiler makes of it: go1.26.8,
	// optimizing, loses a store through a pointer to one of two variables.
	cmd := exec.Command("go", "build", "-gcflags=difftest/...=-N -l", "-ldflags=-s -w", "-o", binary, ".")
	cmd.Dir = r.Dir
	cmd.Env = goEnv()
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return execute(binary, max(r.Calls, 1), len(programs))
}

// write writes the module.
func write(c *checker, dir string, programs []Program) error {
	if err := c.need(programs); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(dir, "g[0-9]*"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if err := os.RemoveAll(name); err != nil {
			return err
		}
	}
	files := map[string]string{
		"go.mod":                       "module difftest\n\n" + strings.Replace(goVersion, "go", "go ", 1) + "\n",
		filepath.Join("run", "run.go"): runSource,
	}
	main, list := "package main\n\nimport \"difftest/run\"\n", ""
	for start := 0; start < len(programs); start += perPackage {
		name := fmt.Sprint("g", start/perPackage)
		entries := ""
		for n := start; n < min(start+perPackage, len(programs)); n++ {
			checked, err := c.check(programs[n])
			if err != nil {
				return fmt.Errorf("program %d of seed %d: %w\n%s", n, programs[n].Seed, err, numbered(programs[n].File("p")+programs[n].Lower))
			}
			file := fmt.Sprintf("p%d.go", n)
			files[filepath.Join(name, file)] = prepare(checked, n, "difftest/"+name+"/"+lowerName)
			if checked.lower != nil {
				files[filepath.Join(name, lowerName, file)] = prepare(checked.lower, n, "")
			}
			entries += fmt.Sprintf("\t{p%d_state, p%[1]d_start, P%[1]d_F},\n", n)
		}
		files[filepath.Join(name, "entries.go")] = "package p\n\nimport \"difftest/run\"\n\nvar Entries = []run.Entry{\n" + entries + "}\n"
		main += fmt.Sprintf("import %s \"difftest/%[1]s\"\n", name)
		list += fmt.Sprintf("\tentries = append(entries, %s.Entries...)\n", name)
	}
	files["main.go"] = main + "\nfunc main() {\n\tvar entries []run.Entry\n" + list + "\trun.Main(entries)\n}\n"
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := files[name]
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// numbered returns text with the numbers of the lines.
func numbered(text string) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		n++
		fmt.Fprintf(&b, "%3d %s", n, line)
	}
	return b.String()
}

// execute runs the binary. After a program that killed the process it starts
// again with the next one.
func execute(binary string, calls, n int) ([]ran, error) {
	out := make([]ran, n)
	for i := range out {
		out[i].values = map[int][]string{}
	}
	for next := 0; next < n; {
		cmd := exec.Command(binary, strconv.Itoa(next), strconv.Itoa(calls))
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		stdout, err := cmd.Output()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			return nil, err
		}
		begun := parse(string(stdout), out)
		switch {
		case err == nil && begun == n-1 && out[begun].end != "":
			next = n
		case begun < next:
			return nil, fmt.Errorf("the binary does not start: %w\n%s", err, stderr.Bytes())
		default:
			if out[begun].end == "" {
				out[begun].end = "crashed"
			}
			next = begun + 1
		}
	}
	for i := range out {
		for id, values := range out[i].values {
			slices.Sort(values)
			out[i].values[id] = slices.Compact(values)
		}
	}
	return out, nil
}

// parse reads the lines that the binary printed. It returns the last program
// that began, or -1.
func parse(stdout string, out []ran) int {
	begun := -1
	for line := range strings.Lines(stdout) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		if len(fields) < 2 {
			continue
		}
		n, err := strconv.Atoi(fields[1])
		if err != nil || n < 0 || n >= len(out) {
			continue
		}
		switch {
		case fields[0] == "b":
			begun = n
		case fields[0] == "e" && len(fields) == 3:
			out[n].end = fields[2]
		case fields[0] == "v" && len(fields) == 4:
			id, err := strconv.Atoi(fields[2])
			text, err2 := strconv.Unquote(fields[3])
			if err == nil && err2 == nil {
				out[n].values[id] = append(out[n].values[id], text)
			}
		}
	}
	return begun
}
