package difftest

import "fmt"

// aliasProductions make memory that is shared in ways that are easy to miss.
func aliasProductions() []production {
	return []production{
		{"appends to one array", 5, emitAppends},
		{"text appended to one array", 4, emitByteAppends},
		{"parts of bytes", 5, emitByteParts},
		{"bytes of a buffer", 4, emitBufferBytes},
		{"pointers that a loop lists", 5, emitListedPointers},
		{"pointers that a loop maps", 4, emitMappedPointers},
		{"pointer deferred in a loop", 3, emitDeferredPointers},
		{"values that are added to", 3, emitValuesAdd},
		{"closures of one literal", 4, emitSiblings},
		{"element of an array that a function returns", 3, emitReturnedArray},
	}
}

// someTimes returns a number that is 2, which nothing can tell.
func (g *gen) someTimes() string { return g.imp("os") + ".Getpid()%1+2" }

// emitAppends appends to a slice whose room is not known, more than once.
func emitAppends(g *gen) bool {
	if !g.has("append", "nil") {
		return false
	}
	st := g.slice(g.str)
	s := g.newVar("s", st, g.pick(
		"append([]string(nil), "+g.lit()+")",
		"append([]string(nil), "+g.lit()+", "+g.lit()+", "+g.lit()+")",
		"append("+g.sliceOf()+", "+g.lit()+")",
	))
	t := g.newVar("s", st, "append("+s+", "+g.expr(g.str, 0)+")")
	u := g.newVar("s", st, "append("+g.pick(s, s, t, s+"[:1]")+", "+g.expr(g.str, 0)+g.pick("", ", "+g.lit())+")")
	if g.chance(40) {
		g.newVar("s", st, "append("+g.pick(s, t, u)+", "+g.lit()+")")
	}
	v := g.pick(t, t, u, s)
	g.probe("%s[len(%s)-1]", v, v)
	return true
}

func emitByteAppends(g *gen) bool {
	if !g.has("append", "nil") {
		return false
	}
	s, t, u := g.name("b"), g.name("b"), g.name("b")
	g.line("%s := append(%s, %s...)", s, g.pick("[]byte(nil)", "make([]byte, 0, 64)", "[]byte("+g.lit()+")"), g.expr(g.str, 0))
	g.line("%s := append(%s, %s...)", t, s, g.expr(g.str, 0))
	g.line("%s := append(%s, %s...)", u, g.pick(s, s, t, s+"[:1]"), g.pick(g.lit(), g.expr(g.str, 0)))
	g.line("_ = %s", u)
	g.probe("string(%s)", g.pick(s, t, t, u))
	return true
}

// emitByteParts changes bytes through what a function returned that shares
// their memory.
func emitByteParts(g *gen) bool {
	if !g.has("append") {
		return false
	}
	x, y := g.name("b"), g.name("b")
	pkg := g.imp("bytes")
	g.line("%s := []byte(%s)", x, g.pick(`" ab=cd "`, `"ab=cd"`, g.expr(g.str, 0)))
	switch g.r.IntN(5) {
	case 0:
		g.line("%s := %s.TrimSpace(%s)", y, pkg, x)
	case 1:
		g.line("%s := %s.TrimPrefix(%s, []byte(%s))", y, pkg, x, g.pick(`"ab"`, `" "`))
	case 2:
		g.line("%s := %s.TrimRight(%s, %s)", y, pkg, x, g.pick(`" "`, `"d"`))
	case 3:
		g.line("%s, _, _ := %s.Cut(%s, []byte(\"=\"))", y, pkg, x)
	case 4:
		g.line("_, %s, _ := %s.Cut(%s, []byte(\"=\"))", y, pkg, x)
	}
	switch g.r.IntN(3) {
	case 0:
		v := g.pick(x, y)
		g.line("if len(%s) > 0 {\n%s[0] = '%s'\n}", v, v, g.pick("x", "y"))
	case 1:
		g.line("%s = append(%s, %s...)", y, y, g.lit())
	case 2:
		g.line("copy(%s, %s)", g.pick(x, y), g.lit())
	}
	g.probe("string(%s)", g.pick(x, x, y))
	return true
}

func emitBufferBytes(g *gen) bool {
	b, y := g.name("b"), g.name("b")
	g.line("var %s %s.Buffer", b, g.imp("bytes"))
	g.line("%s.WriteString(%s)", b, g.expr(g.str, 0))
	g.line("%s := %s.Bytes()", y, b)
	switch g.r.IntN(4) {
	case 0:
		g.line("if len(%s) > 0 {\n%s[0] = 'x'\n}", y, y)
	case 1:
		g.line("%s.Reset()", b)
	case 2:
		g.line("%s.Truncate(0)", b)
	}
	g.line("%s.WriteString(%s)", b, g.lit())
	g.probe("%s", g.pick("string("+y+")", b+".String()"))
	return true
}

// emitListedPointers changes variables through a list that is made by a loop.
func emitListedPointers(g *gen) bool {
	x, ok := g.find(g.str, address)
	y, _ := g.find(g.str, address)
	if !ok || !g.nests() || !g.has("append", "len") {
		return false
	}
	l := g.name("l")
	elem, deref := "*string", "*%s[%s]"
	wrap := func(p string) string { return "&" + p }
	if g.chance(40) {
		g.declare("holder", func() { g.line("type holder struct {\n\tp *string\n\tn int\n}") })
		elem, deref = "holder", "*%s[%s].p"
		wrap = func(p string) string { return "holder{&" + p + ", " + g.numLit() + "}" }
	}
	g.line("var %s []%s", l, elem)
	g.line("for range %s {", g.pick("2", g.someTimes()))
	if g.chance(30) {
		g.line("if %s {\ncontinue\n}", g.cond())
	}
	g.line("%s = append(%s, %s%s)", l, l, wrap(x), g.pick("", ", "+wrap(y)))
	g.line("}")
	g.line("if len(%s) > 1 {", l)
	g.line(deref+" = %s", l, g.pick("0", "1", "len("+l+")-1"), g.expr(g.str, 0))
	g.line("}")
	g.probe("%s", g.pick(x, y))
	return true
}

func emitMappedPointers(g *gen) bool {
	x, ok := g.find(g.str, address)
	y, _ := g.find(g.str, address)
	if !ok || !g.nests() {
		return false
	}
	m, i := g.name("m"), g.name("i")
	g.line("%s := map[int]*string{}", m)
	g.line("for %s := range %s {", i, g.pick("2", g.someTimes()))
	g.line("%s[%s] = &%s", m, i, x)
	if g.chance(50) {
		g.line("%s[%s+2] = &%s", m, i, y)
	}
	g.line("}")
	p := g.name("p")
	switch g.r.IntN(2) {
	case 0:
		g.line("if %s := %s[%s]; %s != nil {\n*%s = %s\n}", p, m, g.pick("0", "1", "2"), p, p, g.expr(g.str, 0))
	case 1:
		g.line("for _, %s := range %s {\n*%s = %s\n}", p, m, p, g.lit())
	}
	g.probe("%s", g.pick(x, y))
	return true
}

func emitDeferredPointers(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.declare("setText", func() { g.line("func setText(p *string, s string) { *p = s }") })
	x, y := g.captured(), g.captured()
	l, p := g.name("l"), g.name("p")
	r := g.inFunc("string", func() {
		g.line("%s := []*string{&%s, &%s}", l, x, y)
		if g.chance(50) {
			g.line("for range %s {\n%s = append(%s, &%s)\n}", g.someTimes(), l, l, x)
		}
		g.line("for _, %s := range %s {", p, l)
		g.line("defer %s(%s, %s)", g.pick("setText", "func(p *string, s string) { *p += s }"), p, g.lit())
		g.line("}")
		g.line("return %s", x)
	})
	g.probe("%s", g.pick(x, y, r))
	return true
}

func emitValuesAdd(g *gen) bool {
	if !g.has("append", "len") {
		return false
	}
	q, l := g.name("q"), g.name("l")
	g.line("%s := %s.Values{}", q, g.imp("net/url"))
	for range 1 + g.r.IntN(3) {
		g.line("%s.Add(\"k\", %s)", q, g.expr(g.str, 0))
	}
	g.line("%s := %s[\"k\"]", l, q)
	g.line("%s.Add(\"k\", %s)", q, g.expr(g.str, 0))
	switch g.r.IntN(3) {
	case 0:
		g.line("%s = append(%s, %s)", l, l, g.lit())
	case 1:
		g.line("%s[0] = %s", l, g.lit())
	case 2:
		g.line("%s[\"k\"][0] = %s", q, g.lit())
	}
	g.probe("%s", g.pick(q+".Get(\"k\")", q+".Encode()", l+"[len("+l+")-1]", q+"[\"k\"][len("+q+"[\"k\"])-1]"))
	return true
}

// emitSiblings makes two closures of one literal, which refer to variables of
// their own.
func emitSiblings(g *gen) bool {
	if !g.nests() {
		return false
	}
	x, y := g.captured(), g.captured()
	mk, f, h := g.name("mk"), g.name("f"), g.name("f")
	g.line("%s := func(p *string) func(string) string {\nreturn func(s string) string { *p += s; return *p }\n}", mk)
	g.line("%s, %s := %s(&%s), %s(&%s)", f, h, mk, x, mk, y)
	g.line("%s(%s)", f, g.lit())
	switch g.r.IntN(3) {
	case 0:
		g.line("%s.Map(func(r rune) rune { %s(%s); return r }, %s)", g.imp("strings"), h, g.lit(), g.pick(`"ab"`, `""`, g.expr(g.str, 0)))
	case 1:
		g.line("for range %s {\n%s(%s)\n}", g.someTimes(), h, g.lit())
	case 2:
		g.line("%s = %s", f, h)
	}
	g.probe("%s", g.pick(x, y, fmt.Sprintf("%s(%s)", f, g.lit()), fmt.Sprintf("%s(%s)", h, g.lit())))
	return true
}

func emitReturnedArray(g *gen) bool {
	x, y := g.captured(), g.captured()
	f, i := g.name("f"), g.name("i")
	g.line("%s := func() [2]*string { return [2]*string{&%s, &%s} }", f, x, y)
	g.line("for %s := range %s {\n*%s()[%s%%2] = %s\n}", i, g.someTimes(), f, i, g.expr(g.str, 0))
	g.probe("%s", g.pick(x, y))
	return true
}
