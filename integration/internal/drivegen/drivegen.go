// Package drivegen writes, for a package under test, the file that tells package drive how to call its functions. It
// reads the package's syntax alone: the arguments are made when the program runs.
package drivegen

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Package is what the syntax of a package tells.
type Package struct {
	Name      string
	Functions []Function
	Variables []string            // of the package, with a name
	Words     map[string][]string // texts that something is compared with, by its name
	Keys      []string            // that requests are asked for
	Fields    []string            // names of texts in structs
	Texts     []string            // all constant texts
}

// A Function is declared by the package, or is the value of a variable of it.
type Function struct {
	Name     string // f, T.m, (*T).m, or that of a variable with functions in its value
	File     string // base name
	From, To int    // lines
	Params   []string
	Skip     string   // why it can't be called, if so
	source   string   // a Go expression
	Mentions []string // names of all that it may call
}

// FileName is that of the file that a package's driver belongs into.
const FileName = "zz_drive.go"

// Read reads the package in a folder.
func Read(dir string) (*Package, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	pkg := &Package{Words: make(map[string][]string)}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == FileName {
			continue
		}
		if match, err := build.Default.MatchFile(dir, name); err != nil {
			return nil, err
		} else if !match {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		pkg.Name = file.Name.Name
		pkg.addFile(files, file)
	}
	for _, list := range []*[]string{&pkg.Keys, &pkg.Fields, &pkg.Texts} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return pkg, nil
}

func (p *Package) addFile(files *token.FileSet, file *ast.File) {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			p.addFunction(files, decl)
		case *ast.GenDecl:
			if decl.Tok == token.VAR {
				for _, spec := range decl.Specs {
					p.addVariables(files, spec.(*ast.ValueSpec))
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		p.addTexts(n)
		return true
	})
}

func (p *Package) addFunction(files *token.FileSet, decl *ast.FuncDecl) {
	f := function(files, decl, decl.Type)
	f.Name = decl.Name.Name
	if decl.Recv != nil {
		f.Params = append(names(decl.Recv), f.Params...)
		receiver, ok := receiverName(decl.Recv.List[0].Type)
		f.Name = receiver + "." + f.Name
		if !ok {
			f.Skip = "method of a generic type"
		}
	}
	f.source = f.Name
	switch params := decl.Type.TypeParams; {
	case params != nil && onlyTexts(params):
		f.source += "[" + strings.Repeat("string, ", params.NumFields()-1) + "string]"
	case params != nil:
		f.Skip = "generic"
	case decl.Recv == nil && (decl.Name.Name == "main" || decl.Name.Name == "init"):
		f.Skip = "not to be called by a program"
	case slices.ContainsFunc(decl.Type.Params.List, isTesting):
		f.Skip = "a test"
	case decl.Name.Name == "_":
		f.Skip = "blank"
	case decl.Body == nil:
		f.Skip = "no body"
	}
	p.Functions = append(p.Functions, f)
}

// receiverName returns the name of a method's type. It is not all of it if the type is generic.
func receiverName(t ast.Expr) (name string, ok bool) {
	switch t := t.(type) {
	case *ast.Ident:
		return t.Name, true
	case *ast.StarExpr:
		name, ok = receiverName(t.X)
		return "(*" + name + ")", ok
	case *ast.IndexExpr:
		name, _ = receiverName(t.X)
	case *ast.IndexListExpr:
		name, _ = receiverName(t.X)
	}
	return name, false
}

// onlyTexts reports whether strings will do for all type parameters.
func onlyTexts(params *ast.FieldList) bool {
	return !slices.ContainsFunc(params.List, func(field *ast.Field) bool {
		constraint := field.Type
		if approximate, ok := constraint.(*ast.UnaryExpr); ok {
			constraint = approximate.X
		}
		ident, ok := constraint.(*ast.Ident)
		return !ok || ident.Name != "string" && ident.Name != "any" && ident.Name != "comparable"
	})
}

// isTesting reports whether a parameter is a test: a test that fails leaves the goroutine.
func isTesting(field *ast.Field) bool {
	pointer, ok := field.Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	selector, ok := pointer.X.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := selector.X.(*ast.Ident)
	return ok && pkg.Name == "testing"
}

// addVariables adds the variables of a declaration. A variable with function literals in its value is a function as
// well: one that returns the value.
func (p *Package) addVariables(files *token.FileSet, spec *ast.ValueSpec) {
	for i, name := range spec.Names {
		if name.Name == "_" {
			continue
		}
		p.Variables = append(p.Variables, name.Name)
		if i >= len(spec.Values) {
			continue
		}
		if literal, ok := spec.Values[i].(*ast.FuncLit); ok {
			f := function(files, spec, literal.Type)
			f.Name, f.source = name.Name, name.Name
			p.Functions = append(p.Functions, f)
		} else if containsFunction(spec.Values[i]) {
			f := function(files, spec, new(ast.FuncType))
			f.Name = name.Name
			f.source = "func() zzdrive.Values { return zzdrive.Values{" + name.Name + "} }"
			p.Functions = append(p.Functions, f)
		}
	}
}

func containsFunction(expr ast.Expr) (found bool) {
	ast.Inspect(expr, func(n ast.Node) bool {
		_, is := n.(*ast.FuncLit)
		found = found || is
		return !found
	})
	return found
}

func function(files *token.FileSet, node ast.Node, t *ast.FuncType) Function {
	from, to := files.Position(node.Pos()), files.Position(node.End())
	f := Function{File: filepath.Base(from.Filename), From: from.Line, To: to.Line, Params: names(t.Params)}
	ast.Inspect(node, func(n ast.Node) bool {
		if ident, ok := n.(*ast.Ident); ok && !slices.Contains(f.Mentions, ident.Name) {
			f.Mentions = append(f.Mentions, ident.Name)
		}
		return true
	})
	return f
}

func names(fields *ast.FieldList) (names []string) {
	if fields == nil {
		return nil
	}
	for _, field := range fields.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
		if len(field.Names) == 0 {
			names = append(names, "")
		}
	}
	return names
}

// asks are the methods that get a value of a request by its key.
var asks = []string{"FormValue", "PostFormValue", "PathValue", "Get", "Cookie", "Query", "Param"}

// addTexts adds the texts in one node: constants, keys, and words that something is compared with.
func (p *Package) addTexts(n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := constant(n); ok {
			p.Texts = append(p.Texts, text)
		}
	case *ast.CallExpr:
		if key, ok := asked(n); ok {
			p.Keys = append(p.Keys, key)
		}
	case *ast.StructType:
		p.addFields(n)
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ {
			p.compared(n.X, n.Y)
			p.compared(n.Y, n.X)
		}
	case *ast.SwitchStmt:
		for _, clause := range n.Body.List {
			for _, expr := range clause.(*ast.CaseClause).List {
				p.compared(n.Tag, expr)
			}
		}
	}
}

// addFields adds the fields that are texts, by the names that they have in JSON.
func (p *Package) addFields(t *ast.StructType) {
	for _, field := range t.Fields.List {
		if ident, ok := field.Type.(*ast.Ident); !ok || ident.Name != "string" {
			continue
		}
		for _, name := range field.Names {
			key := name.Name
			if field.Tag != nil {
				if tag, ok := constant(field.Tag); ok {
					if tagged, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ","); tagged != "" {
						key = tagged
					}
				}
			}
			p.Fields = append(p.Fields, key)
		}
	}
}

func asked(call *ast.CallExpr) (key string, ok bool) {
	method, isMethod := call.Fun.(*ast.SelectorExpr)
	if !isMethod || len(call.Args) != 1 || !slices.Contains(asks, method.Sel.Name) {
		return "", false
	}
	return constant(call.Args[0])
}

// compared notes that something is compared with a constant text.
func (p *Package) compared(something, expr ast.Expr) {
	text, ok := constant(expr)
	if !ok || text == "" {
		return
	}
	name := ""
	switch x := something.(type) {
	case *ast.Ident:
		name = x.Name
	case *ast.SelectorExpr:
		name = x.Sel.Name
	case *ast.CallExpr:
		name, _ = asked(x)
	}
	if name != "" && !slices.Contains(p.Words[name], text) {
		p.Words[name] = append(p.Words[name], text)
	}
}

func constant(expr ast.Expr) (string, bool) {
	literal, ok := expr.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

var environment = regexp.MustCompile(`^[A-Z][A-Z0-9_]{2,}$`)

// Environment returns the texts that may be names of environment variables.
func (p *Package) Environment() (names []string) {
	for _, text := range p.Texts {
		if environment.MatchString(text) {
			names = append(names, text)
		}
	}
	return names
}

// At returns the function that a line of a file is part of.
func (p *Package) At(file string, line int) (Function, bool) {
	for _, f := range p.Functions {
		if f.File == file && f.From <= line && line <= f.To {
			return f, true
		}
	}
	return Function{}, false
}

// Reaching returns the functions that may call one of the given, as far as their names tell, and these themselves.
func (p *Package) Reaching(goals ...Function) []Function {
	reached := make(map[string]bool) // by the function's full name
	bare := make(map[string]bool)    // by the name that others call it by
	add := func(f Function) {
		reached[f.Name] = true
		bare[f.Name[strings.LastIndex(f.Name, ".")+1:]] = true
	}
	for _, goal := range goals {
		add(goal)
	}
	for changed := true; changed; {
		changed = false
		for _, f := range p.Functions {
			if !reached[f.Name] && slices.ContainsFunc(f.Mentions, func(name string) bool { return bare[name] }) {
				add(f)
				changed = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(p.Functions), func(f Function) bool { return !reached[f.Name] })
}

// Driver returns the source of a file that declares what package drive needs to call functions of the package.
func (p *Package) Driver(importPath, drivePath string, functions []Function) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport zzdrive %q\n\n", p.Name, drivePath)
	fmt.Fprintf(&b, "// ZZDrive is for the program that calls the functions of this package.\nvar ZZDrive = zzdrive.Package{\nPath: %q,\n", importPath)
	b.WriteString("Functions: []zzdrive.Function{\n")
	for _, f := range functions {
		fmt.Fprintf(&b, "{Name: %q, Func: %s, Params: %#v},\n", f.Name, f.source, f.Params)
	}
	b.WriteString("},\nVariables: []zzdrive.Variable{\n")
	for _, name := range p.Variables {
		fmt.Fprintf(&b, "{Name: %q, Pointer: &%s},\n", name, name)
	}
	fmt.Fprintf(&b, "},\nWords: %#v,\nKeys: %#v,\nFields: %#v,\n}\n", p.Words, p.Keys, p.Fields)
	return []byte(b.String())
}

// Declares reports whether the package has a function of a name.
func (p *Package) Declares(name string) bool {
	return slices.ContainsFunc(p.Functions, func(f Function) bool { return f.Name == name })
}
