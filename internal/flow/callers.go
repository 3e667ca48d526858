package flow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// allCallers is how many steps the functions take, together, that call a
// function: those behind are not executed.
const allCallers = 10 * budget

// Callers returns the frames of f's function, as it is reached in f: one for
// each call in the program of the outermost caller of f, in the order of the
// index. all is false if some are missing: a function that calls it is too
// large to be executed, or all of them are, together.
func (t *Tracer) Callers(f *Frame) (callers []*Frame, all bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.callers(f)
}

func (t *Tracer) callers(f *Frame) (out []*Frame, all bool) {
	if f == nil {
		return nil, true
	}
	chain := []*Frame{}
	top := f
	for ; top.Call != nil; top = top.Caller {
		chain = append(chain, top)
	}
	fn := t.index.FuncOf(top.Func)
	if fn == nil {
		return nil, true
	}
	all = true
	steps := 0
	asked := make(map[*root]bool)
	for _, cur := range t.callsOf(fn) {
		if steps > allCallers {
			return out, false
		}
		call := cur.Node().(*ast.CallExpr)
		caller := t.frameOf(call)
		if caller.root == nil {
			all = false
			continue
		}
		x := caller.root.x
		if !asked[caller.root] {
			asked[caller.root] = true
			steps += budget - x.budget
		}
		decl, _ := top.Func.(*ast.FuncDecl)
		g, ok := x.frames[frameKey{caller, call, decl}]
		if !ok {
			all = all && !x.lost // else the call does not run, or calls another function
			continue
		}
		// Have: the outermost frame, as it is called. Find those below it.
		for _, inner := range slices.Backward(chain) {
			decl, _ := inner.Func.(*ast.FuncDecl)
			if g, ok = x.frames[frameKey{g, inner.Call, decl}]; !ok {
				break
			}
		}
		if ok {
			out = append(out, g)
		} else {
			all = all && !x.lost
		}
	}
	return out, all
}

// callsOf returns the calls in the program that call a function, or a
// function value that may be the function, in order.
func (t *Tracer) callsOf(fn *types.Func) []inspector.Cursor {
	direct := t.index.callers[fn]
	if !t.index.IsValue(fn) {
		return direct
	}
	if t.indirect == nil {
		t.indirect = make(map[*types.Func][]inspector.Cursor)
		for _, cur := range t.index.calls {
			for _, fn := range t.index.ValuesFor(cur.Node().(*ast.CallExpr)) {
				t.indirect[fn] = append(t.indirect[fn], cur)
			}
		}
	}
	out := slices.Concat(direct, t.indirect[fn])
	slices.SortFunc(out, func(a, b inspector.Cursor) int { return cmp.Compare(a.Index(), b.Index()) })
	return out
}
