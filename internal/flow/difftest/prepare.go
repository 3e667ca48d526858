package difftest

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// prepare returns the file of a package that has many programs, for one of
// them. The names that the program declares in its package get a prefix.
// There is a function start that gives the package-level variables their
// first values and calls the init functions, as a start of the program does.
// Each loop, function and goto counts a step.
//
// A name keeps its case: what fmt prints depends on whether an embedded field
// is exported.
//
// A program of two packages has one state, and one start that starts both. The
// package that it imports is at the path lower.
func prepare(c *checked, n int, lower string) string {
	p := &preparer{checked: c, n: n}
	state := fmt.Sprintf("&run.State{N: %d}", n)
	if c.lower != nil {
		state = p.inLower("State")
		for _, spec := range c.file.Imports {
			if spec.Path.Value == strconv.Quote(lowerName) {
				p.replace(spec.Pos(), spec.End(), lowerName+" "+strconv.Quote(lower))
			}
		}
	}
	p.rename()
	p.instrument()
	inner := p.edits
	start := p.variables(inner)
	if c.lower != nil {
		start = p.inLower("Start") + "()\n" + start
	}

	var b strings.Builder
	b.WriteString(apply(c.text, 0, len(c.text), p.edits))
	fmt.Fprintf(&b, "\nvar %s *run.State = %s\n", p.name("state"), state)
	fmt.Fprintf(&b, "\nfunc %s() {\n%s}\n", p.name("start"), start)
	if c.pkg.Name() == lowerName {
		fmt.Fprintf(&b, "\nvar %s = %s\n", p.name("State"), p.name("state"))
		fmt.Fprintf(&b, "\nfunc %s() { %s() }\n", p.name("Start"), p.name("start"))
	}
	return b.String()
}

type preparer struct {
	*checked
	n     int
	edits []edit
	inits int // how many functions init there are
}

// name returns the name that a declaration of the package gets.
func (p *preparer) name(name string) string {
	if ast.IsExported(name) {
		return fmt.Sprintf("P%d_%s", p.n, name)
	}
	return fmt.Sprintf("p%d_%s", p.n, name)
}

// inLower is name for what prepare adds to the package lower.
func (p *preparer) inLower(name string) string { return lowerName + "." + p.name(name) }

func (p *preparer) replace(from, to token.Pos, text string) {
	p.edits = append(p.edits, edit{p.offset(from), p.offset(to), text})
}

// rename renames the package-level names and the init functions.
func (p *preparer) rename() {
	ast.Inspect(p.file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || id.Name == "_" || id.Name == "init" || !p.global(p.info.Defs[id]) && !p.global(p.info.Uses[id]) {
			return true
		}
		p.replace(id.Pos(), id.End(), p.name(id.Name))
		return true
	})
	for _, decl := range p.file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
			p.replace(fn.Name.Pos(), fn.Name.End(), p.name(fmt.Sprint("init", p.inits)))
			p.inits++
		}
	}
}

// global reports whether obj is declared at package level, or is an embedded
// field that has the name of such a type.
func (p *preparer) global(obj types.Object) bool {
	if obj == nil {
		return false
	}
	if p.atTop(obj) {
		return true
	}
	v, ok := obj.(*types.Var)
	if !ok || !v.Embedded() {
		return false
	}
	t := v.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	switch t := t.(type) {
	case *types.Named:
		return p.atTop(t.Obj())
	case *types.Alias:
		return p.atTop(t.Obj())
	}
	return false
}

// atTop reports whether obj is declared at the level of a package of the
// program.
func (p *preparer) atTop(obj types.Object) bool {
	return obj.Parent() == p.pkg.Scope() || p.lower != nil && obj.Parent() == p.lower.pkg.Scope()
}

// instrument counts steps, and fills in the function probe.
func (p *preparer) instrument() {
	step := p.name("state") + ".Step(); "
	enter := func(body *ast.BlockStmt, text string) {
		p.replace(body.Lbrace+1, body.Lbrace+1, " "+text)
	}
	goes := map[*ast.FuncLit]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "probe" {
				enter(n.Body, p.name("state")+".Probe(id, x) ")
				return false
			}
			if n.Body == nil {
				return false
			}
			enter(n.Body, step)
		case *ast.GoStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
				goes[lit] = true
			}
		case *ast.FuncLit:
			if goes[n] {
				enter(n.Body, "defer "+p.name("state")+".Caught(); "+step)
			} else {
				enter(n.Body, step)
			}
		case *ast.ForStmt:
			enter(n.Body, step)
		case *ast.RangeStmt:
			enter(n.Body, step)
		case *ast.BranchStmt:
			if n.Tok == token.GOTO {
				p.replace(n.Pos(), n.Pos(), step)
			}
		}
		return true
	})
	for i, decl := range p.file.Decls {
		// Have: the imports come first.
		if gen, ok := decl.(*ast.GenDecl); !ok || gen.Tok != token.IMPORT {
			at := p.file.Decls[i].Pos()
			p.replace(at, at, "import run \"difftest/run\"\n\n")
			break
		}
	}
}

// variables takes the first values out of the declarations of package-level
// variables. It returns the statements that assign them, in the order in which
// Go does. The edits inner hold within these values.
func (p *preparer) variables(inner []edit) string {
	var b strings.Builder
	for _, decl := range p.file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR {
			continue
		}
		var vars strings.Builder
		for _, spec := range gen.Specs {
			for _, id := range spec.(*ast.ValueSpec).Names {
				if id.Name == "_" {
					continue
				}
				fmt.Fprintf(&vars, "var %s %s\n", p.name(id.Name), p.spell(p.info.Defs[id].Type()))
				fmt.Fprintf(&b, "{ var zero %s; %s = zero }\n", p.spell(p.info.Defs[id].Type()), p.name(id.Name))
			}
		}
		p.replace(gen.Pos(), gen.End(), vars.String())
	}
	for _, init := range p.info.InitOrder {
		var names []string
		for _, v := range init.Lhs {
			if v.Name() == "_" {
				names = append(names, "_")
			} else {
				names = append(names, p.name(v.Name()))
			}
		}
		value := apply(p.text, p.offset(init.Rhs.Pos()), p.offset(init.Rhs.End()), inner)
		fmt.Fprintf(&b, "%s = %s\n", strings.Join(names, ", "), value)
	}
	for i := range p.inits {
		fmt.Fprintf(&b, "%s()\n", p.name(fmt.Sprint("init", i)))
	}
	return b.String()
}

// spell returns a type as the file spells it after the renaming.
func (p *preparer) spell(t types.Type) string {
	s := types.TypeString(t, func(pkg *types.Package) string {
		switch {
		case pkg == p.pkg:
			return "@"
		case p.lower != nil && pkg == p.lower.pkg:
			return lowerName + ".@"
		}
		return pkg.Name()
	})
	for {
		before, after, ok := strings.Cut(s, "@.")
		if !ok {
			return s
		}
		prefix := p.name("x")
		if ast.IsExported(after) {
			prefix = p.name("X")
		}
		s = before + prefix[:len(prefix)-1] + after
	}
}
