package difftest

import (
	"fmt"
	"slices"
	"strings"
)

// aliasedParameters is the feature of programs whose entry has parameters that
// may refer to the same memory. An engine is to look at G, and knows nothing
// of what they are:
//
//	func G(b0, b1 bool, s0 string, a0, a1 *string, a2 map[string]string)
//
// F calls it with some that do, and with some that do not.
const aliasedParameters = "parameters that may be the same memory"

// Entry returns the name of the function that an engine is to look at.
func (p Program) Entry() string {
	if strings.Contains("\n"+p.Source, "\nfunc G(b0, b1 bool") {
		return "G"
	}
	return "F"
}

// parameterTypes picks types, most of them twice.
func (g *gen) parameterTypes() []*typ {
	named := g.add(&typ{kind: mapKind, text: "labels", elem: g.str, key: g.str})
	list := []*typ{
		g.ptr(g.str), g.ptr(g.str), g.slice(g.str), g.slice(g.str), g.mapOf(g.str, g.str), g.mapOf(g.str, g.str), named,
		g.ptr(g.ptr(g.str)), g.ptr(g.array(2, g.str)), g.slice(g.ptr(g.str)), g.ptr(g.slice(g.str)), g.ptr(g.mapOf(g.str, g.str)),
		g.mapOf(g.str, g.slice(g.str)), g.funcOf(nil, nil), g.slice(g.slice(g.str)),
	}
	for _, s := range g.structs {
		list = append(list, g.ptr(s), g.ptr(s), g.ptr(s), g.slice(s), g.ptr(g.ptr(s)))
	}
	if g.iface != nil {
		list = append(list, g.iface)
	}
	var out []*typ
	for range 1 + g.r.IntN(2) {
		t := list[g.r.IntN(len(list))]
		out = append(out, t)
		if g.chance(70) {
			out = append(out, t)
		}
	}
	if t := out[0]; t.kind == ptrKind || t.kind == sliceKind {
		if u := g.related(t); u != nil && g.chance(60) {
			out = append(out, u)
		}
	}
	for _, t := range out {
		if t.text == "labels" {
			g.declare("labels", func() { g.line("type labels map[string]string") })
			out = append(out, g.mapOf(g.str, g.str))
			break
		}
	}
	return out
}

// related returns a type whose values may refer to a part of what t refers to.
func (g *gen) related(t *typ) *typ {
	switch e := t.elem; {
	case t.kind == sliceKind:
		return g.ptr(e)
	case e.kind == structKind && len(e.fields) > 0:
		f := e.fields[g.r.IntN(len(e.fields))].t
		if f.kind == ptrKind || f.kind == mapKind || f.kind == sliceKind {
			return f
		}
		return g.ptr(f)
	case e.kind == ptrKind:
		return e
	case e.kind == arrayKind:
		return g.slice(e.elem)
	}
	return nil
}

func parameterProductions() []production {
	return []production{
		{"store through parameters", 30, emitAliasedStores},
		{"parts of parameters exchanged", 15, emitRepointed},
		{"parameters handed on", 12, emitAliasedCall},
	}
}

// through returns a place that a parameter of G leads to.
func (g *gen) through(t *typ, u use) (string, bool) {
	if g.fn.kind != entryBody {
		return "", false
	}
	var vars []variable
	for _, v := range g.visible() {
		if slices.Contains(g.own, v) {
			vars = append(vars, v)
		}
	}
	return g.findIn(vars, t, u)
}

func emitAliasedStores(g *gen) bool {
	p, ok := g.through(g.str, assign)
	if !ok {
		return false
	}
	q, _ := g.through(g.str, assign)
	g.line("%s = %s", p, g.expr(g.str, 0))
	switch g.r.IntN(4) {
	case 0:
		g.line("%s += %s", q, g.lit())
	case 1:
		g.line("%s, %s = %s, %s", q, p, p, q)
	default:
		g.line("%s = %s", q, g.lit())
	}
	g.probe("%s", g.pick(p, q))
	return true
}

// emitRepointed stores a part of one parameter in another.
func emitRepointed(g *gen) bool {
	for range 8 {
		t := g.own
		if len(t) == 0 {
			return false
		}
		v := t[g.r.IntN(len(t))].t
		if v.elem == nil || v.elem.basic() {
			continue
		}
		p, ok := g.through(v.elem, assign)
		if !ok {
			continue
		}
		q, _ := g.through(v.elem, read)
		g.line("%s = %s", p, g.pick(q, q, g.expr(v.elem, 0)))
		if x, ok := g.through(g.str, assign); ok {
			y, _ := g.through(g.str, read)
			g.line("%s = %s", x, g.lit())
			g.probe("%s", g.pick(x, y))
		}
		return true
	}
	return false
}

// emitAliasedCall has a function or the library change what a parameter
// leads to.
func emitAliasedCall(g *gen) bool {
	p, ok := g.through(g.str, assign)
	if !ok {
		return false
	}
	text := ""
	if a, ok := g.through(g.str, address); ok && g.chance(60) {
		text = g.pick("func(p *string) { *p = "+g.lit()+" }(&"+a+")", g.imp("fmt")+".Sscan("+g.lit()+", &"+a+")")
	} else if m, ok := g.through(g.mapOf(g.str, g.str), read); ok && g.has("clear", "delete") {
		text = g.pick("clear("+m+")", "delete("+m+", "+g.key(g.str)+")", g.imp("maps")+".Copy("+m+", map[string]string{\"a\": "+g.lit()+"})")
	} else if s, ok := g.through(g.slice(g.str), read); ok && g.has("copy", "clear", "append") {
		text = g.pick("copy("+s+", []string{"+g.lit()+"})", "clear("+s+")", g.imp("slices")+".Reverse("+s+")", "_ = append("+s+"[:1], "+g.lit()+")")
	} else {
		return false
	}
	g.line("%s = %s\n%s", p, g.expr(g.str, 0), text)
	g.probe("%s", p)
	return true
}

// caller declares F, which calls G with values of the types.
func (g *gen) caller(ts []*typ) {
	g.fn = &body{kind: helperBody}
	g.decls = append(g.decls, g.capture(func() {
		g.line("func F(b0, b1 bool, s0 string) {")
		g.scope(func() {
			g.bindInputs()
			g.scope(func() {
				g.newVar("v", g.str, g.lit())
				for _, t := range ts {
					g.newVar("v", t, g.build(t, 0))
				}
				for _, cond := range []string{"b0 && b1", "b0", "b1"} {
					g.line("if %s {\n%s\nreturn\n}", cond, g.callWith(ts))
				}
				g.line("%s", g.callWith(ts))
			})
		})
		g.line("}")
	}))
}

// callWith returns a call of G. Arguments of one type are the same one, mostly.
func (g *gen) callWith(ts []*typ) string {
	args := []string{"b0", "b1", "s0"}
	last := map[*typ]string{}
	for _, t := range ts {
		arg, ok := last[t]
		if !ok || g.chance(40) {
			arg = g.argument(t)
		}
		last[t] = arg
		args = append(args, arg)
	}
	return fmt.Sprintf("G(%s)", strings.Join(args, ", "))
}

func (g *gen) argument(t *typ) string {
	switch {
	case t.text == "labels":
		if m, ok := g.find(g.mapOf(g.str, g.str), read); ok {
			return "labels(" + m + ")"
		}
	case t.kind == ptrKind && g.chance(60):
		if p, ok := g.find(t.elem, address); ok {
			return "&" + p
		}
	case t.kind == sliceKind && g.chance(30):
		if p, ok := g.find(t, read); ok {
			return p + g.pick("[:2]", "[:2:2]")
		}
	}
	if p, ok := g.find(t, read); ok && g.chance(80) {
		return p
	}
	return g.build(t, 0)
}
