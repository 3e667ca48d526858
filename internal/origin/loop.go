package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
)

// foldRange applies the effects of a range loop. A loop over a list or map
// whose elements are known is unrolled.
func (t *Tracer) foldRange(v *types.Var, s *ast.RangeStmt, group []effect, level int, acc *Value, f *Frame) *Value {
	loopVars, body := splitRange(group)
	if len(loopVars) > 0 || len(body) == 0 {
		return acc // v is the range variable itself
	}
	rounds, ok := t.rounds(t.eval(s.X, f).Strip())
	if !ok {
		return join(acc, t.foldExits(v, body, level+1, acc, s, f))
	}
	key, elem := t.rangeVar(s.Key), t.rangeVar(s.Value)
	j := t.jumpsOf(s)
	for _, r := range rounds {
		if !t.spend() {
			return unknown
		}
		n := len(t.bound)
		if key != nil {
			t.bound = append(t.bound, binding{key, t.frameOf(key, f), r.key, s.Body.Pos(), s.Body.End()})
		}
		if elem != nil {
			t.bound = append(t.bound, binding{elem, t.frameOf(elem, f), r.elem, s.Body.Pos(), s.Body.End()})
		}
		next := t.foldExits(v, body, level+1, acc, s, f)
		t.bound = t.bound[:n]
		if r.cond || j.breaks && !j.once {
			next = join(acc, next)
		}
		acc = next
		if j.once {
			break
		}
	}
	return acc
}

// A round is one run through the body of a range loop.
type round struct {
	key, elem *Value
	cond      bool
}

// rounds lists the runs of a range loop over x, if they are known. The
// order of those over a map is that of the keys.
func (t *Tracer) rounds(x *Value) ([]round, bool) {
	var out []round
	switch {
	case x.Op == List && len(x.Args) <= maxElements && len(x.Done) == 0:
		for i, e := range x.Args {
			key := &Value{Op: Const, Const: constant.MakeInt64(int64(i))}
			out = append(out, round{key, e, e.Cond})
		}
		return out, true
	case x.Op == Record && isMap(x.Type) && len(x.Fields) <= maxElements && len(x.Done) == 0:
		for _, fd := range x.Fields {
			if fd.Key != nil {
				return nil, false
			}
			out = append(out, round{stringConst(fd.Name), fd.Val, fd.Cond})
		}
		slices.SortStableFunc(out, func(a, b round) int {
			return strings.Compare(constant.StringVal(a.key.Const), constant.StringVal(b.key.Const))
		})
		return out, true
	}
	return nil, false
}

func (t *Tracer) rangeVar(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := t.pkg.ObjectOf(id).(*types.Var)
	return v
}

// splitRange separates the setting of the range variables from the effects
// in the body of the loop.
func splitRange(group []effect) (vars, body []effect) {
	for _, e := range group {
		if e.op == opRange && contains(e.ctl[len(e.ctl)-1].stmt, e.node.Pos()) && isRangeVar(e) {
			vars = append(vars, e)
		} else {
			body = append(body, e)
		}
	}
	return vars, body
}

// isRangeVar reports whether the innermost branch around e is the range
// clause itself.
func isRangeVar(e effect) bool {
	c := e.ctl[len(e.ctl)-1]
	rng, ok := c.stmt.(*ast.RangeStmt)
	return ok && c.branch != ast.Node(rng.Body)
}

func isLoop(n ast.Node) bool {
	switch n.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

func (t *Tracer) rangeValue(e effect, f *Frame) *Value {
	x := t.eval(e.rhs, f)
	s := x.Strip()
	if e.idx == 1 && s.Op == List && len(s.Args) > 0 && len(s.Args) <= maxElements {
		return choice(s.Args...)
	}
	if e.idx == 0 && s.Op == List {
		return &Value{Op: Leaf, Frame: f}
	}
	return &Value{Op: Range, Result: e.idx, Args: []*Value{x}, Frame: f}
}
