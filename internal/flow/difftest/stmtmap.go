package difftest

import "fmt"

func mapProductions() []production {
	return []production{
		{"map update", 10, emitMapUpdate},
		{"map alias", 8, emitMapAlias},
		{"map delete", 6, emitMapDelete},
		{"map comma-ok", 8, emitMapOK},
		{"nil map read", 4, emitNilMap},
		{"range over map of one key", 5, emitMapRange},
		{"range over map without order", 4, emitMapSum},
		{"maps.Copy", 4, emitMapsCopy},
		{"clear of map", 3, emitClearMap},
		{"map of pointers", 6, emitMapPointers},
		{"map of slices", 4, emitMapSlices},
		{"map op-assign", 5, emitMapOp},
		{"map changed by function", 5, emitMapArg},
		{"map with struct or array key", 3, emitMapKey},
	}
}

// mapVar returns a map from strings to strings.
func (g *gen) mapVar() string {
	t := g.mapOf(g.str, g.str)
	if m, ok := g.variableOf(t, false); ok && g.chance(70) {
		return m
	}
	return g.newVar("m", t, g.build(t, 1))
}

func emitMapUpdate(g *gen) bool {
	m := g.mapVar()
	k := g.key(g.str)
	g.line("%s[%s] = %s", m, k, g.expr(g.str, 0))
	g.probe("%s[%s]", m, g.pick(k, k, g.key(g.str)))
	return true
}

func emitMapAlias(g *gen) bool {
	m := g.mapVar()
	n := g.newVar("m", g.mapOf(g.str, g.str), m)
	k := g.key(g.str)
	g.line("%s[%s] = %s", g.pick(m, n), k, g.expr(g.str, 0))
	if g.chance(30) {
		g.line("%s = %s", m, g.build(g.mapOf(g.str, g.str), 1))
	}
	g.probe("%s[%s]", g.pick(m, n), k)
	return true
}

func emitMapDelete(g *gen) bool {
	if !g.has("delete") {
		return false
	}
	m := g.mapVar()
	k := g.key(g.str)
	g.line("delete(%s, %s)", m, k)
	if g.chance(60) {
		g.probe("%s[%s]", m, g.pick(k, g.key(g.str)))
	} else {
		g.probe("len(%s)", m)
	}
	return true
}

func emitMapOK(g *gen) bool {
	m := g.mapVar()
	x, ok := g.name("x"), g.name("ok")
	if g.nests() && g.chance(60) {
		g.line("if %s, %s := %s[%s]; %s {", x, ok, m, g.key(g.str), g.pick(ok, "!"+ok))
		g.scope(func() {
			g.bind(x, g.str)
			g.block(1 + g.r.IntN(2))
		})
		g.line("}")
		return true
	}
	g.line("%s, %s := %s[%s]", x, ok, m, g.key(g.str))
	g.bind(x, g.str)
	g.bind(ok, g.boolean)
	g.probe("%s", g.pick(x, ok))
	return true
}

func emitNilMap(g *gen) bool {
	if !g.has("nil", "len") {
		return false
	}
	m := g.name("m")
	g.line("var %s map[string]string", m)
	if g.chance(50) {
		g.line("if %s {\n%s = %s\n}", g.cond(), m, g.expr(g.mapOf(g.str, g.str), 1))
	}
	switch g.r.IntN(3) {
	case 0:
		g.probe("%s[%s]", m, g.key(g.str))
	case 1:
		g.probe("len(%s)", m)
	case 2:
		g.probe("%s == nil", m)
	}
	return true
}

func emitMapRange(g *gen) bool {
	if !g.nests() {
		return false
	}
	m := g.name("m")
	// Have: the body of the loop can't add to the map, since it does not see it.
	g.line("%s := map[string]string{%s: %s}", m, g.lit(), g.expr(g.str, 0))
	k, v := g.name("k"), g.name("e")
	g.loop(fmt.Sprintf("for %s, %s := range %s", k, v, m), func() {
		g.bind(k, g.str)
		g.bind(v, g.str)
		switch g.r.IntN(3) {
		case 0:
			g.line("%s[%s] = %s", m, k, g.lit())
		case 1:
			g.line("delete(%s, %s)", m, k)
		}
		g.probe("%s", g.pick(k, v))
	}, 1)
	g.bind(m, g.mapOf(g.str, g.str))
	return true
}

func emitMapSum(g *gen) bool {
	m := g.mapVar()
	n, v := g.name("n"), g.name("e")
	g.line("%s := 0", n)
	g.line("for _, %s := range %s {\nif %s != \"\" {\n%s++\n}\n}", v, m, v, n)
	g.bind(n, g.num)
	g.probe("%s", n)
	return true
}

func emitMapsCopy(g *gen) bool {
	m, n := g.mapVar(), g.mapVar()
	g.line("%s.Copy(%s, %s)", g.imp("maps"), m, n)
	if g.chance(50) {
		g.line("%s[%s] = %s", n, g.key(g.str), g.expr(g.str, 0))
	}
	g.probe("%s[%s]", g.pick(m, m, n), g.key(g.str))
	return true
}

func emitClearMap(g *gen) bool {
	if !g.has("clear") {
		return false
	}
	m := g.mapVar()
	n := g.newVar("m", g.mapOf(g.str, g.str), m)
	g.line("clear(%s)", g.pick(m, n))
	g.probe("%s[%s]", m, g.key(g.str))
	return true
}

func emitMapPointers(g *gen) bool {
	x, ok := g.find(g.str, address)
	if !ok {
		return false
	}
	m, p := g.name("m"), g.name("p")
	g.line("%s := map[string]*string{\"a\": &%s}", m, x)
	if g.chance(40) {
		if y, ok := g.find(g.str, address); ok {
			g.line("%s[%s] = &%s", m, g.key(g.str), y)
		}
	}
	if g.chance(50) {
		g.line("*%s[\"a\"] = %s", m, g.expr(g.str, 0))
	} else {
		g.line("if %s, ok := %s[%s]; ok {\n*%s = %s\n}", p, m, g.key(g.str), p, g.expr(g.str, 0))
	}
	g.probe("%s", g.pick(x, "*"+m+`["a"]`))
	return true
}

func emitMapSlices(g *gen) bool {
	if !g.has("append") {
		return false
	}
	s := g.sliceOf()
	m := g.name("m")
	g.line("%s := map[string][]string{\"a\": %s}", m, s)
	switch g.r.IntN(3) {
	case 0:
		g.line("%s[\"a\"][%s] = %s", m, g.index(), g.expr(g.str, 0))
	case 1:
		g.line("%s[\"a\"] = append(%s[\"a\"][:1], %s)", m, m, g.expr(g.str, 0))
	case 2:
		g.line("%s[\"b\"] = append(%s[\"b\"], %s)", m, m, g.expr(g.str, 0))
	}
	g.probe("%s", g.pick(s+"[0]", s+"[1]", m+`["a"][1]`))
	return true
}

func emitMapOp(g *gen) bool {
	t := g.mapOf(g.str, g.num)
	m, ok := g.variableOf(t, false)
	if !ok {
		m = g.newVar("m", t, g.build(t, 1))
	}
	k := g.key(g.str)
	g.line("%s[%s]%s", m, k, g.pick("++", "--", " += 2", " *= 3"))
	g.probe("%s[%s]", m, g.pick(k, `"a"`))
	return true
}

func emitMapArg(g *gen) bool {
	g.declare("putIn", func() {
		g.line("func putIn(m map[string]string, k, v string) (map[string]string, bool) {\n\t_, ok := m[k]\n\tm[k] = v\n\tif ok {\n\t\tm = map[string]string{k: %s}\n\t}\n\treturn m, ok\n}", g.lit())
	})
	m := g.mapVar()
	n, ok := g.name("m"), g.name("ok")
	k := g.key(g.str)
	g.line("%s, %s := putIn(%s, %s, %s)", n, ok, m, k, g.expr(g.str, 0))
	g.bind(n, g.mapOf(g.str, g.str))
	g.bind(ok, g.boolean)
	g.probe("%s", g.pick(m+"["+k+"]", n+"["+k+"]", ok))
	return true
}

func emitMapKey(g *gen) bool {
	m, k := g.name("m"), g.name("k")
	g.line("%s := map[[2]string]string{}", m)
	g.line("%s := [2]string{%s, %s}", k, g.expr(g.str, 0), g.lit())
	g.line("%s[%s] = %s", m, k, g.expr(g.str, 0))
	g.line("%s[%s] = %s", k, g.index(), g.expr(g.str, 0))
	g.probe("%s[%s]", m, k)
	return true
}
