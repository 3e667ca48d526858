package flow

import (
	"cmp"
	"go/ast"
	"slices"
)

// An Escape is a way in which an object gets to code that is not seen.
type Escape struct {
	How string // a few words: "stored in a field"
}

// Escapes lists the ways in which the object that e makes in a frame gets to
// code that is not seen.
func (t *Tracer) Escapes(e ast.Expr, f *Frame) []Escape {
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []Escape
	t.escapes(e, f, 0, func(how string) {
		if !slices.Contains(out, Escape{how}) {
			out = append(out, Escape{how})
		}
	})
	return out
}

func (t *Tracer) escapes(e ast.Expr, f *Frame, depth int, add func(how string)) {
	if f == nil || f.root == nil || depth > 4 {
		return
	}
	var alts []*val
	for _, once := range t.eval(e, f).times() {
		if once.src != nil {
			alts = append(alts, once.src.alternatives()...)
		}
	}
	x, final := f.root.x, f.root.final
	if final == nil {
		return
	}
	for _, alt := range alts {
		s := alt.sym
		if alt.kind == kTuple && len(alt.args) > 0 {
			s = alt.args[0].sym
		}
		holds := func(c *cell) bool { return c.v != nil && s != nil && c.v.sym == s }
		final.heap.each(func(i int, c *cell) {
			o := x.objects[i]
			c = x.current(o, c, final.epoch)
			mine := o == alt.obj || s != nil && o.kind == objPointee && o.base == s || holds(c)
			if mine && c.v != nil {
				for _, d := range c.v.rec.calls() {
					if d.arg >= 0 && !t.isKnown(d.call.fn) {
						add(passedTo(d.call))
					}
				}
			}
			if mine && (c.shared || c.volatile) {
				add(cmp.Or(c.how, "used by another goroutine"))
			}
		})
		top := f
		for top.Call != nil {
			top = top.Caller
		}
		fn := t.index.FuncOf(top.Func)
		if fn == nil || !slices.ContainsFunc(f.root.results, func(r *val) bool { return x.leadsTo(final, r, s, alt.obj, make(map[*object]bool)) }) {
			continue
		}
		callers, all := t.callers(top)
		if fn.Exported() && fn.Pkg().Name() != "main" || len(callers) == 0 || !all || t.index.IsValue(fn) {
			add("returned by " + fn.Name())
		}
		for _, c := range callers {
			t.escapes(e, c, depth+1, add)
		}
	}
}

// leadsTo reports whether a value is a symbol, or refers to an object, or
// whether what it refers to does.
func (x *executor) leadsTo(st *state, v *val, s *sym, o *object, seen map[*object]bool) bool {
	if v == nil {
		return false
	}
	if o != nil && v.obj == o || s != nil && v.sym == s {
		return true
	}
	if slices.ContainsFunc(v.args, func(a *val) bool { return x.leadsTo(st, a, s, o, seen) }) {
		return true
	}
	if v.obj == nil || seen[v.obj] {
		return false
	}
	seen[v.obj] = true
	c := x.held(st, v.obj)
	if c == nil {
		return false
	}
	return x.leadsTo(st, c.v, s, o, seen) || slices.ContainsFunc(c.entries, func(e entry) bool {
		return x.leadsTo(st, e.key, s, o, seen) || x.leadsTo(st, e.v, s, o, seen)
	})
}
