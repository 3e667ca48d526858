package difftest

import "fmt"

func switchProductions() []production {
	return []production{
		{"switch", 8, emitSwitch},
		{"switch without tag", 6, emitSwitchTrue},
		{"switch with fallthrough", 5, emitFallthrough},
		{"type switch", 6, emitTypeSwitch},
		{"switch with init", 4, emitSwitchInit},
	}
}

func emitSwitch(g *gen) bool {
	if !g.nests() {
		return false
	}
	tag := g.expr(g.str, 0)
	g.line("switch %s {", tag)
	// Have: constant cases must differ.
	g.line("case \"alice\", %s:", g.pick(`"a"`, `"b"`))
	g.block(1)
	if g.chance(50) {
		g.line("case %s:", g.pick(`"s1"`, `"s2"`, `""`))
		g.block(1)
	}
	if g.chance(60) {
		g.line("default:")
		g.block(1)
	}
	g.line("}")
	return true
}

func emitSwitchTrue(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.line("switch {")
	g.line("case %s:", g.cond2())
	g.block(1)
	if g.chance(50) {
		g.line("default:")
		g.block(1)
	}
	g.line("case %s:", g.cond2())
	g.block(1)
	g.line("}")
	return true
}

func emitFallthrough(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	g.line("switch %s {\ncase 0:", g.expr(g.num, 0))
	g.line("%s = %s\nfallthrough", x, g.lit())
	g.line("case 1:")
	g.line("%s += %s", x, g.lit())
	if g.chance(50) {
		g.line("if %s {\nbreak\n}\nfallthrough", g.cond())
	}
	g.line("default:")
	g.block(1)
	g.line("}")
	g.probe("%s", x)
	return true
}

func emitTypeSwitch(g *gen) bool {
	if !g.nests() {
		return false
	}
	x, e := g.name("any"), g.name("e")
	g.line("var %s any = %s", x, g.expr(g.str, 0))
	if g.chance(60) {
		t := g.anyType()
		g.line("if %s {\n%s = %s\n}", g.cond(), x, g.expr(t, 0))
	}
	if g.chance(50) {
		g.mark("type switch with init")
		g.line("switch %s := %s; %s := %s.(type) {", x, g.pick(x, "any("+x+")"), e, x)
	} else {
		g.line("switch %s := %s.(type) {", e, x)
	}
	g.line("case string:")
	g.scope(func() {
		g.bind(e, g.str)
		g.block(1)
		if g.chance(50) {
			g.probe("%s", e)
		}
	})
	g.line("case *string:")
	g.scope(func() {
		g.bind(e, g.ptr(g.str))
		g.line("*%s = %s", e, g.lit())
	})
	g.line("case int, bool:")
	g.line("_ = %s", e)
	g.block(1)
	if g.chance(50) {
		g.line("default:")
		g.block(1)
	}
	g.line("}")
	return true
}

func emitSwitchInit(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.name("v")
	g.scope(func() {
		value := g.expr(g.num, 1)
		g.bind(x, g.num)
		g.line("switch %s := %s; %s {", x, value, g.pick(x, x+" > 3", fmt.Sprintf("%s %% 2", x)))
		g.line("default:")
		g.block(1)
		g.line("}")
	})
	return true
}
