package difftest

import (
	"fmt"
	"strings"
)

func basicProductions() []production {
	return []production{
		{"local variable", 50, emitLocal},
		{"assignment", 100, emitAssign},
		{"op-assign", 25, emitOpAssign},
		{"increment", 5, emitIncrement},
		{"swap", 8, emitSwap},
		{"assignment of many values", 8, emitMany},
		{"index variable", 6, emitIndexVariable},
		{"probe", 40, emitProbe},
		{"if", 50, emitIf},
		{"if with init", 6, emitIfInit},
		{"block with shadowing", 10, emitShadow},
		{"variable of zero value", 5, emitZero},
		{"package-level variable changed by function", 4, emitGlobalSetter},
	}
}

func emitLocal(g *gen) bool {
	t := g.anyType()
	g.newVar("v", t, g.build(t, 2))
	return true
}

func emitAssign(g *gen) bool {
	for range 4 {
		t := g.anyType()
		p, ok := g.find(t, assign)
		if !ok {
			continue
		}
		if x := g.expr(t, 1); x != p {
			g.line("%s = %s", p, x)
			return true
		}
	}
	return false
}

func emitOpAssign(g *gen) bool {
	if g.chance(70) {
		p, ok := g.find(g.str, assign)
		if !ok {
			return false
		}
		if g.grows() && g.chance(50) {
			g.line("%s += %s", p, g.expr(g.str, 0))
		} else {
			g.line("%s += %s", p, g.lit())
		}
		return true
	}
	p, ok := g.find(g.num, assign)
	if ok {
		g.line("%s %s %s", p, g.pick("+=", "-=", "*=", "|=", "&=", "^="), g.expr(g.num, 0))
	}
	return ok
}

func emitIncrement(g *gen) bool {
	p, ok := g.find(g.num, assign)
	if ok {
		g.line("%s%s", p, g.pick("++", "--"))
	}
	return ok
}

func emitSwap(g *gen) bool {
	t := g.anyType()
	p, ok := g.find(t, assign)
	q, _ := g.find(t, assign)
	if !ok || p == q {
		return false
	}
	g.line("%s, %s = %s, %s", p, q, q, p)
	return true
}

func emitMany(g *gen) bool {
	t, u := g.anyType(), g.anyType()
	p, ok := g.find(t, assign)
	q, ok2 := g.find(u, assign)
	if !ok || !ok2 {
		return false
	}
	g.line("%s, %s = %s, %s", p, q, g.expr(t, 1), g.expr(u, 1))
	return true
}

func emitIndexVariable(g *gen) bool {
	name := g.name("i")
	g.line("%s := %s", name, g.pick("0", "1"))
	if g.chance(60) {
		g.line("if %s {\n%s = %s\n}", g.cond(), name, g.pick("0", "1", "1 - "+name))
	}
	g.bindIndex(name)
	return true
}

func emitProbe(g *gen) bool {
	if !g.room() || g.fn.kind != entryBody && g.probes > 4 {
		return false
	}
	g.probeAny()
	clear(g.probed)
	return true
}

// probeAny writes a probe of a place. It prefers variables that the function
// mentions often, and those whose address it takes, since more happens to
// these. It avoids a place that it has probed before.
func (g *gen) probeAny() {
	text := g.out.String()
	best, most := "", -1
	for range 4 {
		p, ok := g.find(g.basicType(), read)
		if !ok || g.probed[p] {
			continue
		}
		root := strings.TrimLeft(p, "(*")
		if i := strings.IndexAny(root, ".[)"); i > 0 {
			root = root[:i]
		}
		n := g.r.IntN(5) + strings.Count(text, root) + 3*strings.Count(text, "&"+root)
		if root != p {
			n += 2
		}
		if n > most {
			best, most = p, n
		}
	}
	if most < 0 || g.chance(8) {
		best = g.build(g.basicType(), 2)
	}
	g.probed[best] = true
	g.probe("%s", best)
}

func emitIf(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.line("if %s {", g.cond())
	g.block(1 + g.r.IntN(3))
	switch {
	case g.chance(20):
		g.line("} else if %s {", g.cond())
		g.block(1)
		if g.chance(50) {
			g.line("} else {")
			g.block(1)
		}
	case g.chance(40):
		g.line("} else {")
		g.block(1 + g.r.IntN(2))
	}
	g.line("}")
	return true
}

func emitIfInit(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.scope(func() {
		name, value := g.name("v"), g.expr(g.str, 1)
		g.bind(name, g.str)
		g.line("if %s := %s; %s {", name, value, name+g.pick(" == ", " != ")+g.expr(g.str, 0))
		g.block(1 + g.r.IntN(2))
		if g.chance(40) {
			g.line("} else {")
			g.block(1)
		}
		g.line("}")
	})
	return true
}

func emitShadow(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.line("{")
	g.scope(func() {
		g.fn.depth++
		if name, ok := g.shadowable(); ok {
			t := g.anyType()
			for _, v := range g.visible() {
				if v.name == name && g.chance(70) {
					t = v.t
				}
			}
			g.declareVar(name, t, g.expr(t, 1))
		}
		g.fn.depth--
		g.block(1 + g.r.IntN(3))
	})
	g.line("}")
	return true
}

func emitZero(g *gen) bool {
	t := g.anyType()
	if !t.zeroable() {
		return false
	}
	name := g.name("v")
	g.line("var %s %s", name, t.text)
	g.bind(name, t)
	return true
}

// emitGlobalSetter changes a package-level variable through a pointer to it.
func emitGlobalSetter(g *gen) bool {
	value := g.lit()
	g.declare("shared", func() {
		g.line("var shared = %s\n\nvar sharedPtr = &shared\n", value)
		g.line("func setShared(s string) string {\n\told := shared\n\t*sharedPtr = s\n\treturn old\n}")
	})
	switch g.r.IntN(3) {
	case 0:
		g.line("setShared(%s)", g.expr(g.str, 0))
	case 1:
		g.line("shared = %s", g.expr(g.str, 0))
	case 2:
		p, ok := g.variableOf(g.ptr(g.str), true)
		if ok {
			g.line("%s = sharedPtr", p)
		} else {
			g.newVar("p", g.ptr(g.str), "sharedPtr")
		}
	}
	g.probe("%s", g.pick("shared", "*sharedPtr", fmt.Sprintf("setShared(%s)", g.lit())))
	return true
}
