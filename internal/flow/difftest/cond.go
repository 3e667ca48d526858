package difftest

// cond returns a condition. It is a mix of those that are known, those that
// compare variables, and those that nothing can tell.
func (g *gen) cond() string {
	for range 8 {
		switch g.r.IntN(14) {
		case 0, 1, 2:
			if c, ok := g.opaque(); ok {
				return c
			}
		case 3:
			if p, ok := g.find(g.boolean, read); ok {
				return p
			}
		case 4:
			return g.pick("1 < 2", "2 < 1", `"a" == "a"`, `"a" < ""`, "!false")
		case 5:
			if g.has("true", "false") {
				return g.pick("true", "false")
			}
		case 6, 7:
			return g.expr(g.str, 0) + g.pick(" == ", " != ") + g.expr(g.str, 0)
		case 8:
			return g.expr(g.num, 0) + g.pick(" < ", " == ", " >= ", " > ") + g.expr(g.num, 0)
		case 9:
			if g.has("len") {
				return "len(" + g.expr(g.str, 0) + ")" + g.pick(" > 2", " == 0", " != 1")
			}
		case 10:
			if g.may("pointer comparison", 100) {
				if p, ok := g.find(g.ptr(g.str), read); ok {
					if q, ok := g.find(g.ptr(g.str), read); ok {
						return p + g.pick(" == ", " != ") + q
					}
				}
			}
		case 11:
			for _, s := range g.structs {
				if !s.comparable() {
					continue
				}
				p, ok := g.find(s, read)
				q, _ := g.find(s, read)
				if ok && g.may("struct comparison", 100) {
					return p + g.pick(" == ", " != ") + q
				}
			}
		case 12:
			return g.imp("strings") + g.pick(".HasPrefix(", ".Contains(", ".HasSuffix(", ".EqualFold(") + g.expr(g.str, 0) + ", " + g.lit() + ")"
		case 13:
			a, ok := g.opaque()
			if ok && g.may("&& and ||", 100) {
				return g.pick("!("+a+")", a) + g.pick(" && ", " || ") + g.expr(g.str, 0) + " != " + g.lit()
			}
		}
	}
	return g.pick("1 < 2", "2 < 1")
}

// opaque returns a condition that nothing but a run can tell.
func (g *gen) opaque() (string, bool) {
	if g.may("environment", 6) {
		return g.imp("os") + `.Getenv("DIFFTEST_" + "NONE") == ""`, true
	}
	for _, v := range g.visible() {
		switch {
		case (v.name == "b0" || v.name == "b1") && v.t == g.boolean && g.chance(50):
			g.mark("opaque condition")
			return g.pick("", "!") + v.name, true
		case v.name == "s0" && v.t == g.str && g.chance(30):
			g.mark("opaque condition")
			return "s0" + g.pick(` == "alice"`, ` != ""`), true
		}
	}
	return "", false
}
