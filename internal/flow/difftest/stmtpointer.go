package difftest

import "fmt"

func pointerProductions() []production {
	return []production{
		{"store through pointer", 30, emitStorePointer},
		{"pointer to pointer", 10, emitPointerPointer},
		{"pointer of one of two", 12, emitPointerEither},
		{"pointer swap", 6, emitPointerSwap},
		{"nil pointer check", 4, emitNilCheck},
		{"linked list", 4, emitList},
		{"pointer in interface", 4, emitPointerAny},
		{"pointer cycle", 2, emitCycle},
	}
}

// emitStorePointer stores through a pointer to a variable, and probes the
// variable.
func emitStorePointer(g *gen) bool {
	t := g.basicType()
	x, ok := g.find(t, address)
	if !ok {
		return false
	}
	p := g.newVar("p", g.ptr(t), "&"+x)
	if g.chance(40) {
		g.stmt()
	}
	g.line("*%s = %s", p, g.expr(t, 1))
	if g.chance(60) {
		g.probe("%s", x)
	}
	return true
}

func emitPointerPointer(g *gen) bool {
	x, ok := g.find(g.str, address)
	y, ok2 := g.find(g.str, address)
	if !ok || !ok2 {
		return false
	}
	p := g.newVar("p", g.ptr(g.str), "&"+x)
	pp := g.newVar("pp", g.ptr(g.ptr(g.str)), "&"+p)
	if g.chance(50) {
		g.line("**%s = %s", pp, g.lit())
	}
	g.line("*%s = &%s", pp, y)
	if g.chance(50) {
		g.line("*%s = %s", p, g.lit())
	} else {
		g.line("**%s += %s", pp, g.lit())
	}
	g.probe("%s", g.pick(x, y, "*"+p, "**"+pp))
	return true
}

func emitPointerEither(g *gen) bool {
	t := g.basicType()
	x, ok := g.find(t, address)
	y, _ := g.find(t, address)
	if !ok {
		return false
	}
	p := g.newVar("p", g.ptr(t), "&"+x)
	g.line("if %s {\n%s = &%s\n}", g.cond(), p, y)
	g.line("*%s = %s", p, g.expr(t, 0))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitPointerSwap(g *gen) bool {
	t := g.ptr(g.str)
	p, ok := g.find(t, assign)
	if !ok {
		p = g.newVar("p", t, g.build(t, 1))
	}
	q := g.newVar("p", t, g.build(t, 1))
	g.line("%s, %s = %s, %s", p, q, q, p)
	g.line("*%s = %s", p, g.expr(g.str, 0))
	g.probe("*%s", q)
	return true
}

func emitNilCheck(g *gen) bool {
	if !g.nests() || !g.has("nil") {
		return false
	}
	x, ok := g.find(g.str, address)
	if !ok {
		return false
	}
	p := g.name("p")
	g.line("var %s *string", p)
	g.line("if %s {\n%s = &%s\n}", g.cond(), p, x)
	g.line("if %s != nil {", p)
	g.scope(func() {
		g.bindFixed(p, g.ptr(g.str))
		g.line("*%s = %s", p, g.lit())
		g.block(1)
	})
	g.line("}")
	g.probe("%s", g.pick(x, p+" == nil"))
	return true
}

func emitList(g *gen) bool {
	if !g.nests() || !g.has("nil") {
		return false
	}
	g.declare("node", func() { g.line("type node struct {\n\ts    string\n\tnext *node\n}") })
	n, m, i := g.name("n"), g.name("n"), g.name("i")
	g.line("%s := &node{s: %s}", n, g.expr(g.str, 0))
	g.line("for %s := range 2 {\n_ = %s\n%s = &node{s: %s + %s, next: %s}\n}", i, i, n, n+".s", g.lit(), n)
	g.line("for %s := %s; %s != nil; %s = %s.next {", m, n, m, m, m)
	if g.chance(50) {
		g.line("%s.s += %s", m, g.lit())
	}
	if p, ok := g.find(g.str, assign); ok && g.chance(50) {
		g.line("%s = %s.s", p, m)
	}
	g.line("}")
	g.probe("%s", g.pick(n+".s", n+".next.s", n+".next.next.s"))
	return true
}

func emitPointerAny(g *gen) bool {
	t := g.basicType()
	x, ok := g.find(t, address)
	if !ok {
		return false
	}
	a := g.name("any")
	g.line("var %s any = &%s", a, x)
	switch g.r.IntN(3) {
	case 0:
		g.line("*%s.(*%s) = %s", a, t.text, g.expr(t, 0))
	case 1:
		p := g.name("p")
		g.line("if %s, ok := %s.(*%s); ok {\n*%s = %s\n}", p, a, t.text, p, g.expr(t, 0))
	case 2:
		g.declare("storeAny", func() {
			g.line("func storeAny(x any) {\n\tswitch p := x.(type) {\n\tcase *string:\n\t\t*p += %s\n\tcase *int:\n\t\t*p++\n\tcase *bool:\n\t\t*p = !*p\n\t}\n}", g.lit())
		})
		g.line("storeAny(%s)", a)
	}
	g.probe("%s", x)
	return true
}

func emitCycle(g *gen) bool {
	g.declare("node", func() { g.line("type node struct {\n\ts    string\n\tnext *node\n}") })
	n, m := g.name("n"), g.name("n")
	g.line("%s := &node{s: %s}", n, g.lit())
	g.line("%s := &node{s: %s, next: %s}", m, g.lit(), n)
	g.line("%s.next = %s", n, g.pick(m, n))
	g.line("%s.next.next.s = %s", m, g.expr(g.str, 0))
	g.probe("%s", g.pick(n+".s", m+".s", m+".next.s", fmt.Sprintf("%s.next.next.next == %s", n, m)))
	return true
}
