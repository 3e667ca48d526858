package difftest

import "fmt"

func nameProductions() []production {
	return []production{
		{"shadowed append", 3, emitShadowAppend},
		{"shadowed len", 3, emitShadowLen},
		{"shadowed panic", 3, emitShadowPanic},
		{"shadowed copy", 3, emitShadowCopy},
		{"shadowed new", 3, emitShadowNew},
		{"shadowed min", 3, emitShadowMin},
		{"shadowed true", 3, emitShadowTrue},
		{"shadowed nil", 3, emitShadowNil},
		{"shadowed string", 3, emitShadowString},
		{"shadowed package", 3, emitShadowPackage},
		{"shadowed function", 3, emitShadowFunc},
		{"shadowed type", 2, emitShadowType},
		{"builtin as name of variable", 4, emitBuiltinVariable},
		{"short declaration that reuses", 5, emitReuse},
		{"shadowed in if and switch", 3, emitShadowChain},
	}
}

// hiding writes a block where a name means something else. Some random
// statements follow, which use no builtin of this name.
func (g *gen) hiding(name, decl string, f func()) bool {
	if !g.nests() || !g.has(name) {
		return false
	}
	g.line("{\n%s", decl)
	g.scope(func() {
		g.vars = append(g.vars, variable{name: name, t: g.hidingType(), fixed: true})
		f()
		if g.chance(40) {
			g.block(1)
		}
	})
	g.line("}")
	return true
}

// hidingType is the type of a variable that no expression uses.
func (g *gen) hidingType() *typ { return g.add(&typ{kind: ifaceKind, text: "hidden builtin"}) }

func emitShadowAppend(g *gen) bool {
	s := g.sliceOf()
	return g.hiding("append", "append := func(s []string, v string) []string {\ns[0] = v\nreturn s[:1]\n}", func() {
		t := g.name("s")
		g.line("%s := append(%s, %s)", t, s, g.expr(g.str, 0))
		g.probe("%s", g.pick(s+"[0]", t+"[0]"))
	})
}

func emitShadowLen(g *gen) bool {
	x := g.captured()
	return g.hiding("len", fmt.Sprintf("len := func(s string) int {\n%s = s\nreturn 7\n}", x), func() {
		y := g.name("n")
		g.line("%s := len(%s)", y, g.lit())
		g.probe("%s", g.pick(x, y))
	})
}

func emitShadowPanic(g *gen) bool {
	x := g.captured()
	return g.hiding("panic", fmt.Sprintf("panic := func(s string) { %s = s }", x), func() {
		g.line("panic(%s)", g.lit())
		g.probe("%s", x)
	})
}

func emitShadowCopy(g *gen) bool {
	s := g.sliceOf()
	return g.hiding("copy", "copy := func(dst, src []string) { dst[0] = src[1] }", func() {
		g.line("copy(%s, []string{%s, %s})", s, g.lit(), g.expr(g.str, 0))
		g.probe("%s[%s]", s, g.index())
	})
}

func emitShadowNew(g *gen) bool {
	x := g.captured()
	return g.hiding("new", fmt.Sprintf("new := func(s string) *string {\n%s := &%s\n*%[1]s = s\nreturn %[1]s\n}", "p", x), func() {
		g.line("*new(%s) += %s", g.lit(), g.lit())
		g.probe("%s", x)
	})
}

func emitShadowMin(g *gen) bool {
	return g.hiding("min", "min := func(a, b int) int { return a*10 + b }", func() {
		g.probe("min(%s, %s)", g.numLit(), g.expr(g.num, 0))
	})
}

func emitShadowTrue(g *gen) bool {
	x := g.captured()
	return g.hiding("true", "true := 1 > 2", func() {
		g.line("if true {\n%s = %s\n}", x, g.lit())
		g.probe("%s", g.pick(x, "true"))
	})
}

func emitShadowNil(g *gen) bool {
	x := g.captured()
	if !g.nests() || !g.has("nil") {
		return false
	}
	g.line("{\nnil := &%s\n%s := nil", x, "p")
	g.line("if p == nil {\n*nil = %s\n}", g.lit())
	g.line("}")
	g.probe("%s", x)
	return true
}

func emitShadowString(g *gen) bool {
	x := g.expr(g.str, 0)
	if !g.nests() {
		return false
	}
	g.line("{\ny := %s", x)
	g.line("string := func(s any) any { return %s }", g.lit())
	g.line("_ = string")
	if g.room() {
		g.line("%s", g.probeOf("string(y) == y"))
	}
	g.line("}")
	return true
}

func emitShadowPackage(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	g.line("{\ntype upper struct{ ToUpper func(string) string }\nstrings := upper{func(s string) string {\n%s = s\nreturn s + %s\n}}", x, g.lit())
	g.probe("strings.ToUpper(%s)", g.lit())
	g.line("_ = strings\n}")
	g.probe("%s", x)
	return true
}

func emitShadowFunc(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.tick()
	x := g.ticked()
	g.line("{\ntick := func(p *string, s string) string {\nq := *p + s\nreturn q\n}")
	g.probe("tick(&%s, %s)", x, g.lit())
	g.line("_ = tick\n}")
	g.probe("%s", g.pick(x, "tick(&"+x+", "+g.lit()+")"))
	return true
}

func emitShadowType(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.line("{\ntype int string\ntype pair struct{ a, b int }\nv := pair{%s, %s}\nw := v\nw.a += %s", g.lit(), g.lit(), g.lit())
	g.line("%s\n}", g.probeOf(g.pick("string(v.a)", "string(w.a)")))
	return true
}

func emitBuiltinVariable(g *gen) bool {
	name := g.pick("len", "cap", "copy", "clear", "min", "max", "append", "new", "recover", "print")
	if !g.nests() || !g.has(name) {
		return false
	}
	g.line("{")
	g.scope(func() {
		g.declareVar(name, g.str, g.expr(g.str, 0))
		p := g.newVar("p", g.ptr(g.str), "&"+name)
		if g.chance(60) {
			g.line("*%s = %s", p, g.expr(g.str, 0))
		}
		g.probe("%s", name)
		g.block(1)
	})
	g.line("}")
	return true
}

// emitReuse declares one variable and assigns another by the same :=.
func emitReuse(g *gen) bool {
	x, y := g.name("v"), g.name("v")
	g.declareVar(x, g.str, g.lit())
	p := g.newVar("p", g.ptr(g.str), "&"+x)
	if g.nests() && g.chance(50) {
		g.line("if %s {\n%s, %s := %s, %s\n%s += %s", g.cond(), x, y, g.expr(g.str, 0), g.lit(), x, y)
		g.line("%s\n}", g.probeOf("*"+p))
	} else {
		g.line("%s, %s := %s, %s", x, y, g.expr(g.str, 0), x)
		g.bind(y, g.str)
	}
	g.probe("%s", g.pick(x, "*"+p))
	return true
}

func emitShadowChain(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.newVar("v", g.str, g.lit())
	g.line("if %s := %s + %s; %s {\n%s += %s", x, x, g.lit(), g.cond(), x, g.lit())
	g.probe("%s", x)
	g.line("} else if %s := %s + %s; %s != \"\" {", x, x, g.lit(), x)
	g.probe("%s", x)
	g.line("}")
	g.probe("%s", x)
	return true
}
