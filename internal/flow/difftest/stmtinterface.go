package difftest

func interfaceProductions() []production {
	return []production{
		{"call through interface", 10, emitIfaceCall},
		{"interface of two types", 6, emitIfaceEither},
		{"type assertion with comma-ok", 6, emitAssertion},
		{"interface comparison", 3, emitIfaceCompare},
		{"interface that holds a copy", 5, emitIfaceCopy},
		{"interface with embedded interface in struct", 3, emitIfaceEmbedded},
		{"error interface", 4, emitError},
		{"any in slice", 3, emitAnySlice},
	}
}

func emitIfaceCall(g *gen) bool {
	if g.iface == nil || g.fn.kind == closureBody || g.fn.kind == methodBody {
		return false
	}
	i, ok := g.find(g.iface, read)
	if !ok || g.chance(40) {
		i = g.newVar("i", g.iface, g.build(g.iface, 1))
	}
	g.line("%s.set(%s)", i, g.expr(g.str, 0))
	g.probe("%s.get()", i)
	return true
}

// speakers declares types that have the same method.
func (g *gen) speakers() {
	g.declare("speaker", func() {
		g.line("type speaker interface{ speak(string) string }\n\ntype cat struct{ name string }\n\ntype dog struct{ last *string }\n\ntype robot func(string) string\n")
		g.line("func (c cat) speak(s string) string {\n\tc.name += s\n\treturn c.name\n}\n")
		g.line("func (d *dog) speak(s string) string {\n\told := *d.last\n\t*d.last = s\n\treturn old\n}\n")
		g.line("func (r robot) speak(s string) string { return r(s) + %s }", g.lit())
	})
}

// speaker returns a value of one of these types.
func (g *gen) speaker(x string) string {
	return g.pick("cat{"+g.lit()+"}", "&cat{"+g.lit()+"}", "&dog{&"+x+"}", "&dog{&"+x+"}", "robot(func(s string) string {\n"+x+" = s\nreturn "+g.lit()+"\n})")
}

func emitIfaceEither(g *gen) bool {
	g.speakers()
	x := g.captured()
	i := g.name("i")
	g.line("var %s speaker = %s", i, g.speaker(x))
	g.line("if %s {\n%s = %s\n}", g.cond(), i, g.speaker(x))
	y := g.newVar("v", g.str, i+".speak("+g.expr(g.str, 0)+")")
	if g.chance(30) {
		g.line("%s = %s.speak(%s)", y, i, g.lit())
	}
	g.probe("%s", g.pick(x, y))
	return true
}

func emitAssertion(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.speakers()
	x := g.captured()
	i, d := g.name("i"), g.name("d")
	g.line("var %s speaker = %s", i, g.speaker(x))
	switch g.r.IntN(3) {
	case 0:
		g.line("if %s, ok := %s.(*dog); ok {\n*%s.last = %s\n}", d, i, d, g.lit())
	case 1:
		g.line("switch %s := %s.(type) {\ncase *cat:\n%s.name = %s\ncase *dog:\n*%s.last += %s\n}", d, i, d, g.lit(), d, g.lit())
		g.line("%s = %s.speak(%s)", x, i, g.lit())
	case 2:
		ok := g.name("ok")
		g.line("_, %s := %s.(interface{ shout() })", ok, i)
		g.probe("%s", ok)
	}
	g.probe("%s", x)
	return true
}

func emitIfaceCompare(g *gen) bool {
	a, b := g.name("any"), g.name("any")
	x := g.expr(g.str, 0)
	g.line("var %s, %s any = %s, %s", a, b, x, g.pick(x, g.lit(), g.expr(g.num, 0)))
	g.probe("%s == %s", a, b)
	return true
}

// emitIfaceCopy changes a struct after an interface has got a copy of it.
func emitIfaceCopy(g *gen) bool {
	g.declare("label", func() {
		g.line("type label struct{ text string }\n\nfunc (l label) String() string { return l.text + %s }", g.lit())
	})
	l, i := g.name("l"), g.name("i")
	g.line("%s := label{%s}", l, g.expr(g.str, 0))
	g.line("var %s %s.Stringer = %s", i, g.imp("fmt"), g.pick(l, "&"+l))
	g.line("%s.text = %s", l, g.expr(g.str, 0))
	if g.chance(30) {
		g.line("if p, ok := %s.(*label); ok {\np.text += %s\n}", i, g.lit())
	}
	g.probe("%s", g.pick(i+".String()", "fmt.Sprint("+i+")", l+".text", "fmt.Sprintf(\"%s\", "+l+")"))
	return true
}

func emitIfaceEmbedded(g *gen) bool {
	g.speakers()
	g.declare("wrapper", func() {
		g.line("type wrapper struct {\n\tspeaker\n\tn int\n}\n\ntype loud struct{ wrapper }\n\nfunc (l loud) speak(s string) string { return l.wrapper.speak(s + %s) }", g.lit())
	})
	x := g.captured()
	w := g.name("w")
	g.line("%s := wrapper{speaker: %s}", w, g.speaker(x))
	i := g.name("i")
	g.line("var %s speaker = %s", i, g.pick(w, "&"+w, "loud{"+w+"}", "&loud{"+w+"}"))
	if g.chance(30) {
		g.line("%s.speaker = %s", w, g.speaker(x))
	}
	y := g.newVar("v", g.str, i+".speak("+g.expr(g.str, 0)+")")
	g.probe("%s", g.pick(x, y))
	return true
}

func emitError(g *gen) bool {
	if !g.nests() || !g.has("nil") {
		return false
	}
	g.declare("check", func() {
		g.line("type failure struct{ reason string }\n\nfunc (f *failure) Error() string { return f.reason }\n")
		g.line("func check(s string) (string, error) {\n\tif s == %s || len(s) > 3 {\n\t\treturn \"\", &failure{s}\n\t}\n\treturn s + %s, nil\n}", g.lit(), g.lit())
	})
	x, err := g.name("v"), g.name("err")
	g.line("%s, %s := check(%s)", x, err, g.expr(g.str, 0))
	g.bind(x, g.str)
	g.line("if %s != nil {", err)
	f := g.name("f")
	switch g.r.IntN(3) {
	case 0:
		g.line("%s = %s.Error()", x, err)
	case 1:
		g.line("var %s *failure\nif %s.As(%s, &%s) {\n%s.reason = %s\n}\n%s = %s.Error()", f, g.imp("errors"), err, f, f, g.lit(), x, err)
	case 2:
		g.block(1)
	}
	g.line("}")
	g.probe("%s", g.pick(x, err+" == nil"))
	return true
}

func emitAnySlice(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	l, e := g.name("l"), g.name("e")
	g.line("%s := []any{&%s, %s, %s}", l, x, x, g.lit())
	g.line("for _, %s := range %s {\nswitch %s := %s.(type) {\ncase *string:\n*%s += %s\ncase string:\n_ = %s", e, l, e, e, e, g.lit(), e)
	g.probe("%s", e)
	g.line("}\n}")
	g.probe("%s", x)
	return true
}
