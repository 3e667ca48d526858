package difftest

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// deletions returns what Shrink tries: lists of edits of the text, each of
// which makes the program smaller. Few of the results compile.
func (c *checked) deletions() [][]edit {
	d := &deleter{checked: c}
	for _, decl := range c.file.Decls {
		d.decl(decl)
	}
	d.variables()
	return d.out
}

type deleter struct {
	*checked
	out [][]edit
}

func (d *deleter) span(from, to token.Pos, text string) edit {
	return edit{d.offset(from), d.offset(to), text}
}

func (d *deleter) try(edits ...edit) { d.out = append(d.out, edits) }

// replace tries to replace a node by text.
func (d *deleter) replace(n ast.Node, text string) { d.try(d.span(n.Pos(), n.End(), text)) }

// src returns the text of a node.
func (d *deleter) src(n ast.Node) string { return d.text[d.offset(n.Pos()):d.offset(n.End())] }

func (d *deleter) decl(decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil && decl.Name.Name == "probe" {
			return
		}
		if decl.Name.Name != "F" {
			d.replace(decl, "")
			d.params(decl)
		}
	case *ast.GenDecl:
		if decl.Tok == token.IMPORT {
			return
		}
		d.replace(decl, "")
		for _, spec := range decl.Specs {
			if len(decl.Specs) > 1 {
				d.replace(spec, "")
			}
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			d.list(n.List)
		case *ast.CaseClause:
			d.list(n.Body)
			d.replace(n, "")
		case *ast.CommClause:
			d.list(n.Body)
			d.replace(n, "")
		case *ast.StructType:
			d.fields(n.Fields)
		case *ast.InterfaceType:
			d.fields(n.Methods)
		case *ast.ValueSpec:
			if n.Type != nil && len(n.Values) > 0 {
				d.replace(n.Type, "")
			}
		}
		if fn, ok := decl.(*ast.FuncDecl); ok && n == ast.Node(fn.Body) {
			return true // a function has one
		}
		if s, ok := n.(ast.Stmt); ok {
			d.stmt(s)
		}
		if e, ok := n.(ast.Expr); ok {
			d.expr(e)
		}
		return true
	})
}

// list tries to delete statements: all, parts of them, and each.
func (d *deleter) list(list []ast.Stmt) {
	for n := len(list); n > 0; n /= 2 {
		for start := 0; start < len(list); start += n {
			part := list[start:min(start+n, len(list))]
			d.try(d.span(part[0].Pos(), part[len(part)-1].End(), ""))
		}
	}
}

// fields tries to delete each field of a struct type or method of an
// interface, and what selects it or gives it a value.
func (d *deleter) fields(list *ast.FieldList) {
	for _, f := range list.List {
		d.replace(f, "")
		for _, name := range f.Names {
			d.object(d.info.Defs[name], d.span(f.Pos(), f.End(), ""))
		}
	}
}

// stmt tries to replace a statement by a part of it.
func (d *deleter) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.BlockStmt:
		d.replace(s, d.inner(s))
	case *ast.IfStmt:
		init := ""
		if s.Init != nil {
			init = d.src(s.Init) + "\n"
			d.try(d.span(s.Init.Pos(), s.Cond.Pos(), ""))
		}
		d.replace(s, "{\n"+init+d.inner(s.Body)+"\n}")
		d.replace(s, init+d.inner(s.Body))
		if s.Else != nil {
			d.try(d.span(s.Body.End(), s.Else.End(), ""))
			d.replace(s, d.src(s.Else))
		}
	case *ast.ForStmt:
		init := ""
		if s.Init != nil {
			init = d.src(s.Init) + "\n"
		}
		d.replace(s, init+d.inner(s.Body))
		d.replace(s, "{\n"+init+d.inner(s.Body)+"\n}")
	case *ast.RangeStmt:
		d.replace(s, d.inner(s.Body))
		if s.Key != nil {
			d.try(d.span(s.Key.Pos(), s.Range, ""))
		}
		if s.Value != nil {
			d.try(d.span(s.Key.End(), s.Value.End(), ""))
		}
	case *ast.SwitchStmt:
		d.clauses(s, s.Body)
	case *ast.TypeSwitchStmt:
		d.clauses(s, s.Body)
	case *ast.SelectStmt:
		d.clauses(s, s.Body)
	case *ast.LabeledStmt:
		d.replace(s, d.src(s.Stmt))
	case *ast.DeferStmt:
		d.replace(s, d.src(s.Call))
	case *ast.GoStmt:
		d.replace(s, d.src(s.Call))
	case *ast.ExprStmt:
		if call, ok := s.X.(*ast.CallExpr); ok {
			if lit, ok := call.Fun.(*ast.FuncLit); ok {
				d.replace(s, d.inner(lit.Body))
			}
			for _, arg := range call.Args {
				if lit, ok := arg.(*ast.FuncLit); ok {
					d.replace(s, d.inner(lit.Body))
				}
			}
		}
	case *ast.AssignStmt:
		d.assign(s)
	}
}

// inner returns what is between the braces of a block.
func (d *deleter) inner(b *ast.BlockStmt) string {
	return d.text[d.offset(b.Lbrace)+1 : d.offset(b.Rbrace)]
}

// clauses tries to replace a switch by the statements of one of its cases.
func (d *deleter) clauses(s ast.Stmt, body *ast.BlockStmt) {
	for _, clause := range body.List {
		switch c := clause.(type) {
		case *ast.CaseClause:
			d.replace(s, d.text[d.offset(c.Colon)+1:d.offset(c.End())])
		case *ast.CommClause:
			d.replace(s, d.text[d.offset(c.Colon)+1:d.offset(c.End())])
		}
	}
}

// assign tries to drop one variable and its value, and to make an op-assign
// an assignment.
func (d *deleter) assign(s *ast.AssignStmt) {
	if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
		d.try(d.span(s.TokPos, s.TokPos+token.Pos(len(s.Tok.String())), "="))
	}
	if len(s.Lhs) < 2 || len(s.Lhs) != len(s.Rhs) {
		return
	}
	for i := range s.Lhs {
		d.try(d.element(nodes(s.Lhs), i), d.element(nodes(s.Rhs), i))
	}
}

func nodes(list []ast.Expr) []ast.Node {
	var out []ast.Node
	for _, e := range list {
		out = append(out, e)
	}
	return out
}

// element is the edit that deletes one of some nodes and a comma.
func (d *deleter) element(list []ast.Node, i int) edit {
	switch {
	case i > 0:
		return d.span(list[i-1].End(), list[i].End(), "")
	case len(list) > 1:
		return d.span(list[0].Pos(), list[1].Pos(), "")
	}
	return d.span(list[0].Pos(), list[0].End(), "")
}

// expr tries to replace an expression by a constant or by a part of it.
func (d *deleter) expr(e ast.Expr) {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		d.replace(e, d.src(e.X))
		d.replace(e, d.src(e.Y))
	case *ast.ParenExpr:
		d.replace(e, d.src(e.X))
	case *ast.CallExpr:
		for i, arg := range e.Args {
			d.replace(e, d.src(arg))
			d.try(d.element(nodes(e.Args), i))
		}
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok && len(e.Args) > 0 {
			d.replace(e, d.src(sel.X))
		}
	case *ast.SliceExpr:
		d.replace(e, d.src(e.X))
	case *ast.CompositeLit:
		for i := range e.Elts {
			d.try(d.element(nodes(e.Elts), i))
		}
	case *ast.BasicLit:
		return
	}
	tv := d.info.Types[e]
	if !tv.IsValue() {
		return
	}
	if t, ok := tv.Type.Underlying().(*types.Basic); ok {
		switch info := t.Info(); {
		case info&types.IsString != 0:
			d.replace(e, `"z"`)
		case info&types.IsInteger != 0:
			d.replace(e, "0")
		case info&types.IsBoolean != 0:
			d.replace(e, "true")
			d.replace(e, "false")
		}
	}
}

// variables tries to delete each variable, function and type with all
// statements and declarations that mention it.
func (d *deleter) variables() {
	var objects []types.Object
	ast.Inspect(d.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj := d.info.Defs[id]
			if v, ok := obj.(*types.Var); ok && v.IsField() {
				return true
			}
			if obj != nil && id.Name != "F" && id.Name != "probe" {
				objects = append(objects, obj)
			}
		}
		return true
	})
	for _, obj := range objects {
		d.object(obj)
	}
}

// params tries to delete each parameter of a function, with the arguments.
func (d *deleter) params(fn *ast.FuncDecl) {
	i := 0
	for _, f := range fn.Type.Params.List {
		if len(f.Names) != 1 {
			i += len(f.Names)
			continue
		}
		var params []ast.Node
		for _, f := range fn.Type.Params.List {
			params = append(params, f)
		}
		edits := []edit{d.element(params, slices.Index(params, ast.Node(f)))}
		ast.Inspect(d.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && d.calls(call, d.info.Defs[fn.Name]) && i < len(call.Args) {
				edits = append(edits, d.element(nodes(call.Args), i))
			}
			return true
		})
		d.try(edits...)
		i++
	}
}

// calls reports whether a call calls the function fn by its name.
func (d *deleter) calls(call *ast.CallExpr, fn types.Object) bool {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return d.info.Uses[fun] == fn
	case *ast.SelectorExpr:
		return d.info.Uses[fun.Sel] == fn
	}
	return false
}

// object tries to delete all that mentions obj, and to make some edits more.
func (d *deleter) object(obj types.Object, more ...edit) {
	if obj == nil {
		return
	}
	edits := slices.Clone(more)
	var stack []ast.Node
	ast.Inspect(d.file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		if id, ok := n.(*ast.Ident); ok && (d.info.Defs[id] == obj || d.info.Uses[id] == obj) {
			if e, ok := d.mention(stack); ok {
				edits = append(edits, e)
			}
		}
		return true
	})
	if len(edits) > 0 {
		d.try(edits...)
	}
}

// mention returns the edit that deletes the innermost element, statement or
// declaration around the last of the nodes.
func (d *deleter) mention(stack []ast.Node) (edit, bool) {
	for i := len(stack) - 1; i > 0; i-- {
		n := stack[i]
		switch p := stack[i-1].(type) {
		case *ast.BlockStmt, *ast.CaseClause:
			if s, ok := n.(ast.Stmt); ok {
				return d.span(s.Pos(), s.End(), ""), true
			}
		case *ast.CommClause:
			if s, ok := n.(ast.Stmt); ok && s != p.Comm {
				return d.span(s.Pos(), s.End(), ""), true
			}
		case *ast.CompositeLit:
			for j, e := range p.Elts {
				if n == ast.Node(e) {
					return d.element(nodes(p.Elts), j), true
				}
			}
		case *ast.GenDecl:
			if len(p.Specs) > 1 {
				return d.span(n.Pos(), n.End(), ""), true
			}
		case *ast.File:
			return d.span(n.Pos(), n.End(), ""), true
		}
	}
	return edit{}, false
}
