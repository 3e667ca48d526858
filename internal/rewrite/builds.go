package rewrite

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
)

// This file is about other builds of the package: for another platform, or with
// other build tags. What is one constant here may be another one there:
//
//	// prod.go
//	//go:build prod
//
//	func init() { prefix = "live_" }

// elsewhere returns the names that files declare at package level, or assign to,
// that this build leaves out, with the name of such a file. Methods have a dot in
// front of their names.
//
// A file that no build has, by the tag ignore, does not count.
func (e *env) elsewhere() map[string]string {
	if e.otherFiles != nil {
		return e.otherFiles
	}
	e.otherFiles = make(map[string]string)
	for _, file := range e.ignored {
		src, err := e.readFile(file)
		if err != nil || !strings.HasSuffix(file, ".go") {
			continue
		}
		f, _ := parser.ParseFile(token.NewFileSet(), file, src, parser.ParseComments|parser.SkipObjectResolution)
		if f == nil || f.Name.Name != e.types.Name() || isForNone(f) {
			continue
		}
		for _, name := range namesIn(f) {
			e.otherFiles[name] = filepath.Base(file)
		}
	}
	return e.otherFiles
}

// isForNone reports whether the constraint of a file has the tag ignore.
func isForNone(f *ast.File) bool {
	for _, g := range f.Comments {
		if g.Pos() > f.Package {
			break
		}
		for _, c := range g.List {
			x, err := constraint.Parse(c.Text)
			if err == nil && !x.Eval(func(tag string) bool { return tag != "ignore" }) {
				return true
			}
		}
	}
	return false
}

// namesIn returns the names that a file declares at package level, and those that
// it assigns to, or takes the address of.
func namesIn(f *ast.File) []string {
	var out []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil {
				out = append(out, "."+d.Name.Name)
			} else {
				out = append(out, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					out = append(out, spec.Name.Name)
				case *ast.ValueSpec:
					for _, id := range spec.Names {
						out = append(out, id.Name)
					}
				}
			}
		}
	}
	set := func(e ast.Expr) {
		if id := root(e); id != nil {
			out = append(out, id.Name)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					set(lhs)
				}
			}
		case *ast.IncDecStmt:
			set(n.X)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				set(n.X)
			}
		}
		return true
	})
	return out
}

// platform are the constants that another platform has others for.
var platform = []string{
	"math/bits.UintSize", "os.PathListSeparator", "os.PathSeparator", "path/filepath.ListSeparator", "path/filepath.Separator",
	"runtime.Compiler", "runtime.GOARCH", "runtime.GOOS", "strconv.IntSize",
}

// inOtherBuild says what a token is made with that another build may have another
// value for, "" if there is nothing: something that the functions that make it name,
// or what that names.
func (e *env) inOtherBuild(p *plan) string {
	if p.site == nil {
		return ""
	}
	nodes := make([]ast.Node, 0, len(p.site.Steps)+len(p.replaced))
	for _, step := range p.site.Steps {
		nodes = append(nodes, step.Node)
	}
	for _, r := range p.replaced {
		nodes = append(nodes, r.node)
	}
	for _, n := range nodes {
		decl := e.pkg.OuterFunction(n)
		if decl == nil {
			continue
		}
		why, known := e.builds[decl]
		if !known {
			why = e.namesOther(decl)
			e.builds[decl] = why
		}
		if why != "" {
			return why
		}
	}
	return ""
}

// namesOther looks for such a thing in a function, and in all that it names.
func (e *env) namesOther(fn ast.Node) string {
	seen := map[ast.Node]bool{fn: true}
	todo := []ast.Node{fn}
	visit := func(n ast.Node) {
		if !seen[n] {
			seen[n] = true
			todo = append(todo, n)
		}
	}
	why := ""
	for i := 0; i < len(todo) && why == ""; i++ {
		ast.Inspect(todo[i], func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || why != "" {
				return why == ""
			}
			obj := e.pkg.Info.Uses[id]
			if obj == nil || obj.Pkg() == nil {
				return true
			}
			if obj.Pkg() != e.types {
				if slices.Contains(platform, obj.Pkg().Path()+"."+obj.Name()) {
					why = obj.Pkg().Name() + "." + obj.Name() + " is another one on another platform"
				}
				return true
			}
			name := obj.Name()
			fn, isFunc := obj.(*types.Func)
			if isFunc && fn.Signature().Recv() != nil {
				name = "." + name
			} else if obj.Parent() != e.types.Scope() {
				return true
			}
			if file := e.elsewhere()[name]; file != "" {
				why = obj.Name() + " may be another one in " + file + ", which this build leaves out"
				return false
			}
			if isFunc {
				if decl, ok := e.pkg.Decl(fn); ok {
					visit(decl)
				}
			} else {
				for _, cur := range e.pkg.Uses(obj) {
					if kind, _ := cur.ParentEdge(); kind == edge.ValueSpec_Names {
						visit(cur.Parent().Node())
					}
				}
			}
			return true
		})
	}
	return why
}
