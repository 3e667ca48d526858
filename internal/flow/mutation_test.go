package flow

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var mutate = flag.Bool("mutate", false, "break the rules of the executor, one by one, and see TestDifferential fail")

// mutants break one rule each.
var mutants = []struct{ rule, file, code, instead string }{
	{"a store to shared memory changes what may alias it", "memory.go", "\tif c.shared {\n\t\tx.clobber(st, o, p, t)\n\t}\n", ""},
	{"what escapes is shared", "escape.go", "n.shared, n.how = true, x.how", "n.how = x.how"},
	{"havoc makes shared memory unknown", "escape.go", "if !c.shared || c.volatile || o.kind == objGlobal && x.prog.steady(o.glob) != nil {", "if true {"},
	{"where ways meet, both values may be there", "join.go", "v := x.joinContents(a, b, widen)", "v := a\n\t_ = x.joinContents"},
	{"a weak store may not happen", "memory.go", "\t\tif weak {\n\t\t\treturn x.joinVals(old, v, false)\n\t\t}\n", ""},
	{"keys that are not known may be equal", "maps.go", "mayEqual(a.args[0], b.args[0])\n\t}\n\treturn true", "mayEqual(a.args[0], b.args[0])\n\t}\n\treturn false"},
	{"a goroutine may change what it has at any time", "late.go", "x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))", "_ = o"},
	{"deferred calls run", "late.go", "if d == nil || k > 200 {", "if d == nil || k >= 0 {"},
	{"a branch that can't be told goes both ways", "exec.go", "if n.block.Succs[1] != n.block.Succs[0] {", "if false {"},
	{"text is put together in order", "arith.go", "return concatOf(a, b)", "return concatOf(b, a)"},
}

// TestMutants breaks each of the mutants' rules, and expects that
// TestDifferential or TestProbes sees it.
func TestMutants(t *testing.T) {
	for _, m := range mutants {
		src, err := os.ReadFile(m.file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), m.code) {
			t.Errorf("%s: %s has no %q any more", m.rule, m.file, m.code)
			continue
		}
		if !*mutate {
			continue
		}
		t.Run(m.rule, func(t *testing.T) {
			dir := t.TempDir()
			broken, overlay := filepath.Join(dir, m.file), filepath.Join(dir, "overlay.json")
			name, err := filepath.Abs(m.file)
			if err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(map[string]any{"Replace": map[string]string{name: broken}})
			if err != nil {
				t.Fatal(err)
			}
			for name, text := range map[string][]byte{broken: []byte(strings.ReplaceAll(string(src), m.code, m.instead)), overlay: text} {
				if err := os.WriteFile(name, text, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			exe := filepath.Join(dir, "flow.test")
			if out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay="+overlay, "-o", exe, ".").CombinedOutput(); err != nil {
				t.Fatalf("it does not compile: %v\n%s", err, out)
			}
			out, err := exec.Command(exe, "-test.run=^(TestDifferential|TestProbes)$", "-programs=500", "-shrink=false").CombinedOutput()
			if err == nil {
				t.Errorf("nobody notices:\n%s", out)
			}
		})
	}
}
