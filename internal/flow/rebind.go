package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Rebind returns v as each call of from's function in the program makes it,
// with the parameters that v was made of bound to what the call passes, and v
// itself if not all calls are known. It returns nil if v is not made of them,
// or if the program does not call the function.
func (t *Tracer) Rebind(v *Value, from *Frame) []*Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	callers, all := t.callers(from)
	var out []*Value
	for _, c := range callers {
		var list []*Value
		bound := false
		for _, run := range c.runs {
			r := rebinding{x: c.root.x, params: make(map[*ssa.Parameter]*val)}
			for i, p := range c.fn.Params {
				if i < len(run.args) {
					r.params[p] = run.args[i]
				}
			}
			for _, once := range v.times() {
				if once.src == nil {
					return nil
				}
				r.from = once.x
				w := r.value(once.src)
				bound = bound || w != once.src
				list = append(list, c.root.view.view(w, run.state))
			}
		}
		if !bound {
			return nil
		}
		out = append(out, mergeViews(list, 0))
	}
	if len(out) > 0 && !all {
		out = append(out, v)
	}
	return out
}

// A rebinding puts arguments in place of parameters.
type rebinding struct {
	x, from *executor
	params  map[*ssa.Parameter]*val
}

func (r *rebinding) value(v *val) *val {
	if v.kind == kSym {
		if p, ok := v.sym.key.a.(*ssa.Parameter); ok && v.sym.key.kind == symParam {
			if arg := r.params[p]; arg != nil {
				w := *arg
				w.via = v.via
				for e := arg.via; e != nil; e = e.next {
					w.via = appendVia(w.via, e)
				}
				return &w
			}
		}
		return v
	}
	var args []*val
	for i, a := range v.args {
		b := r.value(a)
		if b != a && args == nil {
			args = slices.Clone(v.args)
		}
		if args != nil {
			args[i] = b
		}
	}
	if args == nil {
		return v
	}
	if v.kind == kConcat {
		w := concatOf(args...)
		c := *w
		c.via = v.via
		return &c
	}
	if v.kind == kConv && args[0].kind == kConst && args[0].c != nil {
		return r.converted(v, args[0])
	}
	w := *v
	w.args = args
	return &w
}

func appendVia(list, e *via) *via {
	if list == nil {
		return &via{e.expr, e.frame, nil}
	}
	return &via{list.expr, list.frame, appendVia(list.next, e)}
}

// converted returns a constant that is converted as another value is.
func (r *rebinding) converted(v, arg *val) *val {
	from, ok := v.args[0].typ, v.args[0].typ != nil
	if ok {
		f, isBasic := from.Underlying().(*types.Basic)
		t, alsoBasic := v.typ.Underlying().(*types.Basic)
		if isBasic && alsoBasic {
			if c, ok := convertConst(arg.c, f, t); ok {
				w := *konst(c)
				w.via = v.via
				return &w
			}
		}
	}
	return unknown
}
