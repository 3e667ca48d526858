package difftest

import "fmt"

func arrayProductions() []production {
	return []production{
		{"array copy", 7, emitArrayCopy},
		{"array shared with slice", 6, emitArraySlice},
		{"array by value as argument", 4, emitArrayArg},
		{"array comparison", 3, emitArrayCompare},
		{"pointer to array", 5, emitArrayPointer},
		{"slice converted to array", 4, emitSliceToArray},
		{"array of arrays", 3, emitMatrix},
	}
}

// arrayOf returns an array of two strings that is addressable.
func (g *gen) arrayOf() string {
	t := g.array(2, g.str)
	if a, ok := g.find(t, address); ok && g.chance(70) {
		return a
	}
	return g.newVar("a", t, g.build(t, 1))
}

func emitArrayCopy(g *gen) bool {
	a := g.arrayOf()
	b := g.newVar("a", g.array(2, g.str), a)
	i := g.index()
	g.line("%s[%s] = %s", g.pick(a, b), i, g.expr(g.str, 0))
	g.probe("%s[%s]", g.pick(a, b), g.pick(i, "0"))
	return true
}

func emitArraySlice(g *gen) bool {
	a := g.arrayOf()
	s := g.newVar("s", g.slice(g.str), a+"[:]")
	i := g.index()
	g.line("%s[%s] = %s", g.pick(a, s), i, g.expr(g.str, 0))
	if g.chance(40) && g.has("append") {
		g.line("%s = append(%s[:1], %s)", s, s, g.lit())
	}
	g.probe("%s[%s]", g.pick(a, s), g.pick(i, "1"))
	return true
}

func emitArrayArg(g *gen) bool {
	g.declare("byArray", func() {
		g.line("func byArray(a [2]string, p *[2]string) [2]string {\n\ta[0] += %s\n\tp[1] = a[0]\n\treturn a\n}", g.lit())
	})
	a := g.arrayOf()
	b := g.newVar("a", g.array(2, g.str), fmt.Sprintf("byArray(%s, &%s)", a, a))
	g.probe("%s[%s]", g.pick(a, b), g.index())
	return true
}

func emitArrayCompare(g *gen) bool {
	a := g.arrayOf()
	b := g.newVar("a", g.array(2, g.str), a)
	if g.chance(50) {
		g.line("%s[%s] = %s", b, g.index(), g.expr(g.str, 0))
	}
	g.probe("%s == %s", a, b)
	return true
}

func emitArrayPointer(g *gen) bool {
	a := g.arrayOf()
	p := g.newVar("p", g.ptr(g.array(2, g.str)), "&"+a)
	switch g.r.IntN(3) {
	case 0:
		g.line("%s[%s] = %s", p, g.index(), g.expr(g.str, 0))
	case 1:
		g.line("*%s = [2]string{%s, %s}", p, g.expr(g.str, 0), g.expr(g.str, 0))
	case 2:
		g.line("for i := range %s {\n%s[i] += %s\n}", p, p, g.lit())
	}
	g.probe("%s[%s]", a, g.index())
	return true
}

func emitSliceToArray(g *gen) bool {
	t := g.slice(g.str)
	s, ok := g.find(t, read)
	if !ok {
		s = g.newVar("s", t, g.build(t, 1))
	}
	if g.chance(50) {
		a := g.newVar("a", g.array(2, g.str), "[2]string("+s+")")
		g.line("%s[0] = %s", g.pick(a, s), g.expr(g.str, 0))
		g.probe("%s[0]", g.pick(a, s))
		return true
	}
	p := g.newVar("p", g.ptr(g.array(2, g.str)), "(*[2]string)("+s+")")
	g.line("%s[1] = %s", g.pick(p, s), g.expr(g.str, 0))
	g.probe("%s[1]", g.pick(p, s))
	return true
}

func emitMatrix(g *gen) bool {
	m, n := g.name("a"), g.name("a")
	g.line("%s := [...][2]string{1: {%s}, 0: {1: %s}}", m, g.expr(g.str, 0), g.lit())
	g.line("%s := %s", n, m)
	g.line("%s[%s][%s] = %s", g.pick(m, n), g.index(), g.index(), g.expr(g.str, 0))
	if g.chance(40) {
		g.line("%s[0] = %s[1]", m, n)
	}
	g.probe("%s[%s][%s]", g.pick(m, n), g.index(), g.index())
	return true
}
