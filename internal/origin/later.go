package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
)

// Later evaluates once more what a value that was read from a variable has
// become by the time that call runs. A map or pointer that was handed to
// somebody may change while they hold it. It returns v itself if that can't
// be: if v is no reference, or was not read from a variable.
func (t *Tracer) Later(v *Value, call *Value) *Value {
	if v.Op != Via || v.Expr == nil || v.Frame == nil || !isReference(t.pkg.TypeOf(v.Expr)) {
		return v
	}
	if _, _, ok := t.place(v.Expr); !ok {
		return v
	}
	pos := atEnd
	if c, ok := call.Expr.(*ast.CallExpr); ok && call.Frame == v.Frame {
		pos = c.Pos()
		if c.Pos() < v.Expr.Pos() {
			pos = v.Expr.Pos() // the call is around the expression
		}
	} else if body := v.Frame.Func; body != nil {
		return t.atExits(v, body)
	}
	w := t.evalPlace(v.Expr, pos, v.Frame)
	if w == v.Args[0] {
		return v
	}
	return &Value{Op: Via, Expr: v.Expr, Frame: v.Frame, Args: []*Value{w}}
}

// atExits evaluates what the variable that v was read from holds when its
// function is over.
func (t *Tracer) atExits(v *Value, fn ast.Node) *Value {
	out := t.leaving(fn, v.Expr.Pos(), func(pos token.Pos) *Value { return t.evalPlace(v.Expr, pos, v.Frame) })
	return &Value{Op: Via, Expr: v.Expr, Frame: v.Frame, Args: []*Value{out}}
}

// leaving joins what eval answers for each place where control leaves a
// function, those before from left out.
func (t *Tracer) leaving(fn ast.Node, from token.Pos, eval func(token.Pos) *Value) *Value {
	var out *Value
	for _, pos := range t.jumpsOf(fn).exits {
		if pos >= from {
			out = join(out, eval(pos))
		}
	}
	if out == nil {
		return eval(atEnd)
	}
	return out
}

// AtEnd evaluates the object that e makes, with all that its function does
// to it, whether it is ever used or not.
func (t *Tracer) AtEnd(e ast.Expr, f *Frame) *Value {
	v := t.eval(e, f)
	cur, ok := t.pkg.Cursor(e)
	if !ok {
		return v
	}
	// A chain of fluent calls is followed to its end.
	for {
		kind, idx := cur.ParentEdge()
		var lhs ast.Expr
		switch kind {
		case edge.ParenExpr_X, edge.UnaryExpr_X, edge.SelectorExpr_X, edge.CallExpr_Fun:
			cur = cur.Parent()
			continue
		case edge.AssignStmt_Rhs:
			as := cur.Parent().Node().(*ast.AssignStmt)
			if len(as.Lhs) == len(as.Rhs) {
				lhs = as.Lhs[idx]
			}
		case edge.ValueSpec_Values:
			spec := cur.Parent().Node().(*ast.ValueSpec)
			if len(spec.Names) == len(spec.Values) {
				lhs = spec.Names[idx]
			}
		case edge.KeyValueExpr_Value:
			if key, ok := cur.Parent().Node().(*ast.KeyValueExpr).Key.(*ast.Ident); ok {
				if field, ok := t.pkg.ObjectOf(key).(*types.Var); ok && field.IsField() {
					return t.summary(field)
				}
			}
		}
		switch lhs := lhs.(type) {
		case *ast.Ident:
			obj, ok := t.pkg.ObjectOf(lhs).(*types.Var)
			switch {
			case !ok:
			case t.isGlobal(obj):
				return t.summary(obj)
			case t.aliased(obj) == nil:
				return t.leaving(t.owner(obj), e.Pos(), func(pos token.Pos) *Value { return t.valueAt(obj, pos, f) })
			}
		case *ast.SelectorExpr:
			if field, ok := t.pkg.ObjectOf(lhs.Sel).(*types.Var); ok && field.IsField() {
				return t.summary(field)
			}
		default:
			if call, ok := cur.Node().(*ast.CallExpr); ok {
				return t.eval(call, f)
			}
		}
		return v
	}
}
