package difftest

import (
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// noImporter finds no package. The type checker then takes each package as one
// that has all names.
type noImporter struct{}

func (noImporter) Import(string) (*types.Package, error) { return nil, errors.New("no package") }

// tidy puts the statements _ = v where the compiler needs them, and nowhere
// else: behind the declaration of a local variable v that nothing uses. It
// drops the parentheses of (*p) where they change nothing. It returns the
// source, formatted, and those of the imports that the source uses.
func tidy(source string, imports []string) (string, []string) {
	source = dropBlank(source)
	p := Program{Source: source, Imports: imports}
	header, text := p.header("p"), p.File("p")
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, parser.SkipObjectResolution)
	if err != nil {
		return source, imports
	}
	unused := map[token.Pos]bool{}
	conf := types.Config{
		Importer:  noImporter{},
		GoVersion: goVersion,
		Error: func(err error) {
			var e types.Error
			if errors.As(err, &e) && strings.Contains(e.Msg, "declared and not used") && !strings.HasPrefix(e.Msg, "label") {
				unused[e.Pos] = true
			}
		},
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	// Have: an error for each import.
	_, _ = conf.Check("p", fset, []*ast.File{file}, info)
	unusedVars(file, info, unused)

	used := map[string]bool{}
	var edits []edit
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		if paren, ok := n.(*ast.ParenExpr); ok && needless(paren, stack) {
			start, end := fset.Position(paren.Pos()).Offset, fset.Position(paren.End()).Offset
			edits = append(edits, edit{start, start + 1, ""}, edit{end - 1, end, ""})
		}
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		if pkg, ok := info.Uses[id].(*types.PkgName); ok {
			used[pkg.Imported().Path()] = true
		}
		if unused[id.Pos()] {
			if at := useAt(stack); at.IsValid() {
				offset := fset.Position(at).Offset
				edits = append(edits, edit{offset, offset, "\n_ = " + id.Name + ";"})
			}
		}
		return true
	})
	return formatted(apply(text, len(header), len(text), edits)), slices.Sorted(maps.Keys(used))
}

// formatted formats source, without blank lines within declarations. It
// returns what does not parse as it is.
func formatted(source string) string {
	out, err := format.Source([]byte(source))
	if err != nil {
		return source
	}
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		for _, word := range []string{"func ", "type ", "var ", "const "} {
			if strings.HasPrefix(line, word) && b.Len() > 0 {
				b.WriteString("\n")
			}
		}
		b.WriteString(line)
	}
	return strings.TrimSuffix(b.String(), "\n") + "\n"
}

// dropBlank returns the source without the statements _ = v of variables.
func dropBlank(source string) string {
	const clause = "package p;"
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", clause+source, parser.SkipObjectResolution)
	if err != nil {
		return source
	}
	var edits []edit
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		if !ok || s.Tok != token.ASSIGN || len(s.Lhs) != 1 || len(s.Rhs) != 1 {
			return true
		}
		lhs, ok := s.Lhs[0].(*ast.Ident)
		if _, ok2 := s.Rhs[0].(*ast.Ident); ok && ok2 && lhs.Name == "_" {
			edits = append(edits, edit{fset.Position(s.Pos()).Offset - len(clause), fset.Position(s.End()).Offset - len(clause), ""})
		}
		return true
	})
	return apply(source, 0, len(source), edits)
}

// unusedVars adds the places of the local variables that nothing reads. The
// type checker does not tell all of them where it does not know their types.
func unusedVars(file *ast.File, info *types.Info, unused map[token.Pos]bool) {
	stored := map[*ast.Ident]bool{} // x of x = 1, which is no use of x
	declared := map[*ast.Ident]bool{}
	read := map[types.Object]bool{}
	store := func(tok token.Token, list ...ast.Expr) {
		for _, lhs := range list {
			if id, ok := lhs.(*ast.Ident); ok && (tok == token.ASSIGN || tok == token.DEFINE) {
				stored[id] = true
				declared[id] = tok == token.DEFINE
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			store(n.Tok, n.Lhs...)
		case *ast.RangeStmt:
			store(n.Tok, n.Key, n.Value)
		case *ast.DeclStmt:
			for _, spec := range n.Decl.(*ast.GenDecl).Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					for _, id := range v.Names {
						declared[id] = n.Decl.(*ast.GenDecl).Tok == token.VAR
					}
				}
			}
		case *ast.Ident:
			if !stored[n] {
				read[info.Uses[n]] = true
			}
		}
		return true
	})
	for id, ok := range declared {
		if obj := info.Defs[id]; ok && obj != nil && id.Name != "_" && !read[obj] {
			unused[id.Pos()] = true
		}
	}
}

// needless reports whether (*p) is the same as *p here. The last of the nodes
// is the expression, those before are around it.
func needless(paren *ast.ParenExpr, stack []ast.Node) bool {
	if _, ok := paren.X.(*ast.StarExpr); !ok {
		return false
	}
	switch p := stack[len(stack)-2].(type) {
	case *ast.SelectorExpr, *ast.TypeAssertExpr:
		return false
	case *ast.IndexExpr:
		return p.X != ast.Expr(paren)
	case *ast.SliceExpr:
		return p.X != ast.Expr(paren)
	case *ast.CallExpr:
		return p.Fun != ast.Expr(paren)
	}
	return true
}

// useAt returns where a statement can use the variable that the last of the
// nodes declares. The nodes before are those around it.
func useAt(stack []ast.Node) token.Pos {
	for i := len(stack) - 1; i > 0; i-- {
		if loop, ok := stack[i].(*ast.RangeStmt); ok {
			return loop.Body.Lbrace + 1
		}
		s, ok := stack[i].(ast.Stmt)
		if !ok {
			continue
		}
		switch p := stack[i-1].(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.LabeledStmt:
			return s.End()
		case *ast.CommClause:
			if s == p.Comm {
				return p.Colon + 1
			}
			return s.End()
		case *ast.IfStmt:
			return p.Body.Lbrace + 1
		case *ast.ForStmt:
			return p.Body.Lbrace + 1
		case *ast.SwitchStmt:
			return firstClause(p.Body)
		case *ast.TypeSwitchStmt:
			return firstClause(p.Body)
		}
	}
	return token.NoPos
}

// firstClause returns the start of the statements of the first case.
func firstClause(body *ast.BlockStmt) token.Pos {
	for _, s := range body.List {
		if c, ok := s.(*ast.CaseClause); ok {
			return c.Colon + 1
		}
	}
	return token.NoPos
}
