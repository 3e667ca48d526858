package difftest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestRunAgainstMain holds Run to what programs print that are built as they
// are, with a process for each combination of arguments.
func TestRunAgainstMain(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds many programs")
	}
	var programs []Program
	for seed := uint64(0); len(programs) < 16; seed++ {
		p := Generate(seed, size)
		if slices.Contains(p.Features, "init function") || slices.Contains(p.Features, "embedded struct") {
			programs = append(programs, p)
		}
	}
	got, err := Run(t.TempDir(), programs)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module plain\n\ngo 1.25\n")
	for i, p := range programs {
		// Have: the header says what probe does: nothing.
		file := strings.Replace(p.File("main"), "func probe(id int, x any) {}", "func probe(id int, x any) { show(id, x) }", 1)
		write(fmt.Sprintf("bin%d/program.go", i), file)
		write(fmt.Sprintf("bin%d/main.go", i), `package main

import (
	"fmt"
	"os"
)

func show(id int, x any) { fmt.Printf("%d %q\n", id, fmt.Sprint(x)) }

func main() { F(os.Args[1] == "1", os.Args[2] == "1", os.Args[3]) }
`)
	}
	build := exec.Command("go", "build", "-gcflags=-N -l", "-o", filepath.Join(dir, "out")+string(filepath.Separator), "./...")
	build.Dir = dir
	build.Env = goEnv()
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i := range programs {
		want := map[int][]string{}
		for n := range 8 {
			args := []string{fmt.Sprint(n & 1), fmt.Sprint(n >> 1 & 1), []string{"", "alice"}[n>>2]}
			out, _ := exec.Command(filepath.Join(dir, "out", fmt.Sprint("bin", i)), args...).Output()
			for line := range strings.Lines(string(out)) {
				var id int
				var text string
				if _, err := fmt.Sscanf(line, "%d %q", &id, &text); err != nil {
					t.Fatal(err)
				}
				want[id] = append(want[id], text)
			}
		}
		for id, texts := range want {
			slices.Sort(texts)
			want[id] = slices.Compact(texts)
		}
		if !reflect.DeepEqual(got[i], want) {
			t.Errorf("seed %d: got %v, want %v", programs[i].Seed, got[i], want)
		}
	}
}
