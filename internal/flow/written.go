package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
)

// Argument returns the expression that the call of f passes for the
// parameter or receiver v of f's function, nil if that is no one expression.
func (p *Index) Argument(f *Frame, v *types.Var) ast.Expr {
	if f == nil || f.Call == nil {
		return nil
	}
	index, ok := p.param(f.Func, v)
	if !ok || f.Call.Ellipsis.IsValid() {
		return nil
	}
	if decl, isDecl := f.Func.(*ast.FuncDecl); isDecl && decl.Recv != nil {
		sel, _ := ast.Unparen(f.Call.Fun).(*ast.SelectorExpr)
		if s := p.Info.Selections[sel]; s == nil || s.Kind() != types.MethodVal {
			return nil // a function value, or (*T).M
		}
		if index < 0 {
			return sel.X
		}
	}
	if index >= len(f.Call.Args) {
		return nil
	}
	return f.Call.Args[index]
}

// param finds v among the parameters of fn. It returns the index, or -1 for
// the receiver.
func (p *Index) param(fn ast.Node, v *types.Var) (index int, ok bool) {
	ftype := funcType(fn)
	if ftype == nil {
		return 0, false
	}
	if decl, ok := fn.(*ast.FuncDecl); ok && decl.Recv != nil {
		for _, f := range decl.Recv.List {
			for _, id := range f.Names {
				if p.Info.Defs[id] == v {
					return -1, true
				}
			}
		}
	}
	i := 0
	for _, f := range ftype.Params.List {
		for _, id := range f.Names {
			if p.Info.Defs[id] == v {
				return i, true
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
	return 0, false
}

func funcType(fn ast.Node) *ast.FuncType {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Type
	case *ast.FuncLit:
		return fn.Type
	}
	return nil
}

// IsRangeVar reports whether e is a variable that a range loop sets.
func (p *Index) IsRangeVar(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	return p.ranged[p.ObjectOf(id)]
}

// IsConstantParam reports whether v is a parameter of fn that is never
// given another value, nor has its address taken.
func (p *Index) IsConstantParam(fn ast.Node, v *types.Var) bool {
	_, ok := p.param(fn, v)
	return ok && !p.changed[v] && !p.ranged[v]
}

// Assigned returns what is assigned to a variable by its definition and
// later: nil for what is no one expression, such as a parameter or one of
// several results. A definition without a value is left out.
func (p *Index) Assigned(v *types.Var) []ast.Expr {
	var out []ast.Expr
	for _, cur := range p.uses[v] {
		kind, idx := cur.ParentEdge()
		switch parent := cur.Parent().Node().(type) {
		case *ast.AssignStmt:
			if kind != edge.AssignStmt_Lhs {
				continue
			}
			if len(parent.Lhs) == len(parent.Rhs) && (parent.Tok == token.ASSIGN || parent.Tok == token.DEFINE) {
				out = append(out, parent.Rhs[idx])
			} else if a, ok := ast.Unparen(parent.Rhs[0]).(*ast.TypeAssertExpr); ok && idx == 0 {
				out = append(out, a) // x, ok = y.(T)
			} else {
				out = append(out, nil)
			}
		case *ast.ValueSpec:
			if kind != edge.ValueSpec_Names || len(parent.Values) == 0 {
				continue
			}
			if len(parent.Values) == len(parent.Names) {
				out = append(out, parent.Values[idx])
			} else {
				out = append(out, nil)
			}
		case *ast.RangeStmt:
			if kind == edge.RangeStmt_Key || kind == edge.RangeStmt_Value {
				out = append(out, nil)
			}
		case *ast.Field:
			out = append(out, nil)
		case *ast.UnaryExpr:
			if parent.Op == token.AND {
				out = append(out, nil)
			}
		}
	}
	return out
}
