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
		if fn == nil || !slices.ContainsFunc(f.root.results, func(r *val) bool { return refersTo(r, s, alt.obj) }) {
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

// refersTo reports whether a value is, or holds, a symbol or an object.
func refersTo(v *val, s *sym, o *object) bool {
	return o != nil && v.obj == o || s != nil && v.sym == s || slices.ContainsFunc(v.args, func(a *val) bool { return refersTo(a, s, o) })
}
