package flow

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

var stdlib = struct {
	sync.Mutex
	fset *token.FileSet
	imp  types.Importer
}{fset: token.NewFileSet()}

// check type-checks the declarations of a package.
func checkDecls(imports []string, decls string) (Unit, *token.FileSet, error) {
	stdlib.Lock()
	defer stdlib.Unlock()
	if stdlib.imp == nil {
		stdlib.imp = importer.ForCompiler(stdlib.fset, "source", nil)
	}
	var src strings.Builder
	src.WriteString("package p\n")
	for _, path := range imports {
		fmt.Fprintf(&src, "import %q\n", path)
	}
	src.WriteString(decls)
	file, err := parser.ParseFile(stdlib.fset, "p.go", src.String(), parser.SkipObjectResolution)
	if err != nil {
		return Unit{}, nil, err
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Instances: make(map[*ast.Ident]types.Instance), Implicits: make(map[ast.Node]types.Object),
		Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
	}
	pkg, err := (&types.Config{Importer: stdlib.imp, GoVersion: "go1.25"}).Check("example.com/p", stdlib.fset, []*ast.File{file}, info)
	if err != nil {
		return Unit{}, nil, err
	}
	return Unit{pkg, info, []*ast.File{file}}, stdlib.fset, nil
}

// An answer is what probe is called with, by the number of the probe.
type answer struct {
	any    bool
	values []string
}

func (a answer) String() string {
	s := slices.Clone(a.values)
	slices.Sort(s)
	if a.any {
		s = append(s, "?")
	}
	return strings.Join(s, "|")
}

// observe executes the function of a name, and answers what probe is called
// with in it.
func observe(u Unit, fset *token.FileSet, entry string, index int) (map[int]answer, error) {
	p := NewProgram(fset, []Unit{u}, nil)
	p.runInits(100000)
	x := newExecutor(p)
	x.budget = 200000
	fn := p.ssa.Package(u.Types).Func(entry)
	if fn == nil {
		return nil, fmt.Errorf("no function %s", entry)
	}
	x.runRoot(fn)
	out := make(map[int]answer)
	evals := x.evals
	if init := p.ssa.Package(u.Types).Func("init"); index == 1 && init != nil {
		y := newExecutor(p)
		y.budget, y.initializing = 200000, p.ssa.Package(u.Types)
		y.runRoot(init)
		maps.Copy(evals, y.evals)
	}
	number := func(n ast.Node) (int, bool) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return 0, false
		}
		if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "probe" {
			return 0, false
		}
		if len(call.Args) != 2 {
			return 0, true
		}
		c, _ := constant.Int64Val(u.Info.Types[call.Args[0]].Value)
		return int(c), true
	}
	if x.gaveUp {
		// Nothing is known.
		for _, f := range u.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if i, ok := number(n); ok {
					out[i] = answer{any: true}
				}
				return true
			})
		}
		return out, nil
	}
	for key, ev := range evals {
		n, ok := number(key.expr)
		if !ok {
			continue
		}
		a := out[n]
		for _, e := range ev.list {
			a.add(probed(e.v, index))
		}
		out[n] = a
	}
	return out, nil
}

// probed returns the argument of a call of probe.
func probed(v *val, i int) *val {
	if v.kind == kSym && v.sym.call != nil && i < len(v.sym.call.args) {
		return v.sym.call.args[i]
	}
	return unknown
}

func (a *answer) add(v *val) {
	if v.kind == kIface {
		v = v.args[0]
	}
	switch {
	case v.kind == kChoice:
		for _, alt := range v.args {
			a.add(alt)
		}
		return
	case v.kind == kConst && v.c == nil:
		a.values = append(a.values, "<nil>")
		return
	case v.kind == kConst && v.c.Kind() != constant.String:
		a.values = append(a.values, v.c.ExactString())
		return
	}
	if s, ok := v.text(); ok {
		a.values = append(a.values, s)
		return
	}
	a.any = true
}

// TestProbes holds the executor to programs of a few lines. Each says what
// probe is really called with; what the executor answers must not exclude it.
func TestProbes(t *testing.T) {
	f, err := os.Open("testdata/probes.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	var lines []string
	known, total := 0, 0
	run := func() {
		if len(lines) < 3 {
			lines = nil
			return
		}
		name, want, src := lines[0], lines[1], strings.Join(lines[2:], "\n")
		lines = nil
		t.Run(name, func(t *testing.T) {
			var imports []string
			for _, path := range []string{"bytes", "container/list", "fmt", "io", "log", "maps", "net/url", "os", "reflect", "slices", "strings", "sync"} {
				if strings.Contains(src, path[strings.LastIndex(path, "/")+1:]+".") {
					imports = append(imports, path)
				}
			}
			u, fset, err := checkDecls(imports, "func probe(any)\n"+src)
			if err != nil {
				t.Fatal(err)
			}
			got, err := observe(u, fset, "f", 0)
			if err != nil {
				t.Fatal(err)
			}
			a, ok := got[0]
			if !ok {
				t.Fatal("probe is never called")
			}
			total++
			if want == "?" || a.any {
				t.Logf("%s: %s", a, src)
				return
			}
			text, err := strconv.Unquote(want)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(a.values, text) {
				t.Errorf("got %s, want %s: %s", a, want, src)
				return
			}
			if len(a.values) == 1 {
				known++
			}
		})
	}
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			run()
		default:
			lines = append(lines, line)
		}
	}
	run()
	if known < 53 {
		t.Errorf("%d of %d are known, want 53 at least", known, total)
	}
}
