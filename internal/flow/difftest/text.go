package difftest

// text returns a string expression that calls the standard library.
func (g *gen) text() string {
	s := g.expr(g.str, 0)
	n := g.expr(g.num, 0)
	for range 8 {
		switch g.r.IntN(26) {
		case 0:
			return g.trim(s)
		case 1:
			g.mark("strings.ToUpper")
			return g.imp("strings") + g.pick(".ToUpper(", ".ToLower(") + s + ")"
		case 2:
			g.mark("strings.Replace")
			return g.imp("strings") + g.replaced(s)
		case 3:
			if g.grows() {
				g.mark("strings.Repeat")
				return g.imp("strings") + ".Repeat(" + s + ", " + g.pick("0", "1", "2") + ")"
			}
		case 4:
			if g.grows() {
				g.mark("strings.Join")
				return g.imp("strings") + ".Join([]string{" + s + ", " + g.expr(g.str, 0) + "}, " + g.pick(`"-"`, `""`) + ")"
			}
		case 5:
			if p, ok := g.find(g.slice(g.str), read); ok && g.grows() {
				g.mark("strings.Join")
				return g.imp("strings") + ".Join(" + p + `, "+")`
			}
		case 6:
			g.mark("strings.Split")
			return g.imp("strings") + ".Split(" + s + `, ",")[0]`
		case 7:
			g.mark("strings.Fields")
			return g.imp("strings") + ".Join(" + g.imp("strings") + ".Fields(" + s + `), "_")`
		case 8:
			g.mark("strconv.Itoa")
			return g.imp("strconv") + ".Itoa(" + n + ")"
		case 9:
			g.mark("strconv")
			return g.imp("strconv") + g.pick(".FormatBool("+g.expr(g.boolean, 0), ".FormatInt(int64("+n+"), 2", ".FormatInt(int64("+n+"), 10") + ")"
		case 10, 11, 12:
			return g.sprintf(s, n)
		case 13, 14:
			g.mark("fmt.Sprint")
			if g.grows() && g.chance(50) {
				return g.imp("fmt") + ".Sprint(" + s + ", " + n + ", " + g.expr(g.str, 0) + ")"
			}
			return g.imp("fmt") + ".Sprint(" + n + ", " + g.pick(s, "7", "true") + ")"
		case 15, 22, 23:
			if p, ok := g.printed(); ok {
				return p
			}
		case 16:
			g.mark("[]byte and []rune")
			return g.pick("string([]byte("+s+"))", "string([]rune("+s+"))")
		case 17:
			if g.has("len", "min") {
				g.mark("string slice")
				return g.sliced(s)
			}
		case 18:
			if g.may("error text", 100) {
				if g.chance(50) {
					return g.imp("errors") + ".New(" + s + ").Error()"
				}
				return g.imp("fmt") + `.Errorf("e: %w", ` + g.imp("errors") + ".New(" + s + ")).Error()"
			}
		case 19:
			g.mark("fmt.Sprintln")
			return g.imp("fmt") + ".Sprintln(" + n + ", " + s + ")"
		case 20:
			if c, ok := g.named(); ok {
				return c
			}
		case 21, 24, 25:
			if p, ok := g.find(g.ptr(g.str), read); ok {
				// Have: an address, which must not be printed.
				g.mark("fmt.Sprint of pointed-to")
				return g.imp("fmt") + `.Sprintf("<%s>", *` + p + ")"
			}
		}
	}
	return s
}

func (g *gen) trim(s string) string {
	g.mark("strings.Trim")
	return g.imp("strings") + g.pick(
		".TrimPrefix("+s+`, "s")`,
		".TrimSuffix("+s+`, "e")`,
		".TrimSpace("+s+")",
		".Trim("+s+`, "s1")`,
		".TrimLeft("+s+`, "sA")`,
		".TrimRight("+s+`, "0123")`,
	)
}

func (g *gen) replaced(s string) string {
	return g.pick(
		".Replace("+s+`, "s", "t", 1)`,
		".ReplaceAll("+s+`, "a", "")`,
		".Replace("+s+`, "a", "b", -1)`,
	)
}

func (g *gen) sprintf(s, n string) string {
	g.mark("fmt.Sprintf")
	return g.imp("fmt") + ".Sprintf(" + g.pick(
		`"%s-%d", `+s+", "+n,
		`"%v/%v", `+n+", "+s,
		`"%q", `+s,
		`"%5d|%-4s|", `+n+", "+s,
		`"%[2]s %[1]d", `+n+", "+s,
		`"%t%%%x", `+g.expr(g.boolean, 0)+", "+n,
		`"%03d:%.2s", `+n+", "+s,
		`"%d %s", `+s+", "+n, // verbs for other types
		`"%s", `+s+", "+n,    // an operand too many
		`"%s %s", `+s,        // an operand too few
		`"plain"`,
	) + ")"
}

// printed returns the text that fmt prints of a value of another type.
func (g *gen) printed() (string, bool) {
	var ts []*typ
	for _, v := range g.visible() {
		ptr := v.t.kind == ptrKind && v.t.elem.kind == structKind && v.t.elem.printable()
		if (v.t.printable() || ptr) && (g.grows() || v.t.basic()) && (!v.t.basic() || g.chance(30)) {
			ts = append(ts, v.t)
		}
	}
	if len(ts) > 0 {
		t := ts[g.r.IntN(len(ts))]
		if p, ok := g.find(t, read); ok {
			return g.print(p, t), true
		}
	}
	return "", false
}

// print returns a call that prints p, which has type t.
func (g *gen) print(p string, t *typ) string {
	g.mark("fmt.Sprint of " + map[kind]string{
		stringKind: "basic", intKind: "basic", boolKind: "basic", ptrKind: "pointer", structKind: "struct",
		sliceKind: "slice", arrayKind: "array", mapKind: "map",
	}[t.kind])
	verb := g.pick("%v", "%+v")
	if t.embeds() {
		// Have: %+v prints the name of a type, which Run changes.
		verb = "%v"
	}
	return g.imp("fmt") + g.pick(".Sprint(", `.Sprintf("`+verb+`", `) + p + ")"
}

func (g *gen) sliced(s string) string {
	if v, ok := g.variableOf(g.str, false); ok {
		return g.pick(v+"[:min(len("+v+"), 2)]", v+"[min(len("+v+"), 1):]")
	}
	return s
}

// named returns a constant that the program declares.
func (g *gen) named() (string, bool) {
	if !g.may("constant and iota", 100) {
		return "", false
	}
	g.imp("fmt")
	g.declare("consts", func() {
		g.line("const (\n\tc0 = %s\n\tc1 = c0 + %s\n)\n", g.lit(), g.lit())
		g.line("type level int\n\nconst (\n\tlow level = iota\n\tmid\n\thigh\n)\n")
		g.line("var levels = [...]string{low: %s, high: %s, mid: %s}\n", g.lit(), g.lit(), g.lit())
		g.line("func (l level) String() string { return levels[l] }")
	})
	return g.pick("c0", "c1", "levels[mid]", "high.String()", "fmt.Sprint(low)", `fmt.Sprintf("%s-%d", mid, mid)`), true
}
