package difftest

func sliceProductions() []production {
	return []production{
		{"slices that share an array", 12, emitSliceAlias},
		{"append that may share", 10, emitAppendShare},
		{"three-index slice and append", 6, emitThreeIndex},
		{"copy", 6, emitCopy},
		{"clear of slice", 4, emitClearSlice},
		{"removal from slice", 4, emitRemove},
		{"slice of pointers", 6, emitPointers},
		{"slice of slices", 4, emitSlices},
		{"append in loop", 5, emitAppendLoop},
		{"slice changed by function", 6, emitSliceArg},
		{"slices package", 5, emitSlicesPackage},
		{"range with append to the same slice", 3, emitRangeAppend},
	}
}

// sliceOf returns a slice of strings.
func (g *gen) sliceOf() string {
	t := g.slice(g.str)
	if s, ok := g.variableOf(t, false); ok && g.chance(70) {
		return s
	}
	return g.newVar("s", t, g.build(t, 1))
}

func emitSliceAlias(g *gen) bool {
	s := g.sliceOf()
	t := g.newVar("s", g.slice(g.str), g.pick(s, s+"[:]", s+"[:2]", s+"[0:2]"))
	i := g.index()
	g.line("%s[%s] = %s", g.pick(s, t), i, g.expr(g.str, 0))
	if g.chance(30) {
		g.line("%s = %s", s, g.build(g.slice(g.str), 1))
	}
	g.probe("%s[%s]", g.pick(s, t), g.pick(i, "0", "1"))
	return true
}

func emitAppendShare(g *gen) bool {
	if !g.has("append", "make") {
		return false
	}
	st := g.slice(g.str)
	s := g.newVar("s", st, g.pick(
		"append(make([]string, 0, 4), "+g.lit()+", "+g.lit()+")",
		"make([]string, 2, 4)",
		"[]string{"+g.lit()+", "+g.lit()+"}",
		"append([]string{"+g.lit()+"}, "+g.lit()+")[:2:2]",
	))
	t := g.newVar("s", st, "append("+s+", "+g.expr(g.str, 0)+")")
	u := g.newVar("s", st, "append("+s+", "+g.expr(g.str, 0)+")")
	g.line("%s[%s] = %s", g.pick(s, t, u), g.index(), g.expr(g.str, 0))
	g.probe("%s", g.pick(t+"[2]", t+"[2]", u+"[2]", s+"[0]", t+"[1]", u+"[0]"))
	return true
}

func emitThreeIndex(g *gen) bool {
	if !g.has("append") {
		return false
	}
	s := g.sliceOf()
	t := g.newVar("s", g.slice(g.str), "append("+s+g.pick("[:1:1]", "[:1:2]", "[:1]", "[0:1:1]")+", "+g.expr(g.str, 0)+")")
	if g.chance(50) {
		g.line("%s[%s] = %s", t, g.index(), g.lit())
	}
	g.probe("%s[%s]", g.pick(s, s, t), g.index())
	return true
}

func emitCopy(g *gen) bool {
	if !g.has("copy") {
		return false
	}
	s, t := g.sliceOf(), g.sliceOf()
	switch g.r.IntN(4) {
	case 0:
		g.line("copy(%s, %s)", s, t)
	case 1:
		g.line("copy(%s[1:], %s)", s, g.pick(s, t))
	case 2:
		g.line("copy(%s, %s[1:])", s, g.pick(s, t))
	case 3:
		g.newVar("n", g.num, "copy("+s+", "+t+"[:1])")
	}
	if g.chance(40) {
		g.line("%s[0] = %s", t, g.lit())
	}
	g.probe("%s[%s]", g.pick(s, t), g.index())
	return true
}

func emitClearSlice(g *gen) bool {
	if !g.has("clear") {
		return false
	}
	s := g.sliceOf()
	t := g.newVar("s", g.slice(g.str), s)
	g.line("clear(%s)", g.pick(s, t, t+"[1:]", s+"[:1]"))
	g.probe("%s[%s]", s, g.index())
	return true
}

func emitRemove(g *gen) bool {
	if !g.has("append") {
		return false
	}
	s := g.sliceOf()
	t := g.name("s")
	g.line("%s := append(%s[:0], %s[1:]...)", t, s, s)
	g.probe("%s", g.pick(s+"[0]", s+"[1]", t+"[0]"))
	return true
}

func emitPointers(g *gen) bool {
	x, ok := g.find(g.str, address)
	y, _ := g.find(g.str, address)
	if !ok {
		return false
	}
	t := g.slice(g.ptr(g.str))
	l := g.newVar("l", t, "[]*string{&"+x+", &"+y+"}")
	switch g.r.IntN(3) {
	case 0:
		g.line("*%s[%s] = %s", l, g.index(), g.expr(g.str, 0))
	case 1:
		p := g.name("p")
		g.line("for _, %s := range %s {\n*%s += %s\n}", p, l, p, g.lit())
	case 2:
		g.line("%s[0] = %s[1]", l, l)
		g.line("*%s[0] = %s", l, g.lit())
	}
	g.probe("%s", g.pick(x, y, "*"+l+"[0]", "*"+l+"[1]"))
	return true
}

func emitSlices(g *gen) bool {
	s, t := g.sliceOf(), g.sliceOf()
	l := g.newVar("l", g.slice(g.slice(g.str)), "[][]string{"+s+", "+t+"}")
	g.line("%s[%s][%s] = %s", l, g.index(), g.index(), g.expr(g.str, 0))
	if g.chance(40) {
		g.line("%s[0] = %s", l, g.build(g.slice(g.str), 1))
		g.line("%s[0][0] = %s", l, g.lit())
	}
	g.probe("%s", g.pick(s+"[0]", t+"[1]", l+"[0][0]", l+"[1][0]"))
	return true
}

func emitAppendLoop(g *gen) bool {
	if !g.nests() || !g.has("append", "nil", "len") {
		return false
	}
	s, i := g.name("s"), g.name("i")
	g.line("var %s []string", s)
	g.line("for %s := range 3 {", i)
	g.scope(func() {
		g.bindFixed(i, g.num)
		if g.chance(40) {
			g.line("if %s {\ncontinue\n}", g.cond())
		}
		g.line("%s = append(%s, %s)", s, s, g.expr(g.str, 1))
	})
	g.line("}")
	switch g.r.IntN(3) {
	case 0:
		g.probe("len(%s)", s)
	case 1:
		g.line("if len(%s) > 1 {", s)
		g.probe("%s[1]", s)
		g.line("}")
	case 2:
		e := g.name("e")
		g.line("for _, %s := range %s {", e, s)
		g.probe("%s", e)
		g.line("}")
	}
	return true
}

func emitSliceArg(g *gen) bool {
	g.declare("fill", func() {
		g.line("func fill(s []string, v string) []string {\n\ts[0] = v\n\ts = append(s, %s)\n\ts[1] = %s\n\treturn s\n}", g.lit(), g.lit())
	})
	s := g.sliceOf()
	t := g.newVar("s", g.slice(g.str), "fill("+s+g.pick("", "[:2]", "[:2:2]")+", "+g.expr(g.str, 0)+")")
	if g.chance(30) {
		g.line("%s[0] = %s", g.pick(s, t), g.lit())
	}
	g.probe("%s[%s]", g.pick(s, s, t), g.index())
	return true
}

func emitSlicesPackage(g *gen) bool {
	s := g.sliceOf()
	pkg := g.imp("slices")
	switch g.r.IntN(5) {
	case 0:
		g.line("%s.Reverse(%s)", pkg, s)
	case 1:
		g.line("%s.Sort(%s)", pkg, s)
	case 2:
		g.newVar("s", g.slice(g.str), pkg+".Insert("+s+", 1, "+g.expr(g.str, 0)+")")
	case 3:
		g.newVar("s", g.slice(g.str), pkg+".Concat("+s+", "+s+"[:1])")
	case 4:
		g.probe("%s.Contains(%s, %s)", pkg, s, g.expr(g.str, 0))
	}
	g.probe("%s[%s]", s, g.index())
	return true
}

func emitRangeAppend(g *gen) bool {
	if !g.nests() || !g.has("append", "len") {
		return false
	}
	s := g.sliceOf()
	i, e := g.name("i"), g.name("e")
	g.line("for %s, %s := range %s {", i, e, s)
	g.line("%s = append(%s, %s)", s, s, e+" + "+g.lit())
	g.line("%s[%s] = %s", s, i, g.lit())
	g.line("}")
	g.probe("%s[len(%s)-1]", s, s)
	return true
}
