package difftest

import "fmt"

// callbackProductions make code that runs where nobody calls it: in the
// initialization of the package, and from libraries.
func callbackProductions() []production {
	return []production{
		{"function that init calls", 4, emitEarly},
		{"method that prints and panics", 3, emitPanickingStringer},
		{"method that reads text", 3, emitUnmarshaler},
		{"method that sorts", 3, emitSorter},
		{"buffer that is copied", 3, emitBufferCopy},
		{"map entry that is set again", 3, emitSetAgain},
	}
}

// emitEarly has the initialization of the package call a function that reads a
// variable, which it sets before that or behind it.
func emitEarly(g *gen) bool {
	g.declare("early", func() {
		set, call := "func init() { late = "+g.lit()+" }", g.pick("func init() { early() }", "var _ = early()", "var _ = teller(hour{}).tell()")
		value := ""
		if g.chance(40) {
			value, set = " = "+g.pick(g.lit(), "early2()"), ""
		}
		if g.chance(30) {
			set, call = call, set
		}
		g.line("type teller interface{ tell() string }\n\ntype hour struct{}\n\nfunc (hour) tell() string { return early() }\n")
		g.line("%s\n\nvar late string%s\n\nfunc early2() string { return %s }\n\n%s\n", call, value, g.lit(), set)
		g.line("func early() string {\n\t%s\n\treturn late\n}", g.probeOf("late"))
	})
	g.probe("%s", g.pick("late", "early()", "teller(hour{}).tell()"))
	return true
}

func emitPanickingStringer(g *gen) bool {
	g.declare("bomb", func() {
		g.line("var bombs = %s\n\ntype bomb struct{ s string }\n", g.lit())
		g.line("func (b bomb) String() string {\n\tbombs = b.s\n\tif len(b.s) < %d {\n\t\tpanic(\"\")\n\t}\n\tbombs += %s\n\treturn %s\n}",
			1+g.r.IntN(5), g.lit(), g.lit())
	})
	v := fmt.Sprintf("bomb{%s}", g.expr(g.str, 0))
	g.line("_ = %s.Sprint(%s)", g.imp("fmt"), g.pick(v, "[]bomb{"+v+"}", "struct{ B any }{"+v+"}", "&"+v))
	g.probe("bombs")
	return true
}

func emitUnmarshaler(g *gen) bool {
	if !g.has("nil") {
		return false
	}
	g.declare("reader", func() {
		g.line("var read = %s\n\ntype reader struct{ s string }\n\ntype readers struct {\n\tR reader\n\tP *reader\n}\n", g.lit())
		g.line("func (r *reader) UnmarshalText(b []byte) error {\n\tread += string(b)\n\tr.s = string(b)\n\treturn nil\n}")
	})
	r := g.name("r")
	g.line("var %s readers", r)
	g.line("_ = %s.Unmarshal([]byte(`%s`), &%s)", g.imp("encoding/json"), g.pick(`{"R": "r1"}`, `{"P": "r2"}`, `{"R": "r3", "P": "r4"}`, `{}`), r)
	g.probe("%s", g.pick("read", "read", r+".R.s"))
	return true
}

func emitSorter(g *gen) bool {
	if !g.has("len") {
		return false
	}
	g.declare("sorter", func() {
		g.line("var swaps = %s\n\ntype sorter []string\n\nfunc (s sorter) Len() int { return len(s) }\n", g.lit())
		g.line("func (s sorter) Less(i, j int) bool { return s[i] < s[j] }\n")
		g.line("func (s sorter) Swap(i, j int) {\n\ts[i], s[j] = s[j], s[i]\n\tswaps += \"x\"\n}")
	})
	s := g.name("s")
	g.line("%s := sorter{%s, %s}", s, g.expr(g.str, 0), g.lit())
	g.line("%s.Sort(%s)", g.imp("sort"), g.pick(s, s, "sort.Reverse("+s+")"))
	g.probe("%s", g.pick("swaps", s+"[0]", s+"[1]"))
	return true
}

func emitBufferCopy(g *gen) bool {
	b, c := g.name("b"), g.name("b")
	pkg := g.imp("bytes")
	g.line("var %s %s.Buffer", b, pkg)
	if g.chance(80) {
		g.line("%s.WriteString(%s)", b, g.expr(g.str, 0))
	}
	switch g.r.IntN(3) {
	case 0:
		g.line("%s := %s", c, b)
	case 1:
		g.line("%s := []%s.Buffer{%s}[0]", c, pkg, b)
	case 2:
		g.line("%s := func(b %s.Buffer) %s.Buffer {\nb.WriteString(%s)\nreturn b\n}(%s)", c, pkg, pkg, g.lit(), b)
	}
	for _, x := range []string{b, c, b} {
		if g.chance(60) {
			g.line("%s.WriteString(%s)", x, g.lit())
		}
	}
	g.probe("%s.String()", g.pick(b, c))
	return true
}

// emitSetAgain removes the entry of a map that a range goes over, and sets it
// again: there may be another round.
func emitSetAgain(g *gen) bool {
	if !g.nests() {
		return false
	}
	m, k, n := g.name("m"), g.name("k"), g.name("n")
	g.line("%s, %s := map[string]string{%s: %s}, 0", m, n, g.lit(), g.expr(g.str, 0))
	g.line("for %s := range %s {", k, m)
	g.line("if %s++; %s > 3 {\nbreak\n}", n, n)
	g.line("%s", g.pick("delete("+m+", "+k+")", "clear("+m+")"))
	g.line("%s[%s] = %s", m, g.pick(k, g.lit()), g.lit())
	g.line("}")
	g.bind(n, g.num)
	g.probe("%s", n)
	return true
}
