package flow

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
)

// Later returns what a value has become by the time that a call runs: if both
// are evaluated several times, each by the time of its own.
func (t *Tracer) Later(v, call *Value) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	vs, calls := v.times(), call.Strip().times()
	if len(vs) != len(calls) && len(vs) != 1 && len(calls) != 1 {
		return &Value{Op: Unknown}
	}
	var list []*Value
	for i := range max(len(vs), len(calls)) {
		v, c := vs[min(i, len(vs)-1)], calls[min(i, len(calls)-1)].Strip()
		if len(vs) == 1 && len(calls) > 1 && !isMadeBy(v, c) {
			continue // it is one of several, which another run of the call has
		}
		list = append(list, t.later(v, c))
	}
	if len(list) == 0 {
		return v
	}
	return mergeViews(list, 0)
}

// isMadeBy reports whether the object that a value refers to is there when a
// call runs.
func isMadeBy(v, c *Value) bool {
	if v.src == nil || c.src == nil || c.x != v.x || c.src.sym == nil || c.src.sym.call == nil {
		return true
	}
	src := v.src
	for src.kind == kIface && len(src.args) == 1 {
		src = src.args[0]
	}
	o := src.obj
	if src.kind == kSym {
		o = v.x.objIndex[objKey{kind: objPointee, a: src.sym}]
	}
	return o == nil || !o.isOwn() || c.src.sym.call.state.heap.get(o.id) != nil
}

func (t *Tracer) later(v, c *Value) *Value {
	if v.src == nil || c.src == nil || c.x != v.x || c.src.sym == nil || c.src.sym.call == nil {
		return v
	}
	w := viewer{x: v.x, memo: make(map[viewKey]*Value), tracer: t}
	return w.view(v.src, c.src.sym.call.state)
}

// AtEnd returns the object that e makes as it is when its function returns.
func (t *Tracer) AtEnd(e ast.Expr, f *Frame) *Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := t.eval(e, f)
	if f == nil || f.root == nil || f.root.final == nil {
		return v
	}
	// A chain of methods ends in what the last of them returns.
	if cur, ok := t.index.Cursor(e); ok {
		for {
			kind, _ := cur.ParentEdge()
			if kind == edge.ParenExpr_X || kind == edge.SelectorExpr_X || kind == edge.CallExpr_Fun {
				cur = cur.Parent()
				continue
			}
			if call, ok := cur.Node().(*ast.CallExpr); ok && ast.Expr(call) != e {
				if last := t.eval(call, f); last.src != nil || last.each != nil {
					v = last
				}
			}
			break
		}
	}
	var list []*Value
	for _, once := range v.times() {
		if once.src != nil {
			once = f.root.view.view(once.src, f.root.final)
		}
		list = append(list, once)
	}
	return mergeViews(list, 0)
}
