package difftest

import (
	"fmt"
	"strconv"
	"strings"
)

// lit returns a string literal. Most are used nowhere else.
func (g *gen) lit() string {
	if g.chance(20) {
		return g.pick(`""`, `"a"`, `"alice"`, `"x,y"`, `" pad "`, `"AbC"`)
	}
	g.lits++
	return strconv.Quote("s" + strconv.Itoa(g.lits))
}

// numLit returns an int literal.
func (g *gen) numLit() string { return strconv.Itoa(g.r.IntN(12)) }

// grows reports whether text may become as long as all operands together. In
// loops and functions it could double too often.
func (g *gen) grows() bool { return g.fn.inLoop == 0 && g.fn.kind == entryBody }

// expr returns an expression of type t. It calls no function of the program
// that changes anything.
func (g *gen) expr(t *typ, depth int) string {
	if g.chance(66) {
		if p, ok := g.find(t, read); ok {
			return p
		}
	}
	return g.build(t, depth)
}

// exprs returns expressions for a list.
func (g *gen) exprs(ts []*typ, depth int) string {
	var out []string
	for _, t := range ts {
		out = append(out, g.expr(t, depth))
	}
	return strings.Join(out, ", ")
}

// build returns an expression that is more than a variable.
func (g *gen) build(t *typ, depth int) string {
	switch t.kind {
	case stringKind:
		return g.buildString(depth)
	case intKind:
		return g.buildInt(depth)
	case boolKind:
		if depth <= 0 {
			return g.pick("true", "false")
		}
		return g.cond()
	case ptrKind:
		return g.buildPtr(t, depth)
	case sliceKind:
		return g.buildSlice(t, depth)
	case arrayKind:
		g.mark("array literal")
		if g.chance(25) {
			return fmt.Sprintf("%s{1: %s, 0: %s%s}", t.text, g.expr(t.elem, depth-1), g.expr(t.elem, depth-1), g.rest(t, depth))
		}
		return t.text + "{" + g.list(t.elem, t.n, depth-1) + "}"
	case mapKind:
		return g.buildMap(t, depth)
	case structKind:
		return g.buildStruct(t, depth)
	case funcKind:
		return g.buildFunc(t)
	case ifaceKind:
		return g.buildIface(t, depth)
	}
	panic("no expression of " + t.text)
}

// rest returns the keyed elements from 2 on that an array needs because its
// element type has no good zero value.
func (g *gen) rest(t *typ, depth int) string {
	s := ""
	for i := 2; i < t.n && !t.elem.zeroable(); i++ {
		s += fmt.Sprintf(", %d: %s", i, g.expr(t.elem, depth-1))
	}
	return s
}

// list returns n expressions of type t.
func (g *gen) list(t *typ, n, depth int) string {
	var out []string
	for range n {
		out = append(out, g.expr(t, depth))
	}
	return strings.Join(out, ", ")
}

func (g *gen) buildString(depth int) string {
	switch n := g.r.IntN(100); {
	case depth <= 0 || n < 45:
		return g.lit()
	case n < 60:
		g.mark("string +")
		if g.grows() && g.chance(40) {
			return g.expr(g.str, 0) + " + " + g.expr(g.str, 0)
		}
		if g.chance(50) {
			return g.expr(g.str, 0) + " + " + g.lit()
		}
		return g.lit() + " + " + g.expr(g.str, 0)
	}
	return g.text()
}

func (g *gen) buildInt(depth int) string {
	if depth <= 0 {
		return g.numLit()
	}
	switch g.r.IntN(12) {
	case 0:
		return g.expr(g.num, 0) + " + " + g.numLit()
	case 1:
		return g.expr(g.num, 0) + " * " + g.numLit()
	case 2:
		return g.expr(g.num, 0) + " - " + g.expr(g.num, 0)
	case 3:
		return g.expr(g.num, 0) + g.pick(" % 3", " / 2", " & 3", " << 1", " >> 1", " ^ 5", " | 8", " &^ 1")
	case 4:
		if g.has("len") {
			return "len(" + g.expr(g.str, 0) + ")"
		}
	case 5:
		if p, ok := g.find(g.slice(g.str), read); ok && g.has("len") {
			return "len(" + p + ")"
		}
	case 6:
		if g.has("min", "max") {
			g.mark("min and max")
			return g.pick("min", "max") + "(" + g.expr(g.num, 0) + ", " + g.numLit() + ")"
		}
	case 7:
		return g.imp("strings") + g.pick(".Index(", ".Count(", ".LastIndex(") + g.expr(g.str, 0) + `, "a")`
	case 8:
		return "-(" + g.expr(g.num, 0) + ")"
	}
	return g.numLit()
}

func (g *gen) buildPtr(t *typ, depth int) string {
	if g.chance(75) {
		if p, ok := g.find(t.elem, address); ok {
			g.markAddress(p)
			return "&" + p
		}
	}
	switch e := t.elem; {
	case e.kind == structKind, e.kind == arrayKind && g.chance(50):
		return "&" + g.build(e, depth)
	case e.zeroable() && g.has("new") && g.chance(40):
		g.mark("new")
		return "new(" + e.text + ")"
	}
	g.mark("generic function with pointer")
	g.declare("ptrTo", func() { g.line("func ptrTo[T any](x T) *T { return &x }") })
	arg := g.expr(t.elem, depth-1)
	if t.elem.kind == ifaceKind {
		return "ptrTo[" + t.elem.text + "](" + arg + ")"
	}
	return "ptrTo(" + arg + ")"
}

// markAddress notes what the address of p is taken of.
func (g *gen) markAddress(p string) {
	switch {
	case strings.Contains(p, "."):
		g.mark("pointer to field")
	case strings.HasSuffix(p, "]"):
		g.mark("pointer to element")
	default:
		g.mark("pointer to variable")
	}
}

func (g *gen) buildSlice(t *typ, depth int) string {
	e := t.elem
	if p, ok := g.find(t, read); ok && depth > 0 {
		switch g.r.IntN(9) {
		case 0:
			if g.has("append") {
				g.mark("append")
				return "append(" + p + ", " + g.expr(e, 0) + ")"
			}
		case 1:
			g.mark("reslice")
			return p + "[:2]"
		case 2:
			g.mark("three-index slice")
			return p + "[:2:2]"
		case 3:
			if g.has("append") {
				g.mark("append into spare capacity")
				return "append(" + p + "[:1], " + g.expr(e, 0) + ")"
			}
		case 4:
			if g.has("len") {
				g.mark("reslice")
				return p + "[len(" + p + ")-2:]"
			}
		case 5:
			g.mark("slices.Clone")
			return g.imp("slices") + ".Clone(" + p + ")"
		case 6:
			if g.has("append") {
				g.mark("append to nil slice")
				return "append(" + t.text + "(nil), " + p + "...)"
			}
		}
	}
	if a, ok := g.find(g.array(2, e), address); ok && g.chance(50) {
		g.mark("slice of array")
		return a + "[:]"
	}
	switch n := g.r.IntN(10); {
	case n < 2:
		g.mark("keyed slice literal")
		return fmt.Sprintf("%s{1: %s, 0: %s}", t.text, g.expr(e, depth-1), g.expr(e, depth-1))
	case n < 4 && e.zeroable() && g.has("make"):
		g.mark("make with capacity")
		return fmt.Sprintf("make(%s, 2, %d)", t.text, 2+g.r.IntN(4))
	case n < 5 && g.has("append", "make"):
		g.mark("append into spare capacity")
		return fmt.Sprintf("append(make(%s, 0, 4), %s)", t.text, g.list(e, 2, depth-1))
	}
	g.mark("slice literal")
	return t.text + "{" + g.list(e, 2+g.r.IntN(2), depth-1) + "}"
}

func (g *gen) buildMap(t *typ, depth int) string {
	keys := map[kind][]string{stringKind: {`"a"`, `"b"`}, intKind: {"0", "1"}, boolKind: {"true", "false"}}[t.key.kind]
	if p, ok := g.find(t, read); ok && g.chance(15) {
		g.mark("maps.Clone")
		return g.imp("maps") + ".Clone(" + p + ")"
	}
	g.mark("map literal")
	if g.chance(15) {
		return t.text + "{}"
	}
	if g.chance(50) {
		return fmt.Sprintf("%s{%s: %s}", t.text, keys[0], g.expr(t.elem, depth-1))
	}
	return fmt.Sprintf("%s{%s: %s, %s: %s}", t.text, keys[0], g.expr(t.elem, depth-1), keys[1], g.expr(t.elem, depth-1))
}

func (g *gen) buildStruct(t *typ, depth int) string {
	if g.chance(25) {
		g.mark("struct literal without keys")
		var values []string
		for _, f := range t.fields {
			values = append(values, g.expr(f.t, depth-1))
		}
		return t.text + "{" + strings.Join(values, ", ") + "}"
	}
	g.mark("struct literal")
	var values []string
	for _, f := range t.fields {
		if !f.t.zeroable() || g.chance(70) {
			values = append(values, f.name+": "+g.expr(f.t, depth-1))
		}
	}
	return t.text + "{" + strings.Join(values, ", ") + "}"
}

// buildFunc returns a closure, a method value, a method expression, or a
// function of the program.
func (g *gen) buildFunc(t *typ) string {
	if m, ok := g.methodValue(t); ok && g.chance(40) {
		return m
	}
	for _, f := range g.funcs {
		if !f.values && !f.variadic && g.funcOf(f.params, f.results) == t && g.chance(50) {
			g.mark("function as value")
			return f.name
		}
	}
	if g.may("function as value", 20) {
		// Have: no function of the program has this type, or it was not chosen.
		name := map[*typ]string{
			g.funcOf(nil, []*typ{g.str}):           "text",
			g.funcOf(nil, nil):                     "nothing",
			g.funcOf([]*typ{g.str}, []*typ{g.str}): "change",
			g.funcOf([]*typ{g.ptr(g.str)}, nil):    "changeAt",
		}[t]
		if name != "" {
			g.declare(name, func() {
				switch name {
				case "text":
					g.line("func text() string { return %s }", g.lit())
				case "nothing":
					g.line("func nothing() {}")
				case "change":
					g.line("func change(s string) string { return %s }", g.pick("s + "+g.lit(), g.lit()))
				case "changeAt":
					g.line("func changeAt(p *string) { *p %s %s }", g.pick("=", "+="), g.lit())
				}
			})
			return name
		}
	}
	g.mark("closure")
	if g.fn.depth > 4 {
		// Have: closures within closures, deep enough.
		return "func" + g.header(make([]string, len(t.params)), t.params, t.results, nil) + " { " + g.zeroReturn(t.results) + " }"
	}
	return g.closure(t.params, t.results, 1+g.r.IntN(2))
}

// zeroReturn returns a return statement without variables.
func (g *gen) zeroReturn(results []*typ) string {
	if len(results) == 0 {
		return ""
	}
	var values []string
	for _, t := range results {
		values = append(values, g.build(t, 0))
	}
	return "return " + strings.Join(values, ", ")
}

// buildIface returns a value of a struct type that has the methods, or the
// address of one.
func (g *gen) buildIface(t *typ, depth int) string {
	var out []string
	for _, s := range g.structs {
		needsPtr := false
		good := true
		for _, m := range t.methods {
			own, ptr, ok := s.method(m.name)
			good = good && ok && own.param == m.param && own.result == m.result
			needsPtr = needsPtr || ptr
		}
		if !good {
			continue
		}
		if p, ok := g.find(g.ptr(s), read); ok {
			out = append(out, p, p)
		}
		if p, ok := g.find(s, address); ok {
			out = append(out, "&"+p)
		}
		if p, ok := g.find(s, read); ok && !needsPtr {
			out = append(out, p)
		}
		if len(out) == 0 {
			out = append(out, "&"+g.build(s, depth-1))
		}
	}
	g.mark("interface value")
	return g.pick(out...)
}
