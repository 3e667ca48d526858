package difftest

import "strings"

func structProductions() []production {
	return []production{
		{"struct copy", 10, emitStructCopy},
		{"struct through pointer", 10, emitStructPointer},
		{"struct by value as argument", 6, emitStructArg},
		{"struct in map", 12, emitStructMap},
		{"struct in slice", 6, emitStructSlice},
		{"conversion between struct types", 10, emitTwin},
		{"anonymous struct", 5, emitAnonymous},
		{"struct compared after change", 12, emitStructCompare},
		{"whole struct assigned through pointer", 6, emitStructWhole},
	}
}

// structWith returns a struct type that has a field of type t that can be
// reached through no pointer, and the selector of the field.
func (g *gen) structWith(t *typ) (s *typ, sel string, ok bool) {
	for _, i := range g.r.Perm(len(g.structs)) {
		s := g.structs[i]
		var sels []string
		for _, p := range g.selected(place{"", s, true, true, false}, s, ".") {
			if p.t == t {
				sels = append(sels, p.text)
			}
		}
		if len(sels) > 0 {
			return s, sels[g.r.IntN(len(sels))], true
		}
	}
	return nil, "", false
}

func emitStructCopy(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	y := g.newVar("y", s, x)
	g.line("%s%s = %s", g.pick(x, y), sel, g.expr(g.str, 0))
	if g.chance(30) {
		g.line("%s = %s", x, y)
	}
	g.probe("%s%s", g.pick(x, y), sel)
	return true
}

func emitStructPointer(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	p := g.newVar("p", g.ptr(s), "&"+x)
	g.line("%s%s = %s", p, sel, g.expr(g.str, 0))
	if g.chance(40) {
		q := g.newVar("q", g.ptr(g.str), "&"+g.pick(p, x)+sel)
		g.line("*%s += %s", q, g.lit())
	}
	g.probe("%s%s", g.pick(x, p), sel)
	return true
}

func emitStructArg(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	name := "byValue" + s.text + strings.ReplaceAll(sel, ".", "_")
	g.declare(name, func() {
		g.line("func %s(x %s, p *%s) %s {\n\tx%s += %s\n\tp%s += %s\n\treturn x\n}", name, s.text, s.text, s.text, sel, g.lit(), sel, g.lit())
	})
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	g.probe("%s(%s, &%s)%s", name, x, x, sel)
	g.probe("%s%s", x, sel)
	return true
}

func emitStructMap(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok || !s.zeroable() {
		return false
	}
	t := g.mapOf(g.str, s)
	m, ok := g.find(t, read)
	if !ok {
		m = g.newVar("m", t, g.build(t, 1))
	}
	k := g.key(g.str)
	x := g.newVar("x", s, m+"["+k+"]")
	g.line("%s%s = %s", x, sel, g.expr(g.str, 0))
	if g.chance(50) {
		g.line("%s[%s] = %s", m, k, x)
		if g.chance(50) {
			g.line("%s%s = %s", x, sel, g.lit())
		}
	}
	g.probe("%s[%s]%s", m, k, sel)
	return true
}

func emitStructSlice(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	t := g.slice(s)
	l, ok := g.find(t, read)
	if !ok {
		l = g.newVar("l", t, g.build(t, 1))
	}
	i := g.index()
	switch g.r.IntN(3) {
	case 0:
		x := g.newVar("x", s, l+"["+i+"]")
		g.line("%s%s = %s", x, sel, g.lit())
	case 1:
		p := g.newVar("p", g.ptr(s), "&"+l+"["+i+"]")
		g.line("%s%s = %s", p, sel, g.expr(g.str, 0))
	case 2:
		x := g.name("x")
		g.line("for _, %s := range %s {\n%s%s = %s\n}", x, l, x, sel, g.lit())
	}
	g.probe("%s[%s]%s", l, g.pick(i, "0", "1"), sel)
	return true
}

// emitTwin converts a struct, or a pointer to it, to another type that has the
// same fields.
func emitTwin(g *gen) bool {
	s, _, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	var own []string
	for _, f := range s.fields {
		if f.t == g.str && !f.embedded {
			own = append(own, "."+f.name)
		}
	}
	if len(own) == 0 {
		return false
	}
	sel := own[g.r.IntN(len(own))]
	twin := "twin" + s.text
	g.declare(twin, func() {
		g.line("type %s struct {", twin)
		for _, f := range s.fields {
			if f.embedded {
				g.line("%s", f.t.text)
			} else {
				g.line("%s %s", f.name, f.t.text)
			}
		}
		g.line("}")
	})
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	y := g.name("y")
	if g.chance(50) {
		g.line("%s := (*%s)(&%s)", y, twin, x)
		g.line("%s%s = %s", y, sel, g.expr(g.str, 0))
		g.probe("%s%s", x, sel)
		return true
	}
	g.line("%s := %s(%s)", y, twin, x)
	g.line("%s%s = %s", y, sel, g.expr(g.str, 0))
	if g.chance(50) {
		g.line("%s = %s(%s)", x, s.text, y)
	}
	g.probe("%s%s", g.pick(x, y), sel)
	return true
}

func emitAnonymous(g *gen) bool {
	x, y := g.name("x"), g.name("y")
	p, ok := g.find(g.str, address)
	if !ok {
		return false
	}
	g.line("%s := struct {\n\ts string\n\tp *string\n\tin struct{ n int }\n}{s: %s, p: &%s}", x, g.expr(g.str, 0), p)
	g.line("%s := %s", y, x)
	g.line("%s.s = %s", g.pick(x, y), g.lit())
	g.line("*%s.p = %s", g.pick(x, y), g.expr(g.str, 0))
	g.line("%s.in.n++", g.pick(x, y))
	g.probe("%s", g.pick(x+".s", y+".s", p, "*"+x+".p", x+".in.n", y+".in.n"))
	return true
}

func emitStructCompare(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok || !s.comparable() {
		return false
	}
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	y := g.newVar("y", s, x)
	if g.chance(50) {
		g.line("%s%s %s %s", y, sel, g.pick("=", "+="), g.expr(g.str, 0))
	}
	g.probe("%s == %s", x, y)
	return true
}

func emitStructWhole(g *gen) bool {
	s, sel, ok := g.structWith(g.str)
	if !ok {
		return false
	}
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	f := g.newVar("p", g.ptr(g.str), "&"+x+sel)
	p := g.newVar("p", g.ptr(s), "&"+x)
	g.line("*%s = %s", p, g.build(s, 1))
	if g.chance(40) {
		g.line("*%s = %s", f, g.lit())
	}
	g.probe("%s", g.pick("*"+f, x+sel, p+sel))
	return true
}
