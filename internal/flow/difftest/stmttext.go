package difftest

import "fmt"

func textProductions() []production {
	return []production{
		{"strings.Builder", 8, emitBuilder},
		{"strings.Builder passed on", 3, emitBuilderArg},
		{"strings.Cut", 4, emitCut},
		{"strconv.Atoi", 4, emitAtoi},
		{"fmt of Stringer", 5, emitStringer},
		{"named string type", 4, emitWord},
		{"text in probe", 8, emitText},
		{"fmt of composite", 25, emitPrinted},
		{"strings.Map", 3, emitStringsMap},
		{"bytes changed in place", 4, emitBytes},
	}
}

func emitBuilder(g *gen) bool {
	b := g.name("b")
	g.line("var %s %s.Builder", b, g.imp("strings"))
	g.line("%s.WriteString(%s)", b, g.expr(g.str, 0))
	switch g.r.IntN(4) {
	case 0:
		g.line("if %s {\n%s.WriteString(%s)\n}", g.cond(), b, g.expr(g.str, 0))
	case 1:
		g.line("%s.WriteByte('-')\n%s.WriteRune('é')", b, b)
	case 2:
		g.line("%s.Fprintf(&%s, \"%%s/%%d\", %s, %s)", g.imp("fmt"), b, g.expr(g.str, 0), g.expr(g.num, 0))
	case 3:
		x := g.newVar("v", g.str, b+".String()")
		g.line("%s.Reset()\n%s.WriteString(%s)", b, b, x)
	}
	g.probe("%s", g.pick(b+".String()", b+".String()", b+".Len()"))
	return true
}

func emitBuilderArg(g *gen) bool {
	g.imp("strings")
	g.declare("writeTo", func() {
		g.line("func writeTo(b *strings.Builder, s string) int {\n\tb.WriteString(s)\n\tb.WriteString(%s)\n\treturn b.Len()\n}", g.lit())
	})
	b, c := g.name("b"), g.name("b")
	g.line("%s := &strings.Builder{}\n%s := %s", b, c, b)
	g.line("writeTo(%s, %s)", g.pick(b, c), g.expr(g.str, 0))
	if g.chance(50) {
		g.line("writeTo(%s, %s)", c, g.lit())
	}
	g.probe("%s.String()", b)
	return true
}

func emitCut(g *gen) bool {
	x, y, ok := g.name("v"), g.name("v"), g.name("ok")
	g.line("%s, %s, %s := %s.Cut(%s, %s)", x, y, ok, g.imp("strings"), g.expr(g.str, 0), g.pick(`","`, `"s"`, `"l"`))
	g.bind(x, g.str)
	g.bind(y, g.str)
	g.bind(ok, g.boolean)
	g.probe("%s", g.pick(x, y, ok))
	return true
}

func emitAtoi(g *gen) bool {
	if !g.has("nil") {
		return false
	}
	n, err := g.name("n"), g.name("err")
	g.line("%s, %s := %s.Atoi(%s)", n, err, g.imp("strconv"), g.pick(`"12"`, `"x"`, g.expr(g.str, 0), "strconv.Itoa("+g.expr(g.num, 0)+")"))
	g.line("if %s != nil {\n%s = %s\n}", err, n, g.numLit())
	g.bind(n, g.num)
	g.probe("%s", n)
	return true
}

func emitStringer(g *gen) bool {
	g.declare("money", func() {
		g.line("type money struct {\n\tcents int\n\tunit  string\n}\n\nfunc (m money) String() string { return m.unit + %s }\n", g.lit())
		g.line("type named struct{ s string }\n\nfunc (n *named) String() string { return n.s + %s }", g.lit())
	})
	m := g.name("m")
	if g.chance(50) {
		g.line("%s := money{%s, %s}", m, g.numLit(), g.expr(g.str, 0))
		g.line("%s.unit += %s", m, g.lit())
		g.probe("%s", g.imp("fmt")+g.pick(".Sprint("+m+")", ".Sprint(&"+m+")", `.Sprintf("%v %s", `+m+", "+g.lit()+")", `.Sprintf("%d", `+m+")", ".Sprint([]money{"+m+"})"))
		return true
	}
	g.line("%s := named{%s}", m, g.expr(g.str, 0))
	g.probe("%s", g.imp("fmt")+g.pick(".Sprint("+m+")", ".Sprint(&"+m+")", ".Sprintf(\"%s|%v\", "+m+", &"+m+")"))
	return true
}

func emitWord(g *gen) bool {
	g.declare("title", func() {
		g.line("type title string\n\nfunc (t title) upper() title { return t + %s }\n\nfunc (t *title) set(s string) { *t = title(s) }", g.lit())
	})
	x := g.name("x")
	g.line("%s := title(%s)", x, g.expr(g.str, 0))
	switch g.r.IntN(3) {
	case 0:
		g.line("%s.set(%s)", x, g.expr(g.str, 0))
	case 1:
		g.line("%s = %s.upper()", x, x)
	case 2:
		y := g.captured()
		g.line("(*title)(&%s).set(%s)", y, g.lit())
		g.probe("%s", y)
	}
	g.probe("%s", g.pick("string("+x+")", "string("+x+".upper())", g.imp("fmt")+".Sprint("+x+", 1)"))
	return true
}

func emitText(g *gen) bool {
	g.probe("%s", g.text())
	return true
}

// emitPrinted prints a value that is not of a basic type.
func emitPrinted(g *gen) bool {
	ts := []*typ{
		g.slice(g.str), g.slice(g.num), g.array(2, g.str), g.array(3, g.num),
		g.mapOf(g.str, g.str), g.mapOf(g.str, g.num), g.mapOf(g.num, g.str),
	}
	for _, s := range g.structs {
		if s.printable() {
			ts = append(ts, s, s, s, g.ptr(s), g.ptr(s), g.ptr(s), g.slice(s))
		}
	}
	if !g.grows() {
		return false
	}
	t := ts[g.r.IntN(len(ts))]
	p, ok := g.find(t, read)
	if !ok {
		p = g.newVar("v", t, g.build(t, 1))
	}
	if x, ok := g.find(g.str, assign); ok {
		g.line("%s = %s", x, g.lit())
	}
	g.probe("%s", g.print(p, t))
	return true
}

func emitStringsMap(g *gen) bool {
	n := g.name("n")
	g.line("%s := 0", n)
	y := g.newVar("v", g.str, fmt.Sprintf("%s.Map(func(r rune) rune {\n%s++\nif r == 's' {\nreturn %s\n}\nreturn r\n}, %s)", g.imp("strings"), n, g.pick("'t'", "-1"), g.expr(g.str, 0)))
	g.bind(n, g.num)
	g.probe("%s", g.pick(y, n))
	return true
}

func emitBytes(g *gen) bool {
	if !g.has("append", "copy") {
		return false
	}
	x, b := g.name("v"), g.name("b")
	g.line("%s := %s + \"z\"", x, g.lit())
	g.bind(x, g.str)
	g.line("%s := []byte(%s)", b, x)
	switch g.r.IntN(3) {
	case 0:
		g.line("%s[0] = 'Z'", b)
	case 1:
		g.line("%s = append(%s[:1], %s...)", b, b, g.lit())
	case 2:
		g.line("copy(%s, %s)", b, g.lit())
	}
	g.probe("%s", g.pick("string("+b+")", x, b+"[0] == 'Z'"))
	return true
}
