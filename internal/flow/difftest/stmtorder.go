package difftest

import "fmt"

// The language fixes the order of calls in a statement. It does not fix when a
// variable is read that a call in the same statement changes. The features
// with the word unordered depend on what the compiler does there.
func orderProductions() []production {
	return []production{
		{"order of calls in expression", 6, emitOrderCalls},
		{"order of calls in arguments", 5, emitOrderArgs},
		{"order in assignment to index", 6, emitOrderIndex},
		{"order of && and call", 4, emitOrderAnd},
		{"unordered read and call", 3, emitUnordered},
		{"unordered store and call", 3, emitUnorderedStore},
		{"unordered op-assign and call", 3, emitUnorderedOp},
	}
}

// tick declares a function that changes a variable and returns its new value.
func (g *gen) tick() {
	g.declare("tick", func() {
		g.line("func tick(p *string, s string) string {\n\t*p += s\n\treturn *p\n}")
	})
}

// ticked returns a variable for tick.
func (g *gen) ticked() string {
	x, ok := g.variableOf(g.str, true)
	if !ok || g.chance(40) {
		x = g.newVar("v", g.str, g.lit())
	}
	return x
}

func emitOrderCalls(g *gen) bool {
	g.tick()
	x := g.ticked()
	e := fmt.Sprintf("tick(&%s, %s) + tick(&%s, %s)", x, g.lit(), x, g.lit())
	if g.chance(50) {
		e = fmt.Sprintf("[]string{tick(&%s, %s), tick(&%s, %s)}[%s]", x, g.lit(), x, g.lit(), g.index())
	}
	y := g.newVar("v", g.str, e)
	g.probe("%s", g.pick(x, y))
	return true
}

func emitOrderArgs(g *gen) bool {
	g.tick()
	g.declare("concat", func() { g.line("func concat(a, b string) string { return a + %s + b }", g.lit()) })
	x := g.ticked()
	y := g.newVar("v", g.str, fmt.Sprintf("concat(tick(&%s, %s), concat(tick(&%s, %s), %s))", x, g.lit(), x, g.lit(), g.lit()))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitOrderIndex(g *gen) bool {
	s := g.sliceOf()
	i := g.name("i")
	g.line("%s := 0", i)
	switch g.r.IntN(4) {
	case 0:
		g.line("%s, %s[%s] = 1, %s", i, s, i, g.expr(g.str, 0))
	case 1:
		g.line("%s[%s], %s = %s, 1", s, i, i, g.expr(g.str, 0))
	case 2:
		g.line("%s[0], %s[1] = %s[1], %s[0]", s, s, s, s)
	case 3:
		p := g.newVar("p", g.ptr(g.str), "&"+s+"[0]")
		g.line("%s, *%s = &%s[1], %s", p, p, s, g.lit())
		g.line("*%s = %s", p, g.lit())
	}
	g.bindIndex(i)
	g.probe("%s", g.pick(s+"[0]", s+"[1]", i))
	return true
}

func emitOrderAnd(g *gen) bool {
	g.tick()
	x := g.ticked()
	op := g.pick("&&", "||")
	b := g.newVar("v", g.boolean, fmt.Sprintf("%s %s tick(&%s, %s) == %s", g.cond2(), op, x, g.lit(), g.lit()))
	g.probe("%s", g.pick(x, x, b))
	return true
}

// cond2 returns a condition that is an operand of && and ||.
func (g *gen) cond2() string { return "(" + g.cond() + ")" }

func emitUnordered(g *gen) bool {
	g.tick()
	x := g.ticked()
	y := g.newVar("v", g.str, g.pick(
		fmt.Sprintf("%s + tick(&%s, %s)", x, x, g.lit()),
		fmt.Sprintf("tick(&%s, %s) + %s", x, g.lit(), x),
		fmt.Sprintf("[]string{%s, tick(&%s, %s)}[0]", x, x, g.lit()),
	))
	g.probe("%s", y)
	return true
}

func emitUnorderedStore(g *gen) bool {
	g.declare("turn", func() { g.line("func turn(i *int, s string) string {\n\t*i = 1 - *i\n\treturn s\n}") })
	s := g.sliceOf()
	i := g.name("i")
	g.line("%s := 0", i)
	switch g.r.IntN(3) {
	case 0:
		g.line("%s[%s] = turn(&%s, %s)", s, i, i, g.expr(g.str, 0))
	case 1:
		g.declare("repoint", func() {
			g.line("func repoint(p **string, q *string, s string) string {\n\t*p = q\n\treturn s\n}")
		})
		p := g.newVar("p", g.ptr(g.str), "&"+s+"[0]")
		g.line("*%s = repoint(&%s, &%s[1], %s)", p, p, s, g.expr(g.str, 0))
	case 2:
		x := g.name("v")
		g.line("%s, %s := %s, turn(&%s, %s)", i+"x", x, i, i, g.lit())
		g.probe("%sx", i)
	}
	g.probe("%s[%s]", s, g.index())
	return true
}

func emitUnorderedOp(g *gen) bool {
	g.tick()
	x := g.ticked()
	g.line("%s += tick(&%s, %s)", x, x, g.lit())
	g.probe("%s", x)
	return true
}
