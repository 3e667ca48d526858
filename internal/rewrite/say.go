package rewrite

import (
	"go/ast"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/flow"
)

// A saying is an expression as it is to be written at a place.
type saying struct {
	text    string
	carried []ast.Expr // the expressions whose source is in text
	grade   grade
	from    ast.Expr // where the function of the place has it; nil if it is new
	late    bool     // must not be kept in a variable: what it refers to may change
	differs bool     // it may have another value right before the statement of the place
}

// say writes a value at a place: the first of the ways to write it that
// means the same there. It reports false if there is none.
func (p *plan) say(v *flow.Value, at place) (saying, bool) {
	for w := v; w != nil; w = w.Args[0] {
		isSet := w.Op == flow.Call && len(w.Fields) > 0 // it is not what the call returns any more
		if e := w.Expr; e != nil && w.Frame != nil && w.Op != flow.Unknown && !isSet && p.isOneValue(e) && !p.isKey(e) {
			if s, ok := p.write(ast.Unparen(e), w.Frame, at, 0); ok && p.moves(&s, w, at) && s.grade <= p.bearable(s, at) {
				return s, true
			}
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	if text, ok := v.StringConst(); ok {
		return saying{text: strconv.Quote(text)}, true
	}
	return saying{}, false
}

func (p *plan) isOneValue(e ast.Expr) bool {
	_, isTuple := p.env.pkg.TypeOf(e).(*types.Tuple)
	return !isTuple
}

// isKey reports whether an expression is the conversion of a key to bytes.
func (p *plan) isKey(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !p.env.pkg.IsConversion(call) {
		return false
	}
	t := p.env.pkg.TypeOf(call)
	if t == nil {
		return false
	}
	_, isSlice := t.Underlying().(*types.Slice)
	return isSlice
}

// write writes an expression of frame f at a place.
func (p *plan) write(e ast.Expr, f *flow.Frame, at place, depth int) (saying, bool) {
	pkg := p.env.pkg
	src := p.env.fileOf(e)
	if src == nil || depth > maxDepth {
		return saying{}, false
	}
	out := saying{carried: []ast.Expr{e}, grade: p.env.effects.of(e), from: p.inFunction(e, f, at)}
	if out.from == nil {
		return saying{}, false
	}
	type change struct {
		id   *ast.Ident
		text string
	}
	var changes []change
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		if _, isFunc := n.(*ast.FuncLit); isFunc {
			ok = false // there may be anything in it
		}
		id, isIdent := n.(*ast.Ident)
		if !isIdent || !ok {
			return ok
		}
		obj := pkg.Info.Uses[id]
		v, isVar := obj.(*types.Var)
		switch {
		case obj == nil || isVar && v.IsField() || e.Pos() <= obj.Pos() && obj.Pos() < e.End():
			return true
		case p.isSelected(id):
			return true
		}
		if isVar && !p.env.effects.isGlobal(v) && at.lookup(pkg, id.Name) != obj {
			// Have: a variable of another function, or of another block.
			arg := pkg.Argument(f, v)
			if arg == nil {
				ok = false
				return false
			}
			inner, can := p.write(ast.Unparen(arg), f.Caller, at, depth+1)
			if !can || !p.isOfType(arg, v.Type()) {
				ok = false
				return false
			}
			text := inner.text
			if kind, _ := p.parentEdge(id); kind != edge.CallExpr_Args && ast.Unparen(e) != id && !isOperand(arg) {
				text = "(" + text + ")"
			}
			changes = append(changes, change{id, text})
			out.carried = append(out.carried, inner.carried...)
			out.grade = max(out.grade, inner.grade)
			return true
		}
		if !p.visible(id.Name, obj, at) {
			ok = false
		}
		if isVar && ok && !pkg.Trace().Private(id, f, at.stmt) {
			out.grade = max(out.grade, reads)
		}
		return ok
	})
	if !ok {
		return saying{}, false
	}
	start := src.offset(e.Pos())
	text := src.text(e)
	for i := len(changes) - 1; i >= 0; i-- {
		c := changes[i]
		off := src.offset(c.id.Pos()) - start
		text = text[:off] + c.text + text[off+len(c.id.Name):]
	}
	out.text = text
	return out, true
}

const maxDepth = 10

// isOfType reports whether an expression, wherever it stands, has a type: a
// constant may take another.
func (p *plan) isOfType(e ast.Expr, t types.Type) bool {
	tv, ok := p.env.pkg.Info.Types[ast.Unparen(e)]
	return ok && types.Identical(tv.Type, t) && (tv.Value == nil || types.Identical(t, types.Typ[types.String]))
}

// isOperand reports whether an expression binds as closely as a name.
func isOperand(e ast.Expr) bool {
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.BasicLit, *ast.IndexExpr, *ast.CompositeLit:
		return true
	}
	return false
}

// isSelected reports whether an identifier is looked up in what is in front
// of it.
func (p *plan) isSelected(id *ast.Ident) bool {
	kind, _ := p.parentEdge(id)
	return kind == edge.SelectorExpr_Sel
}

// inFunction returns the expression in the function of the place in whose
// evaluation e of frame f is evaluated: e itself, or the call by which its
// function is reached; nil if it is not reached from there.
func (p *plan) inFunction(e ast.Expr, f *flow.Frame, at place) ast.Expr {
	decl := p.env.pkg.OuterFunction(at.stmt)
	for ; f != nil; f = f.Caller {
		if f.Func == nil || p.env.pkg.OuterFunction(e) == decl {
			return e
		}
		if f.Call == nil {
			return nil
		}
		e = f.Call
	}
	return nil
}

// visible reports whether a name means obj at a place.
func (p *plan) visible(name string, obj types.Object, at place) bool {
	there := at.lookup(p.env.pkg, name)
	if pn, ok := obj.(*types.PkgName); ok {
		other, isPkg := there.(*types.PkgName)
		return isPkg && other.Imported() == pn.Imported()
	}
	return there == obj
}

func (p *plan) parentEdge(n ast.Node) (edge.Kind, int) {
	cur, ok := p.env.pkg.Cursor(n)
	if !ok {
		return edge.Invalid, 0
	}
	return cur.ParentEdge()
}

// add joins what another expression involves to what s does.
func (s *saying) add(o saying) {
	s.carried = append(s.carried, o.carried...)
	s.grade = max(s.grade, o.grade)
	s.late = s.late || o.late
	s.differs = s.differs || o.differs
	if o.from != nil && (s.from == nil || o.from.Pos() < s.from.Pos()) {
		s.from = o.from
	}
}
