package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/captoken/captoken/integration/internal/drive"
	"github.com/captoken/captoken/integration/internal/drivegen"
)

// A program is a module that all functions of interest are called in.
type program struct {
	dir      string
	packages map[string]*drivegen.Package // by import path; those of interest
	goals    map[string][]drivegen.Function
	broken   map[string]string // what the compiler says, by import path
}

// folder returns the folder of a package. The module's path is the first element of its packages' paths.
func (p *program) folder(pkg string) string {
	_, rest, _ := strings.Cut(pkg, "/")
	return filepath.Join(p.dir, filepath.FromSlash(rest))
}

// readProgram reads the packages that have findings.
func readProgram(dir string, findings []Finding) (*program, error) {
	p := &program{dir, make(map[string]*drivegen.Package), make(map[string][]drivegen.Function), make(map[string]string)}
	for _, f := range findings {
		pkg := p.packages[f.Package]
		if pkg == nil {
			var err error
			if pkg, err = drivegen.Read(p.folder(f.Package)); err != nil {
				return nil, err
			}
			p.packages[f.Package] = pkg
		}
		if function, ok := pkg.At(f.File, f.Line); ok {
			p.goals[f.Package] = append(p.goals[f.Package], function)
		}
	}
	return p, nil
}

// in returns the same program in another folder.
func (p *program) in(dir string) *program {
	other := *p
	other.dir = dir
	other.broken = make(map[string]string)
	return &other
}

// build notes which packages don't compile.
func (p *program) build(ctx context.Context) error {
	cmd := command(ctx, p.dir, "go", "build", "./...")
	output, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err == nil || !errors.As(err, &exit) {
		return err
	}
	pkg := ""
	for line := range strings.Lines(string(output)) {
		if path, ok := strings.CutPrefix(line, "# "); ok {
			pkg = strings.TrimSpace(path)
		} else if pkg == "" {
			return fmt.Errorf("go build: %w\n%s", err, output)
		} else {
			p.broken[pkg] += line
		}
	}
	return nil
}

// drivers and mainFolder are what the proof adds to the module.
const (
	driveFolder = "zzdrive"
	mainFolder  = "zzmain"
)

// addDrivers makes the module one that calls the functions of all packages that compile.
func (p *program) addDrivers(module string) error {
	if err := drive.CopyTo(filepath.Join(p.dir, driveFolder)); err != nil {
		return err
	}
	var imports, list strings.Builder
	for i, path := range slices.Sorted(maps.Keys(p.packages)) {
		if p.broken[path] != "" {
			continue
		}
		present, err := drivegen.Read(p.folder(path))
		if err != nil {
			return err
		}
		pkg := p.packages[path]
		functions := slices.DeleteFunc(pkg.Reaching(p.goals[path]...), func(f drivegen.Function) bool {
			return f.Skip != "" || !present.Declares(f.Name)
		})
		source := pkg.Driver(path, module+"/"+driveFolder, functions)
		if err := os.WriteFile(filepath.Join(p.folder(path), drivegen.FileName), source, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&imports, "p%d %q\n", i, path)
		fmt.Fprintf(&list, "p%d.ZZDrive,\n", i)
	}
	const test = `package main

import (
	"os"
	"strings"
	"testing"

	"%s/%s"
%s)

func TestDrive(t *testing.T) {
	output, err := os.Create(os.Getenv("ZZDRIVE_CALLS"))
	if err != nil {
		t.Fatal(err)
	}
	zzdrive.Run(t, []zzdrive.Package{
		%s
	}, strings.Fields(os.Getenv("ZZDRIVE_LEAVE_OUT")), output)
	if err := output.Close(); err != nil {
		t.Error(err)
	}
}
`
	folder := filepath.Join(p.dir, mainFolder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	source := fmt.Sprintf(test, module, driveFolder, imports.String(), list.String())
	return os.WriteFile(filepath.Join(folder, "drive_test.go"), []byte(source), 0o666)
}

// maxEnds is how many functions may end the program before the proof gives up.
const maxEnds = 20

// run returns the calls, by their keys. A function that ends the program, by os.Exit or in a goroutine of its own, is
// left out when it runs again.
func (p *program) run(ctx context.Context) (map[string]drive.Call, error) {
	folder := filepath.Join(p.dir, mainFolder)
	exe, file := filepath.Join(folder, "drive.exe"), filepath.Join(folder, "calls.json")
	compile := command(ctx, folder, "go", "test", "-c", "-vet=off", "-o", exe, ".")
	if output, err := compile.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go test -c: %w\n%s", err, output)
	}
	var leftOut []string
	for {
		cmd := command(ctx, folder, exe, "-test.timeout=20s")
		cmd.Env = slices.Concat(cmd.Env, p.environment(),
			[]string{"ZZDRIVE_CALLS=" + file, "ZZDRIVE_LEAVE_OUT=" + strings.Join(leftOut, " ")})
		output, err := cmd.CombinedOutput()
		calls, last, readErr := readCalls(file)
		if readErr != nil {
			return nil, readErr
		}
		if err == nil {
			return calls, nil
		}
		if slices.Contains(leftOut, last.FullName()) || len(leftOut) == maxEnds {
			return nil, fmt.Errorf("%s: %w\n%s", last.FullName(), err, output)
		}
		leftOut = append(leftOut, last.FullName())
	}
}

// readCalls returns the calls that are complete, and the last that was begun.
func readCalls(file string) (calls map[string]drive.Call, last drive.Call, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, last, err
	}
	calls = make(map[string]drive.Call)
	for decoder := json.NewDecoder(bytes.NewReader(data)); ; {
		var call drive.Call
		switch err := decoder.Decode(&call); {
		case errors.Is(err, io.EOF):
			return calls, last, nil
		case err != nil:
			return nil, last, err
		}
		if last = call; !call.Begun {
			calls[call.Key()] = call
		}
	}
}

// environment sets all variables that the packages may read, and those that fixed code reads.
func (p *program) environment() (settings []string) {
	names := []string{"TWILIO_API_KEY", "TWILIO_API_SECRET"}
	for _, pkg := range p.packages {
		names = append(names, pkg.Environment()...)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if os.Getenv(name) != "" && !strings.HasPrefix(name, "TWILIO") {
			continue // PATH, for instance
		}
		text := drive.Text(name)
		if text == "" {
			text = drive.PlainName
		}
		settings = append(settings, name+"="+text)
	}
	return settings
}
