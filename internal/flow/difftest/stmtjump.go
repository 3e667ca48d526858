package difftest

func jumpProductions() []production {
	return []production{
		{"break or continue", 10, emitBreak},
		{"goto backward", 5, emitGotoBack},
		{"goto forward", 4, emitGotoForward},
		{"break of labeled switch", 3, emitLabeledSwitch},
	}
}

func emitBreak(g *gen) bool {
	if len(g.fn.loops) == 0 {
		return false
	}
	word := g.pick("break", "continue")
	if g.chance(50) {
		l := g.fn.loops[g.r.IntN(len(g.fn.loops))]
		l.used = true
		g.mark("break or continue with label")
		word += " " + l.label
	}
	g.line("if %s {\n%s\n}", g.cond(), word)
	return true
}

func emitGotoBack(g *gen) bool {
	if !g.nests() {
		return false
	}
	n, label, x := g.name("n"), g.name("again"), g.captured()
	g.line("%s := 0\n%s:", n, label)
	g.bindFixed(n, g.num)
	g.line("{")
	g.fn.inLoop++
	if g.chance(40) {
		// Have: a variable that each round has anew.
		y := g.newVar("v", g.str, g.expr(g.str, 0))
		g.line("%s = %s + %s", x, y, g.lit())
		g.vars = g.vars[:len(g.vars)-1]
	}
	g.block(1 + g.r.IntN(2))
	g.fn.inLoop--
	g.line("}")
	g.line("if %s++; %s < %s {\ngoto %s\n}", n, n, g.pick("2", "3"), label)
	g.probe("%s", x)
	return true
}

func emitGotoForward(g *gen) bool {
	if !g.nests() {
		return false
	}
	label, x := g.name("done"), g.captured()
	g.line("if %s {\ngoto %s\n}", g.cond(), label)
	g.line("{")
	g.block(1 + g.r.IntN(2))
	g.line("}")
	g.line("%s:\n%s %s %s", label, x, g.pick("=", "+="), g.lit())
	g.probe("%s", x)
	return true
}

func emitLabeledSwitch(g *gen) bool {
	if !g.nests() {
		return false
	}
	label, x := g.name("out"), g.captured()
	g.line("%s:\nswitch {\ndefault:\n%s = %s", label, x, g.lit())
	if g.chance(50) {
		g.line("for {\nif %s {\nbreak %s\n}\n%s += %s\nbreak\n}", g.cond(), label, x, g.lit())
	} else {
		g.line("if %s {\nbreak %s\n}", g.cond(), label)
	}
	g.block(1)
	g.line("}")
	g.probe("%s", x)
	return true
}
