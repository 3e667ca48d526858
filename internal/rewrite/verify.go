package rewrite

import (
	_ "embed"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/edit"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// verify refuses plans that don't compile, alone or together with the
// others. It checks them all at once first: plans that touch different
// functions, and share no more than identical edits to the imports, compile
// alone if they do together.
func (e *env) verify(plans []*plan) {
	ok := func() []*plan {
		return slices.DeleteFunc(slices.Clone(plans), func(p *plan) bool { return p.refused != nil })
	}
	if len(ok()) == 0 {
		return
	}
	if e.compile(ok()) == nil {
		e.alone(ok())
		return
	}
	byFile := make(map[*file][]*plan)
	for _, p := range ok() {
		byFile[p.file] = append(byFile[p.file], p)
	}
	for _, plans := range byFile {
		if len(byFile) == 1 || e.compile(plans) != nil {
			e.narrow(plans)
		}
	}
	if err := e.compile(ok()); err != nil {
		refuseAll(ok(), "together with other files: "+err.Error())
	}
}

// maxTrials bounds how many plans of one file are tried one by one.
const maxTrials = 100

// narrow refuses those plans of one file that don't compile, alone or with
// those before them.
func (e *env) narrow(plans []*plan) {
	var kept []*plan
	for i, group := range groups(plans) {
		if i > maxTrials {
			refuseAll(group, "too many in one file to tell which of them does not compile")
			continue
		}
		if err := e.compile(group); err != nil {
			refuseAll(group, err.Error())
			continue
		}
		if err := e.compile(slices.Concat(kept, group)); err != nil {
			refuseAll(group, "together with another: "+err.Error())
			continue
		}
		kept = append(kept, group...)
	}
}

// groups returns plans by themselves, but for those that go together.
func groups(plans []*plan) [][]*plan {
	var out [][]*plan
	together := make(map[ast.Node]int)
	for _, p := range plans {
		if i, seen := together[p.together]; seen {
			out[i] = append(out[i], p)
			continue
		}
		if p.together != nil {
			together[p.together] = len(out)
		}
		out = append(out, []*plan{p})
	}
	return out
}

func refuseAll(plans []*plan, text string) {
	for _, p := range plans {
		p.refused = refuse(vt.Unverified, oneLine(text))
	}
}

// alone tries the plans by themselves that share a function with others.
// Have: all of them compile together. Those that don't alone go together.
func (e *env) alone(plans []*plan) {
	byDecl := make(map[ast.Node][]*plan)
	for _, p := range plans {
		byDecl[p.decl()] = append(byDecl[p.decl()], p)
	}
	trials := 0
	for _, p := range plans {
		group := byDecl[p.decl()]
		if len(group) < 2 || p.together != nil {
			continue
		}
		if trials++; trials > maxTrials || e.compile([]*plan{p}) != nil {
			for _, q := range group {
				q.together = q.decl()
			}
		}
	}
}

func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// compile type-checks the package with plans carried out.
func (e *env) compile(plans []*plan) error {
	byFile := make(map[*file][]*plan)
	for _, p := range plans {
		byFile[p.file] = append(byFile[p.file], p)
	}
	// Positions of the new files must not be those of the old.
	fset := token.NewFileSet()
	fset.AddFile("", 1, e.fset.Base())
	imp := &importer{env: e, fset: fset, made: make(map[string]*types.Package)}
	var files []*ast.File
	for _, syntax := range e.syntax {
		f := e.files[syntax]
		plans := byFile[f]
		if f == nil || len(plans) == 0 {
			files = append(files, syntax)
			continue
		}
		edits, err := e.edits(f, plans)
		if err != nil {
			return err
		}
		src, err := edit.Apply(f.src, edits)
		if err != nil {
			return err
		}
		after, err := parser.ParseFile(fset, f.tok.Name(), src, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return errors.New("it does not parse")
		}
		if lost := f.lost(after); lost != "" {
			return errors.New("a comment would be lost: " + lost)
		}
		files = append(files, after)
		for _, p := range plans {
			imp.api(p.pkg.Path, p.pkg.API)
		}
	}
	var first error
	conf := types.Config{
		GoVersion:   e.types.GoVersion(),
		Importer:    imp,
		Sizes:       e.sizes,
		FakeImportC: true,
		Error: func(err error) {
			var typeErr types.Error
			if errors.As(err, &typeErr) {
				err = errors.New(typeErr.Msg) // without the name of the file
			}
			if first == nil {
				first = err
			}
		},
	}
	conf.Check(e.types.Path(), fset, files, nil) // errors go to conf.Error
	return first
}

// lost returns a comment of the file that is not in the file that it is to
// become, "" if all of them are.
func (f *file) lost(after *ast.File) string {
	count := make(map[string]int)
	for _, g := range after.Comments {
		for _, c := range g.List {
			count[c.Text]++
		}
	}
	for _, c := range f.all {
		if count[c.Text]--; count[c.Text] < 0 {
			return c.Text
		}
	}
	return ""
}

// An importer finds the packages that the driver has loaded. For others that
// new code uses it makes do with declarations of what is used of them.
type importer struct {
	env  *env
	fset *token.FileSet
	apis map[string]string
	made map[string]*types.Package
}

func (m *importer) api(path, source string) {
	if m.apis == nil {
		m.apis = map[string]string{"os": osAPI, "fmt": fmtAPI, "time": timeAPI}
	}
	if source != "" {
		m.apis[path] = source
	}
}

// Import implements [types.Importer].
func (m *importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	for _, f := range m.env.syntax {
		for _, spec := range f.Imports {
			if pn := m.env.pkg.Info.PkgNameOf(spec); pn != nil && pathOf(spec) == path {
				return pn.Imported(), nil
			}
		}
	}
	if p := m.made[path]; p != nil {
		return p, nil
	}
	source, ok := m.apis[path]
	if !ok {
		return nil, fmt.Errorf("package %s is not at hand", path)
	}
	var given *types.Package
	if path == "time" {
		given = m.loaded(path)
		source = withoutGiven(source, given)
	}
	file, err := parser.ParseFile(m.fset, path, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: importerFunc(func(p string) (*types.Package, error) {
		if p == "loaded" && given != nil {
			return given, nil
		}
		return m.Import(p)
	}), IgnoreFuncBodies: true, Error: func(error) {}}
	p, err := conf.Check(path, m.fset, []*ast.File{file}, nil)
	if p == nil {
		return nil, err
	}
	m.made[path] = p
	return p, nil
}

type importerFunc func(path string) (*types.Package, error)

// Import implements [types.Importer].
func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// loaded returns a package that others are built on, which may be incomplete,
// nil if there is none.
func (m *importer) loaded(path string) *types.Package {
	seen := make(map[*types.Package]bool)
	var find func(p *types.Package) *types.Package
	find = func(p *types.Package) *types.Package {
		if seen[p] {
			return nil
		}
		seen[p] = true
		if p.Path() == path {
			return p
		}
		for _, q := range p.Imports() {
			if found := find(q); found != nil {
				return found
			}
		}
		return nil
	}
	return find(m.env.types)
}

// withoutGiven declares the types of package time that values in the code
// have already as those.
func withoutGiven(source string, given *types.Package) string {
	if given == nil {
		return source
	}
	imported := false
	for _, name := range []string{"Duration", "Time"} {
		if given.Scope().Lookup(name) == nil {
			continue
		}
		imported = true
		var kept []string
		for line := range strings.Lines(source) {
			switch {
			case strings.HasPrefix(line, "type "+name+" "):
				kept = append(kept, "type "+name+" = loaded."+name+"\n")
			case strings.HasPrefix(line, "func (x "+name+")"):
			default:
				kept = append(kept, line)
			}
		}
		source = strings.Join(kept, "")
	}
	if imported {
		source = strings.Replace(source, "package time\n", "package time\n\nimport loaded \"loaded\"\n", 1)
	}
	return source
}

// Of the standard library, new code uses these.
const (
	osAPI  = "package os\n\nfunc Getenv(key string) string\n"
	fmtAPI = "package fmt\n\nfunc Sprintf(format string, a ...any) string\n"
)

//go:embed time.go.txt
var timeAPI string
