package difftest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
)

// naive is an engine that is not sound. It answers for probes of local
// variables that get nothing but string literals, by = and :=. It does not see
// that a pointer, or a closure before it is called, is another way to the
// variable.
func naive(p Program) (map[int]Answer, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", p.File("p"), parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: noImporter{}, Error: func(error) {}}
	_, _ = conf.Check("p", fset, []*ast.File{file}, info)

	values := map[types.Object]*Answer{}
	of := func(id *ast.Ident) *Answer {
		obj := info.ObjectOf(id)
		if values[obj] == nil {
			values[obj] = &Answer{}
		}
		return values[obj]
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				id, ok := lhs.(*ast.Ident)
				if !ok {
					continue
				}
				text := ""
				lit, ok := n.Rhs[min(i, len(n.Rhs)-1)].(*ast.BasicLit)
				if ok = ok && len(n.Lhs) == len(n.Rhs) && n.Tok != token.ADD_ASSIGN; ok {
					text, err = strconv.Unquote(lit.Value)
				}
				if ok && err == nil {
					of(id).Values = append(of(id).Values, text)
				} else {
					of(id).Any = true
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if id, ok := e.(*ast.Ident); ok {
					of(id).Any = true
				}
			}
		}
		return true
	})
	answers := map[int]Answer{}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return true
		}
		if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "probe" {
			return true
		}
		id, err := strconv.Atoi(call.Args[0].(*ast.BasicLit).Value)
		if err != nil {
			return true
		}
		answers[id] = Answer{Any: true}
		if x, ok := call.Args[1].(*ast.Ident); ok {
			if a := of(x); len(a.Values) > 0 && !a.Any {
				answers[id] = *a
			}
		}
		return true
	})
	return answers, nil
}

// replay is an engine that knows what a Run returned.
func replay(programs []Program, ran []map[int][]string) Engine {
	return func(p Program) (map[int]Answer, error) {
		for i := range programs {
			if programs[i].Seed == p.Seed {
				answers := map[int]Answer{}
				for id, values := range ran[i] {
					answers[id] = Answer{Values: values}
				}
				return answers, nil
			}
		}
		return nil, nil
	}
}
