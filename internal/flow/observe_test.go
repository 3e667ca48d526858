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

// A text is the declarations of a package. It imports other texts by their
// paths.
type text struct {
	path    string // the last element is the name of the package
	imports []string
	decls   string
}

// checkTexts type-checks the packages of a program. It returns them in the
// order of the texts.
func checkTexts(texts ...text) ([]Unit, *token.FileSet, error) {
	stdlib.Lock()
	defer stdlib.Unlock()
	if stdlib.imp == nil {
		stdlib.imp = importer.ForCompiler(stdlib.fset, "source", nil)
	}
	imp := &textImporter{texts: texts, units: make([]Unit, len(texts))}
	for _, t := range texts {
		if _, err := imp.Import(t.path); err != nil {
			return nil, nil, err
		}
	}
	return imp.units, stdlib.fset, nil
}

// A textImporter imports texts, and packages of the standard library.
type textImporter struct {
	texts []text
	units []Unit
}

func (m *textImporter) Import(path string) (*types.Package, error) {
	i := slices.IndexFunc(m.texts, func(t text) bool { return t.path == path })
	if i < 0 {
		return stdlib.imp.Import(path)
	}
	if m.units[i].Types == nil {
		u, err := m.check(m.texts[i])
		if err != nil {
			return nil, err
		}
		m.units[i] = u
	}
	return m.units[i].Types, nil
}

func (m *textImporter) check(t text) (Unit, error) {
	name := t.path[strings.LastIndex(t.path, "/")+1:]
	var src strings.Builder
	fmt.Fprintf(&src, "package %s\n", name)
	for _, path := range t.imports {
		fmt.Fprintf(&src, "import %q\n", path)
	}
	src.WriteString(t.decls)
	file, err := parser.ParseFile(stdlib.fset, name+".go", src.String(), parser.SkipObjectResolution)
	if err != nil {
		return Unit{}, err
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Instances: make(map[*ast.Ident]types.Instance), Implicits: make(map[ast.Node]types.Object),
		Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
	}
	pkg, err := (&types.Config{Importer: m, GoVersion: "go1.25"}).Check(t.path, stdlib.fset, []*ast.File{file}, info)
	if err != nil {
		return Unit{}, err
	}
	return Unit{Types: pkg, Info: info, Files: []*ast.File{file}}, nil
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

// observe executes the function of a name in the first of the packages, and
// answers what probe is called with in it.
func observe(units []Unit, fset *token.FileSet, entry string, index int) (map[int]answer, error) {
	p := NewProgram(fset, units, nil)
	p.runInits(100000)
	x := newExecutor(p)
	x.budget = 200000
	fn := p.ssa.Package(units[0].Types).Func(entry)
	if fn == nil {
		return nil, fmt.Errorf("no function %s", entry)
	}
	x.runRoot(fn)
	out := make(map[int]answer)
	all := []map[evalKey]*eval{x.evals}
	for _, u := range units {
		if init := p.ssa.Package(u.Types).Func("init"); index == 1 && init != nil {
			y := newExecutor(p)
			y.budget, y.initializing = 200000, p.ssa.Package(u.Types)
			y.runRoot(init)
			all = append(all, y.evals)
		}
	}
	info := infoOf(units)
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
		c, _ := constant.Int64Val(info.Types[call.Args[0]].Value)
		return int(c), true
	}
	if x.gaveUp {
		// Nothing is known.
		for _, u := range units {
			for _, f := range u.Files {
				ast.Inspect(f, func(n ast.Node) bool {
					if i, ok := number(n); ok {
						out[i] = answer{any: true}
					}
					return true
				})
			}
		}
		return out, nil
	}
	for _, evals := range all {
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
			units, fset, err := checkTexts(text{"example.com/p", imports, "func probe(any)\n" + src})
			if err != nil {
				t.Fatal(err)
			}
			got, err := observe(units, fset, "f", 0)
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
