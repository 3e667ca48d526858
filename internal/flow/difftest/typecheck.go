package difftest

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A checker parses programs and checks their types. It finds the export data
// of the imported packages with the go command, once for each.
type checker struct {
	fset    *token.FileSet
	exports map[string]string // by import path, where the export data is
	imp     types.Importer
}

func newChecker() *checker {
	c := &checker{fset: token.NewFileSet(), exports: map[string]string{}}
	c.imp = importer.ForCompiler(c.fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := c.exports[path]
		if !ok {
			return nil, fmt.Errorf("no export data of %q", path)
		}
		return os.Open(file)
	})
	return c
}

// need finds the export data of the packages that the programs import.
func (c *checker) need(programs []Program) error {
	var paths []string
	for _, p := range programs {
		for _, path := range slices.Concat(p.Imports, p.LowerImports) {
			if _, ok := c.exports[path]; !ok && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	if len(paths) == 0 {
		return nil
	}
	slices.Sort(paths)
	cmd := exec.Command("go", append([]string{"list", "-export", "-f", "{{.ImportPath}} {{.Export}}", "--"}, paths...)...)
	cmd.Env = goEnv()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list: %w\n%s", err, stderr.Bytes())
	}
	for line := range strings.Lines(string(out)) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			c.exports[path] = file
		}
	}
	return nil
}

// goEnv is the environment of the go command: it works offline, with the
// module that it is started in.
func goEnv() []string {
	return append(os.Environ(), "GO111MODULE=on", "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOTOOLCHAIN=local", "CGO_ENABLED=0")
}

// A checked is a program whose types are known.
type checked struct {
	text string // of the file
	fset *token.FileSet
	file *ast.File
	pkg  *types.Package
	info *types.Info

	imp   types.Importer
	lower *checked // the package that it imports, or nil
}

// Import imports the package that is checked as lower. It implements
// [types.Importer].
func (c *checked) Import(path string) (*types.Package, error) {
	if c.lower != nil && path == lowerName {
		return c.lower.pkg, nil
	}
	return c.imp.Import(path)
}

// check checks the types of a program. The packages that it imports have been
// needed before.
func (c *checker) check(p Program) (*checked, error) {
	var lower *checked
	if p.Lower != "" {
		var err error
		if lower, err = c.checkPackage(p.lower(), lowerName, nil); err != nil {
			return nil, err
		}
	}
	out, err := c.checkPackage(p, "p", lower)
	if err != nil {
		return nil, err
	}
	f, ok := out.pkg.Scope().Lookup("F").(*types.Func)
	if !ok || types.TypeString(f.Type(), nil) != "func(b0 bool, b1 bool, s0 string)" {
		return nil, errors.New("there is no func F(b0, b1 bool, s0 string)")
	}
	return out, nil
}

// checkPackage checks the types of one package of a program.
func (c *checker) checkPackage(p Program, name string, lower *checked) (*checked, error) {
	out := &checked{
		text:  p.File(name),
		fset:  c.fset,
		imp:   c.imp,
		lower: lower,
		info: &types.Info{
			Defs:  map[*ast.Ident]types.Object{},
			Uses:  map[*ast.Ident]types.Object{},
			Types: map[ast.Expr]types.TypeAndValue{},
		},
	}
	var err error
	out.file, err = parser.ParseFile(c.fset, name+".go", out.text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: out, GoVersion: goVersion}
	out.pkg, err = conf.Check(name, c.fset, []*ast.File{out.file}, out.info)
	if err != nil {
		return nil, err
	}
	return out, nil
}

// offset returns where pos is in the text.
func (c *checked) offset(pos token.Pos) int { return c.fset.Position(pos).Offset }

// goVersion is the version of the language that programs are written in.
const goVersion = "go1.25"
